internal import Glibc

/// Whole files: read at once, written so that a crash leaves either the old content or the new.
public enum Files {
  /// Whether there is a file or a folder at `path`.
  public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Reads a whole file of at most `limit` bytes.
  /// - Throws: ``FileError``; a larger file fails with `EFBIG`.
  public static func read(_ path: String, limit: Int = 256 << 20) throws(FileError) -> [UInt8] {
    // A pipe or a device could be without end, and opening a pipe waits for a writer.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileError.last(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileError.last(path) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw FileError(number: EISDIR, path: path)
    default: throw FileError(number: ESPIPE, path: path)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(Int(status.st_size), limit))
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw FileError.last(path) }
      guard count > 0 else { return bytes }
      guard bytes.count + count <= limit else { throw FileError(number: EFBIG, path: path) }
      bytes.append(contentsOf: chunk[..<count])
    }
  }

  /// Writes a whole file beside `path`, makes it durable and then renames it, so that a reader
  /// never sees half of it.
  /// - Parameters:
  ///   - mode: The permissions of the new file.
  ///   - isDurable: Whether it must outlive a power cut that follows at once.
  public static func write(
    _ bytes: [UInt8], to path: String, mode: UInt32 = 0o644, isDurable: Bool = true
  ) throws(FileError) {
    let temporary = "\(path).\(getpid()).part"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw FileError(number: errno, path: path) }
    do throws(FileError) {
      defer { close(descriptor) }
      try writeAll(bytes, to: descriptor, path: path)
      guard !isDurable || fsync(descriptor) == 0 else { throw FileError.last(path) }
      guard rename(temporary, path) == 0 else { throw FileError.last(path) }
    } catch {
      unlink(temporary)
      throw error
    }
    if isDurable { synchronizeFolder(of: path) }
  }

  /// When a file was written last and how large it is (stat(2)).
  struct Mark: Equatable {
    let seconds: Int
    let nanoseconds: Int
    let size: Int
  }

  /// The mark of a file.
  static func mark(of path: String) throws(FileError) -> Mark {
    var status = stat()
    guard stat(path, &status) == 0 else { throw FileError.last(path) }
    return Mark(
      seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec,
      size: Int(status.st_size))
  }

  /// The number of a file in its file system (stat(2), st_ino).
  static func number(of path: String) throws(FileError) -> UInt64 {
    var status = stat()
    guard stat(path, &status) == 0 else { throw FileError.last(path) }
    return UInt64(status.st_ino)
  }

  /// The bytes of a file; 0 where there is none.
  static func size(of path: String) -> Int {
    (try? mark(of: path))?.size ?? 0
  }

  /// Makes a finished file durable and gives it its name.
  static func settle(_ temporary: String, as path: String) throws(FileError) {
    let descriptor = open(temporary, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError.last(temporary) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0, rename(temporary, path) == 0 else { throw FileError.last(path) }
    synchronizeFolder(of: path)
  }

  /// The files in a folder and below it, in the order of their paths, and the folders that cannot
  /// be read. Links to folders are not followed, and what is hidden stays so.
  public static func files(under folder: String) -> (files: [String], failures: [FileError]) {
    var (files, failures): ([String], [FileError]) = ([], [])
    var waiting = [folder]
    while let current = waiting.popLast() {
      guard let stream = opendir(current) else {
        failures.append(FileError.last(current))
        continue
      }
      defer { closedir(stream) }
      while let entry = readdir(stream) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        guard !name.hasPrefix(".") else { continue }
        let path = current.hasSuffix("/") ? current + name : current + "/" + name
        if isRealFolder(path) { waiting.append(path) } else { files.append(path) }
      }
    }
    return (files.sorted(), failures)
  }

  /// Whether `path` names a folder and no link to one.
  private static func isRealFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Makes a folder with those above it; one that exists is fine.
  public static func makeFolder(_ path: String) throws(FileError) {
    if isFolder(path) { return }
    let above = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let parent = above.joined(separator: "/")
    if !parent.isEmpty { try makeFolder(parent) }
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw FileError.last(path) }
  }

  /// The permissions of a file; `nil` for one that is not there.
  static func mode(of path: String) -> UInt32? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : nil
  }

  /// The bytes that are free where a file is, and its own.
  static func room(for path: String) -> (free: UInt64, size: UInt64) {
    var (system, status) = (statvfs(), stat())
    let free = statvfs(path, &system) == 0 ? UInt64(system.f_bavail) * UInt64(system.f_frsize) : 0
    return (free, stat(path, &status) == 0 ? UInt64(clamping: status.st_size) : 0)
  }

  /// Whether two paths name one file that exists.
  static func areSame(_ first: String, _ second: String) -> Bool {
    var (one, other) = (stat(), stat())
    return stat(first, &one) == 0 && stat(second, &other) == 0 && one.st_dev == other.st_dev
      && one.st_ino == other.st_ino
  }

  /// The path of a file without links (realpath(3)); the same path where there is none.
  static func resolved(_ path: String) -> String {
    guard let found = realpath(path, nil) else { return path }
    defer { free(found) }
    return String(cString: found)
  }

  /// The folder that a file is in.
  public static func folder(of path: String) -> String {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    return folder.isEmpty ? "/" : folder
  }

  /// Removes a file; one that does not exist is fine.
  static func remove(_ path: String) { unlink(path) }

  /// Whether `path` names a folder.
  public static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32, path: String)
    throws(FileError)
  {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw FileError.last(path) }
      written += count
    }
  }

  /// A rename is durable only when its folder is; a file system that cannot do it has done its
  /// best.
  private static func synchronizeFolder(of path: String) {
    let descriptor = open(folder(of: path), O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
