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

  /// Unpacks an entry.
  /// - Parameters:
  ///   - name: The name, in any case.
  ///   - budget: How many bytes may still be unpacked; reduced by what was.
  /// - Returns: The bytes, whose number and checksum are right.
  /// - Throws: What is wrong with the entry.
  func read(_ name: String, budget: inout Int) throws(ReadingError) -> [UInt8] {
    guard let number = numbers[PartName.key(name)] else {
      throw ReadingError(.notDocx, place: name)
    }
    let entry = directory.entries[number]
    try entry.check(bytes)
    guard entry.size <= budget else { throw ReadingError(.zipBomb, place: name) }
    guard let file = zip_fopen_index(archive, zip_uint64_t(number), 0) else {
      throw ReadingError(.zipCorrupt, place: name)
    }
    defer { zip_fclose(file) }
    // One byte more than there should be shows a size that lies; the checksum is known only once
    // libzip has come to the end.
    var isWhole = false
    let unpacked = [UInt8](unsafeUninitializedCapacity: entry.size + 1) { buffer, count in
      while count < buffer.count, let start = buffer.baseAddress {
        let read = zip_fread(file, start + count, zip_uint64_t(buffer.count - count))
        guard read > 0 else {
          isWhole = read == 0
          break
        }
        count += Int(read)
      }
    }
    guard isWhole, unpacked.count == entry.size else {
      throw ReadingError(.zipCorrupt, place: name)
    }
    budget -= unpacked.count
    return unpacked
  }
}
