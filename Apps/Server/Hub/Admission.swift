import Desk
import Storage
import Sync
import SyncHTTP

/// Which changes a hub takes from whoever carries them: those of its offices, each for the region
/// that it was enrolled for, and those of replicas that the carrier's own region vouches for. What
/// is not taken is named, and the rest goes on. What an office folded of others' changes only the
/// operator may vouch for, with a bundle file.
struct Admission: Sendable {
  private let rights: HubRightsSnapshot
  private let carrier: HubMember?
  private let isOpen: Bool
  private let hub: ReplicaID

  init(rights: HubRightsSnapshot, caller: Caller, hub: ReplicaID) {
    self.rights = rights
    self.hub = hub
    switch caller {
    case .office(let member, _): (carrier, isOpen) = (member, false)
    case .local: (carrier, isOpen) = (nil, true)
    case .anybody, .citizen, .stranger, .program: (carrier, isOpen) = (nil, false)
    }
  }

  /// Splits a bundle into what is taken and what is not.
  /// - Throws: `SyncError` for a segment that is forged or damaged.
  func sort(
    _ bundle: Bundle, at replica: Replica
  ) throws -> (taken: Bundle, refusals: [ExchangeJournal.Refusal]) {
    let known = try replica.versionVector()
    var taken: [LogSegment] = []
    var refusals: [ExchangeJournal.Refusal] = []
    for segment in bundle.segments {
      if let code = try reason(against: segment, known, at: replica) {
        refusals.append(
          ExchangeJournal.Refusal(replica: segment.replica.description, code: code))
      } else {
        taken.append(segment)
      }
    }
    if !isOpen, let checkpoint = bundle.checkpoint, !known.dominates(checkpoint.vector) {
      refusals.append(
        ExchangeJournal.Refusal(
          replica: checkpoint.signer.description, code: SyncError.Code.gap.rawValue))
    } else if refusals.isEmpty {
      return (bundle, [])
    }
    let applicable = try Admission.applicable(taken, after: known)
    let whose = Set(applicable.map(\.replica))
    for segment in taken where !whose.contains(segment.replica) {
      refusals.append(
        ExchangeJournal.Refusal(
          replica: segment.replica.description, code: SyncError.Code.gap.rawValue))
    }
    let rest = Bundle(
      sender: bundle.sender, has: bundle.has, isComplete: bundle.isComplete, segments: applicable)
    return (rest, refusals)
  }

  /// Why a segment is not taken; `nil` when it is.
  private func reason(
    against segment: LogSegment, _ known: VersionVector, at replica: Replica
  ) throws -> String? {
    let last = segment.firstSequence + UInt64(segment.changes.count) - 1
    // What is known already changes nothing, whoever brings it.
    if segment.replica == hub || last <= known[segment.replica] { return nil }
    var region = try replica.region(of: segment.replica)
    if region == nil, segment.firstSequence == 1 {
      let verified = try SegmentVerifier.verify(segment, head: nil, publicKey: nil)
      // What is internal to a region stays there, whoever brings it.
      if verified.introduction?.office != nil { return "E_INTERNAL" }
      region = verified.introduction?.region
    }
    if isOpen { return nil }
    guard let region else { return SyncError.Code.unknownKey.rawValue }
    if let member = rights.members[segment.replica] {
      if member.revoked != nil { return Refusal.revoked.report.code }
      return member.region == region ? nil : SyncError.Code.wrongRegion.rawValue
    }
    return carrier?.region == region ? nil : SyncError.Code.wrongRegion.rawValue
  }

  /// The segments that do not build on what is missing.
  private static func applicable(
    _ segments: [LogSegment], after known: VersionVector
  ) throws -> [LogSegment] {
    var left = try segments.compactMap { segment -> (LogSegment, VersionVector, UInt64)? in
      guard let last = segment.changes.last else { return nil }
      // What a replica knew only grows, so the last change depends on all that the others do.
      let dot = segment.dot(at: segment.changes.count - 1)
      return (segment, try Change(opening: last, at: dot).dependencies, dot.sequence)
    }
    while true {
      var reached = known
      for (segment, _, last) in left where last > reached[segment.replica] {
        reached[segment.replica] = last
      }
      let next = left.filter { reached.dominates($0.1) }
      if next.count == left.count { return left.map(\.0) }
      left = next
    }
  }
}
