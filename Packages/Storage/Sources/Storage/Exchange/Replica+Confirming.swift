import Domain
public import Sync

/// Whether somebody has the same changes of this replica's own log under the same numbers.
///
/// Vectors count changes and name no history. Who was put back with its whole machine writes under
/// numbers that others gave to what it lost; what others built on that would be taken for built on
/// this. So whoever says to have more of this log than it was seen to have is asked for the last of
/// it first.
extension Replica {
  /// What to ask the sender of a bundle for before the bundle is applied: what is lacked by
  /// somebody who has this much, which is all here but the last change of this replica's own log
  /// that the sender has. `nil` when that is known to be the one here, or is news anyway.
  public func doubt(about bundle: Bundle) throws -> VersionVector? {
    let claimed = bundle.has[id]
    guard claimed > (try confirmedChanges(by: bundle.sender)), claimed <= (try ownHead()) else {
      return nil
    }
    var has = try versionVector()
    has[id] = claimed - 1
    return has
  }

  /// Notes that a replica has the same changes of this one's own log as this one, up to a number.
  public func confirm(_ sequence: UInt64, by peer: ReplicaID) throws {
    let sequence = min(sequence, try ownHead())
    guard try sequence != confirmedChanges(by: peer) else { return }
    try changing {
      try connection.note("\(id) \(sequence)", as: Self.confirmation(by: peer))
    }
  }

  /// Up to which number; nothing that was confirmed to a former identity counts.
  private func confirmedChanges(by peer: ReplicaID) throws -> UInt64 {
    let parts = (try connection.setting(Self.confirmation(by: peer)) ?? "").split(separator: " ")
    guard parts.count == 2, parts[0] == "\(id)" else { return 0 }
    return UInt64(parts[1]) ?? 0
  }

  private func ownHead() throws -> UInt64 {
    try ChangeLog(connection).head(of: id)?.sequence ?? 0
  }

  private static func confirmation(by peer: ReplicaID) -> String { "confirmedBy:\(peer)" }
}
