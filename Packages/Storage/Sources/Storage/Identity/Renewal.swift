public import Sync

/// Why a database writes under a new identity from now on, and under which it wrote before.
public struct Renewal: Sendable, Hashable {
  /// What was found.
  public enum Reason: Sendable, Hashable {
    /// The file is a copy of another, or was moved to another machine.
    case copied
    /// The file is older than it was: a backup was put back. So many own changes are missing, as
    /// far as it is known.
    case restored(missing: UInt64?)
    /// The key that signs changes is gone.
    case keyLost
    /// Another copy wrote under the same identity; so many changes were issued anew.
    case forked(reissued: Int)
  }

  /// What was found.
  public let reason: Reason
  /// The identity until now.
  public let former: ReplicaID
  /// The identity from now on.
  public let current: ReplicaID
}
