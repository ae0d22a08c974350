import Crypto
import Desk
import HTTPTypes
import Storage
import Sync
import SyncHTTP
import Synchronization

/// Decides about each request by the rights as they stand at that moment.
///
/// Final class because all requests share its memory of random numbers and failures.
final class Gatekeeper: Sendable {
  /// How the hub is open.
  struct Policy: Sendable {
    /// Whether only programs of this machine reach the hub, so that it may ask nobody as long as
    /// nobody was invited.
    var isLoopback: Bool
    /// Whether it asks nobody even then: one office's own desk.
    var isLocal = false
    /// Whether citizens may read.
    var isPublic = false
    /// How often a client may fail to prove who it is, a minute.
    var failures = FailureThrottle.usualFailures
  }

  /// What a request says of itself, before anything is believed.
  struct Credentials: Sendable {
    /// What it asks for, as far as it is signed.
    let target: RequestSignature.Target
    /// The signature that it carries.
    let signature: RequestSignature?
    /// Whether it carries the headers of a signature, readable or not.
    let isSigned: Bool
    /// The token that it carries.
    let token: String?
    /// Where it comes from.
    let client: String
    /// Whether somebody else passed it on or made a browser send it, so that it does not come from
    /// this machine of its own accord.
    let isFromElsewhere: Bool
  }

  private struct State {
    let rights: HubRights
    var snapshot: HubRightsSnapshot
    var version: Int64
    var nonces: NonceMemory
    var failures: FailureThrottle
  }

  private let state: Mutex<State>
  /// Whom a request may be meant for: offices that enrolled before the hub was restored from a
  /// backup know it by the identity that it had then.
  private let audiences: Set<String>
  private let policy: Policy
  private let started: Int64
  private let now: @Sendable () -> Int64

  /// - Parameters:
  ///   - hub: The identities of the hub, former ones too.
  ///   - now: The time in milliseconds since 1970.
  init(
    database: String, hub: [ReplicaID], policy: Policy, now: @escaping @Sendable () -> Int64
  ) throws {
    let rights = try HubRights(besides: database)
    let version = try rights.version()
    let snapshot = try rights.snapshot()
    let seconds = now() / 1_000
    started = seconds
    state = Mutex(
      State(
        rights: rights, snapshot: snapshot, version: version, nonces: NonceMemory(now: seconds),
        failures: FailureThrottle(most: policy.failures)))
    audiences = Set(hub.map(\.description))
    self.policy = policy
    self.now = now
  }

  /// The rights as they stand now.
  func rights() throws -> HubRightsSnapshot {
    try state.withLock { state in
      try Gatekeeper.refresh(&state)
      return state.snapshot
    }
  }

  /// Looks at the file, which an operator's command may have changed; cheap when nobody did.
  private static func refresh(_ state: inout State) throws {
    let version = try state.rights.version()
    guard version != state.version else { return }
    state.snapshot = try state.rights.snapshot()
    state.version = version
  }

  /// Whether it is asked who makes a request.
  func asksWho() throws -> Bool { try !isOpen(rights()) }

  /// Enrols an office that proved its key.
  func enroll(code: String, publicKey: [UInt8], region: String) throws -> HubMember {
    let time = now()
    return try state.withLock { state in
      let member = try state.rights.enroll(
        code: code, publicKey: publicKey, region: region, at: time)
      state.snapshot = try state.rights.snapshot()
      return member
    }
  }

  /// Who may see the rights, sees these: offices, tokens and acts.
  func listed() throws -> (members: [HubMember], tokens: [HubToken], acts: [HubAct]) {
    try state.withLock { state in
      (try state.rights.members(), try state.rights.tokens(), try state.rights.audit().acts)
    }
  }

  /// Takes note of a failure to prove who asks.
  /// - Throws: ``Refusal`` for a client that failed too often lately.
  func noteFailure(of client: String) throws(Refusal) {
    let seconds = now() / 1_000
    let wait = state.withLock { state in
      let wait = state.failures.wait(of: client, now: seconds)
      state.failures.note(client, now: seconds)
      return wait
    }
    if let wait { throw .tooMany(wait: wait) }
  }

  /// Sends away a client that failed too often lately.
  func checkFailures(of client: String) throws(Refusal) {
    let seconds = now() / 1_000
    let wait = state.withLock { $0.failures.wait(of: client, now: seconds) }
    if let wait { throw .tooMany(wait: wait) }
  }
}

extension Gatekeeper {
  /// Returns who makes a request.
  /// - Throws: ``Refusal`` when it may not do what the endpoint asks for.
  func admit(_ credentials: Credentials, to access: Access) throws -> Caller {
    guard access != .anybody else { return .anybody }
    let rights = try rights()
    if isOpen(rights), !credentials.isFromElsewhere {
      guard access == .enrolling else { return .local }
    }
    let hasProof = credentials.isSigned || credentials.token != nil
    guard hasProof else {
      guard policy.isPublic, access == .reading else { throw Refusal.unauthenticated }
      return .citizen
    }
    let seconds = now() / 1_000
    do throws(Refusal) {
      let caller = try identify(credentials, access, rights, now: seconds)
      guard caller.may(access) else { throw .forbidden }
      return caller
    } catch {
      guard error.status == .unauthorized, error.report.code != "E_CLOCK" else { throw error }
      // Whoever has good credentials is not kept out by others at the same address who guess.
      try noteFailure(of: credentials.client)
      throw error
    }
  }

  private func isOpen(_ rights: HubRightsSnapshot) -> Bool {
    policy.isLoopback && !policy.isPublic && (policy.isLocal || rights.isUntouched)
  }

  private func identify(
    _ credentials: Credentials, _ access: Access, _ rights: HubRightsSnapshot, now seconds: Int64
  ) throws(Refusal) -> Caller {
    if let token = credentials.token {
      guard let known = Gatekeeper.known(token, in: rights, now: now()) else { throw .badToken }
      return .program(known)
    }
    guard let signature = credentials.signature else { throw .badSignature }
    let proof = RequestProof(replica: signature.replica, digest: signature.digest)
    if access == .enrolling {
      // The code that it brings is good once, so nothing need be remembered of a stranger.
      guard signature.audience == RequestSignature.enrollment else { throw .badSignature }
      try checkClock(of: signature, now: seconds)
      return .stranger(proof)
    }
    guard let member = rights.members[signature.replica] else { throw .unknownKey }
    guard audiences.contains(signature.audience),
      signature.isValid(for: credentials.target, publicKey: member.publicKey)
    else { throw .badSignature }
    if member.revoked != nil { throw .revoked }
    try checkFreshness(of: signature, now: seconds)
    return .office(member, proof)
  }

  private func checkFreshness(
    of signature: RequestSignature, now seconds: Int64
  ) throws(Refusal) {
    try checkClock(of: signature, now: seconds)
    let nonce = "\(signature.replica)\(signature.nonce)"
    let isNew = state.withLock { $0.nonces.remembers(new: nonce, now: seconds) }
    guard isNew else { throw .replay }
  }

  /// What was signed before this program started may have been answered before it.
  private func checkClock(of signature: RequestSignature, now seconds: Int64) throws(Refusal) {
    guard abs(seconds - signature.time) <= NonceMemory.allowedSkew, signature.time >= started else {
      throw .clock(now: seconds)
    }
  }

  /// The token of a text; the secret is compared in constant time.
  private static func known(
    _ text: String, in rights: HubRightsSnapshot, now: Int64
  ) -> HubToken? {
    guard text.hasPrefix(HubRights.tokenMark), text.utf8.count <= 128 else { return nil }
    let parts = text.dropFirst(HubRights.tokenMark.count).split(separator: "_")
    guard parts.count == 2, let token = rights.tokens[String(parts[0])] else { return nil }
    let digest = SHA256.hash(data: Array(parts[1].utf8))
    guard digest == token.hash, token.revoked == nil, token.expires.map({ $0 > now }) ?? true
    else { return nil }
    return token
  }
}
