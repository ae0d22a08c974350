import Sync
import SyncHTTP

/// A signature of a request that was checked: it is of this key, meant for this hub, new, and not
/// used before. The body is still to be compared with its digest.
struct RequestProof: Sendable {
  /// Whose key it is.
  let replica: ReplicaID
  /// The SHA-256 that the body must have.
  let digest: [UInt8]
}
