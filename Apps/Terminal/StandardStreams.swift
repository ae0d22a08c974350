import Foundation

/// The three descriptors that every program expects to have, and that whoever started it may have
/// closed. Their numbers go to whatever is opened next: to the runtime's own descriptors before the
/// program begins, to the lock or the key of a database after that.
enum StandardStreams {
  /// Takes the numbers that are free. What is opened in their stead refuses to be written to.
  static func reserve() {
    for descriptor in STDIN_FILENO...STDERR_FILENO
    where fcntl(descriptor, F_GETFD) == -1 && errno == EBADF {
      // The lowest free number is the one that was found free.
      _ = open("/dev/null", O_RDONLY)
    }
  }

  /// Whether results and messages may be written to standard output or standard error.
  static func isOpen(_ descriptor: Int32) -> Bool {
    descriptor == STDOUT_FILENO ? isOutputOpen : isErrorOpen
  }

  private static let isOutputOpen = isFile(STDOUT_FILENO)
  private static let isErrorOpen = isFile(STDERR_FILENO)

  /// Descriptors of the runtime have no type of a file.
  private static func isFile(_ descriptor: Int32) -> Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT != 0
  }
}
