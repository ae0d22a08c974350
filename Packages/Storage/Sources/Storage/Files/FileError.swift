internal import Glibc

/// A failure of the operating system on a file.
public struct FileError: Error, Sendable, Hashable {
  /// The number of the failure (errno).
  public let number: Int32
  /// The file.
  public let path: String

  /// Creates an error with the number the last system call left.
  static func last(_ path: String) -> FileError { FileError(number: errno, path: path) }

  /// Creates the error of a file or folder that is not there.
  static func missing(_ path: String) -> FileError { FileError(number: ENOENT, path: path) }

  /// Creates the error of a file for which the disk has no room.
  static func full(_ path: String) -> FileError { FileError(number: ENOSPC, path: path) }

  /// Whether the file or a folder on its path does not exist.
  public var isMissing: Bool { number == ENOENT || number == ENOTDIR }
  /// Whether the system refuses access.
  public var isForbidden: Bool { number == EACCES || number == EPERM || number == EROFS }
  /// Whether the disk is full.
  public var isFull: Bool { number == ENOSPC || number == EDQUOT }
  /// Whether the file is larger than the program reads.
  public var isTooLarge: Bool { number == EFBIG }
  /// Whether the path names a pipe, a device or a socket where a file is needed.
  public var isSpecial: Bool { number == ESPIPE || number == ENXIO }
  /// Whether the path names a folder where a file is needed.
  public var isFolder: Bool { number == EISDIR }
  /// The system's own words, in English.
  public var message: String { String(cString: strerror(number)) }
}
