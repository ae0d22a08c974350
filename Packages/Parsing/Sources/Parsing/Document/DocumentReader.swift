/// The one entry for files of any kind.
public enum DocumentReader {
  /// Reads the bytes of a file.
  ///
  /// The format is told by the bytes; the name only decides between plain text and a DOCX that is
  /// broken.
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - name: The file's name, for its extension.
  /// - Returns: The document.
  /// - Throws: What is wrong, where the file cannot be read whole. Nothing is read by halves.
  /// - Complexity: Linear in the number of bytes.
  public static func read(_ bytes: [UInt8], name: String) throws(ReadingError) -> Document {
    switch FileFormat.detect(bytes) {
    case .empty: throw ReadingError(.empty)
    case .zip: return try DocxReader.read(bytes)
    case .compoundFile(let isEncrypted):
      throw ReadingError(.legacyOffice, place: isEncrypted ? "EncryptedPackage" : "")
    case .other(let format):
      throw ReadingError(isNamedDocx(name) ? .notZip : .textFormat, place: format)
    case .text:
      guard !isNamedDocx(name) else { throw ReadingError(.notZip) }
      return try PlainTextReader.read(bytes)
    }
  }

  private static func isNamedDocx(_ name: String) -> Bool {
    let name = name.lowercased()
    return [".docx", ".docm", ".dotx", ".dotm"].contains { name.hasSuffix($0) }
  }
}
