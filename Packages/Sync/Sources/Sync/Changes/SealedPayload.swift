/// The bytes of one part of a change.
///
/// Its hash covers 16 random bytes too, which keep anybody from guessing erased content by it.
public enum SealedPayload: Hashable, Sendable {
  /// The content is there, its random bytes are derived from the change's secret.
  case present([UInt8])
  /// The content is there with its random bytes; another payload of the change was erased.
  case salted([UInt8], [UInt8])
  /// The content was erased; the hash, 32 bytes, keeps the chain whole.
  case erased(hash: [UInt8])

  /// The number of random bytes.
  static let saltBytes = 16

  /// What the payload says; `nil` when it was erased.
  var content: [UInt8]? {
    switch self {
    case .present(let content), .salted(_, let content): content
    case .erased: nil
    }
  }
}
