public import Domain
public import Parsing
public import Storage

/// Files on their way into the record: read, understood, ready for one transaction each.
public enum DocumentImport {
  /// Reads a file and extracts what it states.
  /// - Throws: `FileError` or `ReadingError`.
  /// - Parameter mostText: The most bytes of text.
  public static func read(
    _ path: String, mostText: Int = .max
  ) throws -> (document: Document, file: ImportedFile) {
    let bytes = try Files.read(path, limit: largestFile)
    return try read(
      bytes, name: path.split(separator: "/").last.map(String.init) ?? path, mostText: mostText)
  }

  /// The most text that one document brings into the record, in bytes: 3,000 pages.
  static let mostText = 8 << 20

  /// Reads the bytes of a file and extracts what they state.
  /// - Parameter mostText: The most bytes of text.
  /// - Throws: `ReadingError`, or ``ErrorReport/Failure`` for more than is read.
  static func read(
    _ bytes: [UInt8], name: String, mostText: Int = .max
  ) throws -> (document: Document, file: ImportedFile) {
    guard bytes.count <= largestFile else { throw ErrorReport.Failure(.tooMuch(name)) }
    let document = try document(bytes, name: name)
    guard document.fullText.utf8.count <= mostText else {
      throw ErrorReport.Failure(.tooMuch(name))
    }
    let file = ImportedFile(
      name: name, sha256: Fingerprint.sha256(bytes), plainText: document.fullText,
      extracted: Extractor.extract(document))
    return (document, file)
  }

  /// Reads a file.
  /// - Throws: `FileError` or `ReadingError`.
  public static func document(_ path: String) throws -> Document {
    try document(Files.read(path, limit: largestFile), name: path)
  }

  private static let largestFile = 64 << 20

  /// A format that Soulad does not read is converted where a program for it is installed; where
  /// that does not help, the reader's own refusal says what to do.
  private static func document(_ bytes: [UInt8], name: String) throws -> Document {
    do {
      return try DocumentReader.read(bytes, name: name)
    } catch {
      guard let format = error.foreignFormat,
        let converted = try? DocumentConverter.convert(bytes, from: format),
        let document = try? DocumentReader.read(converted.bytes, name: converted.name)
      else { throw error }
      return document
    }
  }

  /// What paths mean.
  public struct Found: Sendable {
    /// Files as they are, and of folders everything below that looks like a document.
    public var files: [String] = []
    /// The folders that cannot be looked into.
    public var failures: [FileError] = []
    /// The folders without a document.
    public var emptyFolders: [String] = []

    /// A sentence for each folder without a document, so that nobody takes a wrong folder for an
    /// import that went well.
    public var notes: [Label] {
      emptyFolders.map { path in
        Label(
          "Ve složce \(path) není žádný dokument (DOCX, text); zkontrolujte cestu.",
          "The folder \(path) holds no document (DOCX, text); check the path.")
      }
    }
  }

  /// The files that the paths mean, by the extensions of their names where a folder is meant.
  public static func files(_ paths: [String]) -> Found {
    var found = Found()
    for path in paths {
      guard Files.isFolder(path) else {
        found.files.append(path)
        continue
      }
      let below = Files.files(under: path)
      let documents = below.files.filter(isDocument)
      found.files += documents
      found.failures += below.failures
      if documents.isEmpty, below.failures.isEmpty { found.emptyFolders.append(path) }
    }
    return found
  }

  /// Formats that cannot be read are among them, so that a folder's old documents are refused with
  /// a reason rather than passed over in silence.
  private static let extensions = [
    ".docx", ".txt", ".md", ".docm", ".doc", ".rtf", ".odt", ".pdf",
  ]

  /// Word keeps a file whose name starts with `~$` beside a document that is open.
  private static func isDocument(_ path: String) -> Bool {
    let name = path.split(separator: "/").last?.lowercased() ?? ""
    return !name.hasPrefix("~$") && extensions.contains { name.hasSuffix($0) }
  }
}
