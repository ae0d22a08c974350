internal import Glibc

/// The first 100 bytes of a SQLite file (https://www.sqlite.org/fileformat.html, section 1.3).
enum SQLiteHeader {
  /// The application identifier of Soulad's files: the letters `SOUL`.
  static let applicationID: UInt32 = 0x534F_554C

  /// Whether the file says that it is a SQLite database of Soulad. Read before SQLite opens the
  /// file, so that nothing of a foreign database is touched.
  static func isSoulad(_ path: String) throws(FileError) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError.last(path) }
    defer { close(descriptor) }
    var header = [UInt8](repeating: 0, count: 100)
    let count = Glibc.read(descriptor, &header, header.count)
    guard count >= 0 else { throw FileError.last(path) }
    guard count == 100, header.starts(with: "SQLite format 3\0".utf8) else { return false }
    let found = header[68..<72].reduce(0) { $0 << 8 | UInt32($1) }
    return found == applicationID
  }
}
