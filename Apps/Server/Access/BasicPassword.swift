import Foundation

/// The password of an `Authorization: Basic` header (RFC 7617).
enum BasicPassword {
  static func decode(_ credentials: Substring) -> String? {
    guard let bytes = Data(base64Encoded: String(credentials)),
      let pair = String(validating: bytes, as: UTF8.self),
      let colon = pair.firstIndex(of: ":")
    else { return nil }
    return String(pair[pair.index(after: colon)...])
  }
}
