internal import Crypto
import Domain
import Sync

/// The record by which somebody retires a member: an ordinary record of a kind that no table shows,
/// with the last change of the member that was known. So it is signed, carried by anybody, merged
/// and undone like everything else.
enum Retirement {
  /// Beyond the kinds of records that people write.
  static let kind: UInt16 = 0xFF01
  /// The number of the member's last known change.
  static let through: UInt16 = 1

  /// The record of a member, the same for everybody who retires it.
  static func record(of member: ReplicaID) -> RecordID {
    let hash = SHA256.hash(data: Array("soulad-member/1\0".utf8) + member.bytes)
    return RecordID(bytes: Array(hash.prefix(16))) ?? RecordID(high: 0, low: 0)
  }

  /// The last change of the member that was known when somebody retired it; of several
  /// retirements the one that knew most. `nil` when nobody did.
  static func read(of member: ReplicaID, from connection: Connection) throws -> UInt64? {
    guard let state = try MergedState.read(record(of: member), from: connection), state.isVisible
    else { return nil }
    let known = (state.register(through)?.siblings ?? []).compactMap { sibling in
      if case .integer(let number)? = sibling.value { UInt64(exactly: number) } else { nil }
    }
    return known.max()
  }
}
