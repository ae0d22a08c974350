/// The one entry for files of any kind.
public enum DocumentReader {
  /// Reads the bytes of a file.
  ///
  /// The format is told by the bytes; the name only decides between plain text and a DOCX that is broken.
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - name: The file's name, for its extension.
  /// - Throws: What is wrong, where the file cannot be read whole. Nothing is read by halves.
  /// - Complexity: Linear in the number of bytes.
  public static func read(_ bytes: [UInt8], name: String) throws(ReadingError) -> Document {
    throw ReadingError(.textFormat)
  }
}
