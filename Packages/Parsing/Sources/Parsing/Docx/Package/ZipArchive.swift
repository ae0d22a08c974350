import CLibZip

/// The doorway to libzip: reads entries of an archive in memory.
struct ZipArchive: ~Copyable {
  /// What the directory says.
  let directory: ZipDirectory
  private let bytes: UnsafeBufferPointer<UInt8>
  private let archive: OpaquePointer
  private let numbers: [String: Int]

  /// Opens an archive.
  /// - Parameter bytes: The file; it must outlive the archive.
  /// - Throws: What is wrong with it.
  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(ReadingError) {
    let directory = try ZipDirectory(bytes)
    let numbers = try Self.numbers(directory)
    for entry in directory.entries where entry.isEncrypted {
      throw ReadingError(.encrypted, place: entry.nameText)
    }
    var error = zip_error_t()
    let count = zip_uint64_t(bytes.count)
    guard let source = zip_source_buffer_create(bytes.baseAddress, count, 0, &error)
    else { throw ReadingError(.zipCorrupt) }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      zip_source_free(source)
      throw ReadingError(.zipCorrupt)
    }
    self.directory = directory
    self.bytes = bytes
    self.numbers = numbers
    self.archive = archive
  }

  deinit { zip_discard(archive) }

  /// Part names differ in more than case (ECMA-376 part 2, 6.2.2.3).
  private static func numbers(_ directory: ZipDirectory) throws(ReadingError) -> [String: Int] {
    var numbers: [String: Int] = [:]
    numbers.reserveCapacity(directory.entries.count)
    for (number, entry) in directory.entries.enumerated() where entry.name.last != 0x2F {
      let name = entry.nameText
      guard numbers.updateValue(number, forKey: PartName.key(name)) == nil else {
        throw ReadingError(.zipDuplicate, place: name)
      }
    }
    return numbers
  }

  /// Whether there is an entry with a name, whatever its case.
  func contains(_ name: String) -> Bool {
    numbers[PartName.key(name)] != nil
  }

  /// Unpacks a whole entry.
  /// - Throws: What is wrong with the entry.
  func bytes(_ name: String, budget: inout Int) throws(ReadingError) -> [UInt8] {
    var bytes: [UInt8] = []
    try read(name, budget: &budget) { chunk in
      bytes.append(contentsOf: chunk)
      return true
    }
    return bytes
  }

  /// Unpacks an entry chunk by chunk.
  /// - Parameters:
  ///   - name: The name, in any case.
  ///   - budget: How many bytes may still be unpacked; reduced by what was.
  ///   - receive: Takes a chunk; returns whether it wants more.
  /// - Throws: What is wrong with the entry; then all that was received is worth nothing.
  func read(
    _ name: String, budget: inout Int, receive: (UnsafeBufferPointer<UInt8>) -> Bool
  ) throws(ReadingError) {
    guard let number = numbers[PartName.key(name)] else {
      throw ReadingError(.notDocx, place: name)
    }
    let entry = directory.entries[number]
    try entry.check(bytes)
    guard let file = zip_fopen_index(archive, zip_uint64_t(number), 0) else {
      throw ReadingError(.zipCorrupt, place: name)
    }
    defer { zip_fclose(file) }
    var delivered = 0
    var isWanted = true
    let isWhole = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.chunkSize) { chunk in
      while true {
        let count = Int(zip_fread(file, chunk.baseAddress, zip_uint64_t(chunk.count)))
        guard count > 0 else { return count == 0 }
        delivered += count
        guard delivered <= budget, !entry.isBomb(delivered) else { return true }
        if isWanted { isWanted = receive(UnsafeBufferPointer(rebasing: chunk[..<count])) }
        guard isWanted else { return true }
      }
    }
    guard isWhole else { throw ReadingError(.zipCorrupt, place: name) }
    guard delivered <= budget, !entry.isBomb(delivered) else {
      throw ReadingError(.zipBomb, place: name)
    }
    budget -= delivered
    // The checksum is known only after the last byte, and a size that lies shows in no other way.
    guard !isWanted || delivered == entry.size else {
      throw ReadingError(.zipCorrupt, place: name)
    }
  }

  private static var chunkSize: Int { 16 * 1024 }
}

extension ZipDirectory.Entry {
  /// Whether so much from so little is no text: real parts shrink to a 130th at best.
  fileprivate func isBomb(_ delivered: Int) -> Bool {
    delivered > Self.largestPart || delivered > 32 << 20 && delivered / 200 > packedSize
  }
}
