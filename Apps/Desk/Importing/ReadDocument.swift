import Storage

/// A document that was read and understood, or why it was not.
public struct ReadDocument: Sendable {
  /// The path, or the name where nobody knows one.
  public let path: String
  /// What is to be imported of it.
  let file: Result<ImportedFile, ErrorReport.Failure>
  /// The size of its text; 0 for one that was refused.
  var textBytes: Int { (try? file.get())?.plainText.utf8.count ?? 0 }

  /// Reads a file.
  public init(path: String) {
    self.init(path) {
      try DocumentImport.read(path, mostText: DocumentImport.mostText).file
    }
  }

  /// Reads the bytes of a file that has a name only.
  public init(_ bytes: [UInt8], name: String) {
    self.init(name) {
      try DocumentImport.read(bytes, name: name, mostText: DocumentImport.mostText).file
    }
  }

  private init(_ path: String, _ read: () throws -> ImportedFile) {
    self.path = path
    do {
      file = .success(try read())
    } catch {
      file = .failure(ErrorReport.Failure(ErrorReport(error, file: path)))
    }
  }
}
