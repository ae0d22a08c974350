import Sync

/// The search for the change in which the other side's history of this replica's own log parts from
/// the one here: it is asked for from its beginning, and applying what comes mends the fork.
struct ForkMending: Sendable {
  /// What an answer led to.
  enum Outcome {
    /// There is more to ask for.
    case goesOn
    /// This replica has a new identity, and both histories.
    case mended
    /// The other side has no other history than the one here.
    case nothing
  }

  private let former: ReplicaID
  private var known: VersionVector

  init(at replica: Replica) throws {
    former = replica.id
    known = try replica.versionVector()
    known[former] = 0
  }

  /// What the other side is to be asked next.
  var question: ExchangeMessage { .greeting(replica: former, has: known) }

  /// Takes the answer to the question.
  mutating func take(_ answer: ExchangeMessage, at replica: Replica) throws -> Outcome {
    guard case .delivery(let bundle) = answer else { return .nothing }
    let own = bundle.segments.first { $0.replica == former }
    // The other side may have folded the part in which the histories differ.
    guard own != nil || bundle.checkpoint != nil else { return .nothing }
    try replica.apply(bundle)
    if replica.id != former { return .mended }
    guard let own else { return .nothing }
    known[former] = own.firstSequence + UInt64(own.changes.count) - 1
    return .goesOn
  }
}
