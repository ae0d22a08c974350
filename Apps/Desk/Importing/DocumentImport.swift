public import Parsing
public import Storage

/// Files on their way into the record: read, understood, ready for one transaction each.
public enum DocumentImport {
  /// Reads a file and extracts what it states.
  /// - Throws: `FileError` or `ReadingError`.
  public static func read(_ path: String) throws -> (document: Document, file: ImportedFile) {
    let bytes = try Files.read(path, limit: 64 << 20)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let document = try DocumentReader.read(bytes, name: name)
    let file = ImportedFile(
      name: name, sha256: Fingerprint.sha256(bytes), plainText: document.fullText,
      extracted: Extractor.extract(document))
    return (document, file)
  }

  /// The files that the paths mean: files as they are, of folders everything below that looks like
  /// a document by its extension.
  public static func files(_ paths: [String]) throws -> [String] {
    try paths.flatMap { path in
      guard Files.isFolder(path) else { return [path] }
      return try Files.files(under: path).filter { file in
        let name = file.lowercased()
        return [".docx", ".txt", ".md"].contains { name.hasSuffix($0) }
      }
    }
  }
}
