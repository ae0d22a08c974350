internal import Glibc

/// The write-ahead log that a crash left beside a database.
///
/// It belongs to the file that it was written beside. SQLite cannot tell whether that is still the
/// file that stands there, and would mix both
/// (https://www.sqlite.org/howtocorrupt.html, section 1.4).
enum LeftoverLog {
  /// Sets the log aside when a backup was put into the place of the file that it belongs to. To be
  /// called while nobody in this program has the file open.
  /// - Throws: ``StorageError/busy(path:)`` while another program has the file open, ``FileError``
  ///   when the log cannot be set aside: either is better than to go on.
  static func setAside(beside files: ReplicaFiles) throws {
    guard isForeign(files) else { return }
    // Another program may just be taking the mark away.
    let lock = try FileLock(files.lock)
    guard isForeign(files) else { return }
    guard let lock, !isInUse(files.sharedMemory) else {
      throw StorageError.busy(path: files.database)
    }
    try withExtendedLifetime(lock) {
      try Files.settle(files.writeAheadLog, as: files.replacedLog)
    }
  }

  /// Whether there is a log, and it cannot be the file's own.
  private static func isForeign(_ files: ReplicaFiles) -> Bool {
    Files.size(of: files.writeAheadLog) > 0 && BackupMark.isSet(in: files.database) == true
  }

  /// Whether another program is connected: each holds a lock on one byte of the memory that they
  /// share (https://www.sqlite.org/walformat.html, section 2.2, and os_unix.c, UNIX_SHM_DMS).
  private static func isInUse(_ sharedMemory: String) -> Bool {
    let descriptor = open(sharedMemory, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return errno != ENOENT }
    defer { close(descriptor) }
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = 128
    lock.l_len = 1
    return fcntl(descriptor, F_GETLK, &lock) != 0 || lock.l_type != Int16(F_UNLCK)
  }
}
