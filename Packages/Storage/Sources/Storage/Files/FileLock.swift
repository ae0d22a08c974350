internal import Glibc

/// The right to write, held by one program at a time through a lock file beside the database.
///
/// SQLite 3.40 can corrupt a file that two programs write and checkpoint at once (the WAL-reset bug
/// of versions before 3.51.3), so the second program waits outside. The system frees the lock when
/// its holder ends, however it ends. Final class because it owns a descriptor that is closed
/// exactly once.
final class FileLock {
  private let descriptor: Int32

  /// Takes the lock, or returns `nil` when another program has it.
  init?(_ path: String) throws(FileError) {
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileError.last(path) }
    // A command that has just ended frees its lock within moments; one that runs on keeps it.
    for attempt in 0..<20 {
      if attempt > 0 { usleep(50_000) }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return }
      guard errno == EWOULDBLOCK || errno == EINTR else { break }
    }
    return nil
  }

  deinit { close(descriptor) }
}
