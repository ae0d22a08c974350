import Crypto
import Domain

/// The hash of a change; it stands for the change and all before it in its log.
///
/// It is the SHA-256 of: `"soulad change 1\n"`, the hash of the change before (32 zeros before the
/// first), the replica (16 bytes), the sequence (8 bytes, most significant first), the number of
/// payloads (4 bytes), the SHA-256 over the payloads' hashes, and the header.
public struct ChangeHash: Hashable, Sendable {
  /// The 32 bytes.
  public let bytes: [UInt8]

  /// Creates a hash from its 32 bytes; `nil` for any other count.
  public init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// Hashes a change; linear in its size.
  /// - Throws: `E_TOO_BIG`, `E_BATCH_FORMAT`.
  public init(
    of change: SealedChange, at dot: Dot, after previous: ChangeHash?
  ) throws(SyncError) {
    let root = try PayloadLeaves(of: change).root
    var statement: [UInt8] = []
    statement.reserveCapacity(Self.domain.count + 92 + change.header.count)
    statement += Self.domain
    statement += previous?.bytes ?? Self.none
    statement += dot.replica.bytes
    withUnsafeBytes(of: dot.sequence.bigEndian) { statement.append(contentsOf: $0) }
    let count = UInt32(truncatingIfNeeded: change.payloads.count)
    withUnsafeBytes(of: count.bigEndian) { statement.append(contentsOf: $0) }
    statement += root
    statement += change.header
    bytes = SHA256.bytes(of: statement)
  }

  /// Keeps a hash from meaning anything in another protocol or version.
  private static let domain = Array("soulad change 1\n".utf8)
  private static let none = [UInt8](repeating: 0, count: 32)
}
