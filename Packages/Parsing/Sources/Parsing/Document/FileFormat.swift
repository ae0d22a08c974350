/// What the first bytes of a file say that it is.
enum FileFormat: Equatable {
  /// No bytes.
  case empty
  /// A ZIP archive.
  case zip
  /// A compound file of Microsoft ([MS-CFB]): a legacy Office document or an encrypted one.
  case compoundFile(isEncrypted: Bool)
  /// Something else that is known by name and not read.
  case other(String)
  /// Perhaps text.
  case text

  /// Looks at the bytes.
  static func detect(_ bytes: [UInt8]) -> FileFormat {
    if bytes.isEmpty { return .empty }
    if bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6]) {
      return .zip
    }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      return .compoundFile(isEncrypted: contains(bytes, utf16Name("EncryptedPackage")))
    }
    let start = bytes.prefix(64).drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }
    let head = start.map { $0 &- UInt8(ascii: "A") < 26 ? $0 | 0x20 : $0 }
    return signatures.first { head.starts(with: $0.bytes) }.map { .other($0.format) } ?? .text
  }

  private static func utf16Name(_ name: StaticString) -> [UInt8] {
    Array(name.description.utf8.flatMap { [$0, 0] })
  }

  /// - Complexity: Linear; the sought name has a rare first byte.
  private static func contains(_ bytes: [UInt8], _ sought: [UInt8]) -> Bool {
    bytes.indices.contains { bytes[$0] == sought[0] && bytes[$0...].starts(with: sought) }
  }

  private static let signatures: [(bytes: [UInt8], format: String)] = [
    (Array("%pdf".utf8), "PDF"), (Array("{\\rtf".utf8), "RTF"), (Array("<html".utf8), "HTML"),
    (Array("<!doctype html".utf8), "HTML"), ([0x7F] + Array("elf".utf8), "ELF"),
  ]
}
