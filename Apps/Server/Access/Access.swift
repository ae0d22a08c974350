import Storage
import Sync

/// What a request must be allowed to do; every endpoint names one, so nothing is open by omission.
enum Access: Sendable, Hashable, CaseIterable {
  /// Nothing: the request is answered to whoever asks.
  case anybody
  /// Proves its key, but need not be known yet.
  case enrolling
  /// Reads; in public mode anybody may, and sees less.
  case reading
  /// Reads what public mode never shows.
  case readingWhole
  /// Gives changes.
  case delivering
  /// Writes to the record of the own office, at its desk.
  case correcting
  /// Sees the figures of operation.
  case metrics
  /// Sees who has which rights.
  case administering
}

/// Who makes a request, as far as it is proved.
enum Caller: Sendable {
  /// Nobody in particular, at an endpoint that asks nobody.
  case anybody
  /// Somebody at this machine, at a hub that asks nobody.
  case local
  /// A citizen in public mode.
  case citizen
  /// An office that is not enrolled yet but has proved its key.
  case stranger(RequestProof)
  /// An office.
  case office(HubMember, RequestProof)
  /// A program.
  case program(HubToken)

  /// Whether it may do what an endpoint asks for.
  func may(_ access: Access) -> Bool {
    switch (self, access) {
    case (_, .anybody), (.local, _), (.stranger, .enrolling), (.citizen, .reading): true
    case (.office(let member, _), _): Caller.may(member.role, access)
    case (.program(let token), _): Caller.may(token.scope, access)
    case (.anybody, _), (.citizen, _), (.stranger, _): false
    }
  }

  /// Whether personal data are left out of what it is shown.
  var seesReduced: Bool { if case .citizen = self { true } else { false } }

  /// The only region that it is shown; `nil` for all.
  var region: String? { if case .program(let token) = self { token.region } else { nil } }

  /// How a log names it; no person.
  var name: String {
    switch self {
    case .anybody, .citizen: "public"
    case .local: "local"
    case .stranger(let proof): proof.replica.description
    case .office(let member, _): member.replica.description
    case .program(let token): "token:\(token.id)"
    }
  }

  private static func may(_ role: HubRole, _ access: Access) -> Bool {
    switch access {
    case .anybody, .reading, .readingWhole: true
    case .delivering: role >= .editor
    case .metrics, .administering: role == .administrator
    case .enrolling, .correcting: false
    }
  }

  private static func may(_ scope: HubScope, _ access: Access) -> Bool {
    switch access {
    case .anybody: true
    case .reading, .readingWhole: scope != .metrics
    case .metrics: scope != .read
    case .administering: scope == .administration
    case .delivering, .enrolling, .correcting: false
    }
  }
}
