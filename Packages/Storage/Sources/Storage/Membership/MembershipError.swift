public import Sync

/// Why a member cannot be retired; data, turned into a sentence where it is shown.
public enum MembershipError: Error, Sendable, Hashable {
  /// No member has this identity or an identity that begins so.
  case unknown(String)
  /// Several members have identities that begin so.
  case ambiguous(String)
  /// The member is this replica itself.
  case isSelf(ReplicaID)
  /// The member is not waited for any more as it is.
  case notActive(ReplicaID)
}
