/// An archive in memory, of which single entries are unpacked.
struct ZipArchive: ~Copyable {
  /// What the directory says.
  let directory: ZipDirectory
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The entries that are no folders, by what is equal for equal names.
  private let order: [(key: UInt64, number: Int)]
  private let inflater = PlainInflater()

  /// Opens an archive.
  /// - Parameter bytes: The file; it must outlive the archive.
  /// - Throws: What is wrong with it.
  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(ReadingError) {
    let directory = try ZipDirectory(bytes)
    let parts = directory.entries.indices.filter { directory.entries[$0].name.last != 0x2F }
    let order = parts.map { (key: PartName.key(directory.entries[$0].name), number: $0) }
    for entry in directory.entries where entry.isEncrypted {
      throw ReadingError(.encrypted, place: entry.nameText)
    }
    self.directory = directory
    self.bytes = bytes
    self.order = order.sorted { ($0.key, $0.number) < ($1.key, $1.number) }
  }

  /// The entries with a name, of which there is one in a sound package: part names differ in more
  /// than case (ECMA-376 part 2, 6.2.2.3). Some producers write the name without the escapes of the
  /// relationship that leads to it.
  private func entries(_ name: String) -> [ZipDirectory.Entry] {
    let found = entries(spelled: name)
    guard found.isEmpty, name.utf8.contains(UInt8(ascii: "%")) else { return found }
    return entries(spelled: PartName.decoded(name))
  }

  private func entries(spelled name: String) -> [ZipDirectory.Entry] {
    var name = name
    return name.withUTF8 { name in
      let key = PartName.key(name)
      return order[firstPlace(of: key)...].prefix { $0.key == key }
        .map { directory.entries[$0.number] }.filter { PartName.areEqual($0.name, name) }
    }
  }

  private func firstPlace(of key: UInt64) -> Int {
    var (low, high) = (0, order.count)
    while low < high {
      let middle = (low + high) / 2
      if order[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether there is an entry with a name, whatever its case.
  func contains(_ name: String) -> Bool {
    !entries(name).isEmpty
  }

  /// Unpacks an entry.
  /// - Parameters:
  ///   - name: The name, in any case.
  ///   - buffer: Takes the bytes, whose number and checksum are right.
  ///   - budget: How many bytes may still be unpacked; reduced by what was.
  /// - Throws: What is wrong with the entry.
  func read(
    _ name: String, into buffer: inout PartBuffer, budget: inout Int
  ) throws(ReadingError) {
    let found = entries(name)
    guard let entry = found.first else { throw ReadingError(.notDocx, place: name) }
    guard found.count == 1 else { throw ReadingError(.zipDuplicate, place: name) }
    let packed = try entry.data(in: bytes)
    guard entry.size <= budget else { throw ReadingError(.zipBomb, place: name) }
    // DEFLATE cannot do more than 1,032 for one: a size beyond it lies and is not made room for.
    let isPossible =
      entry.method == 0 ? entry.size == packed.count : entry.size / 1032 <= packed.count
    guard isPossible else { throw ReadingError(.zipCorrupt, place: name) }
    guard unpack(packed, isStored: entry.method == 0, into: buffer.reserve(entry.size)) else {
      throw ReadingError(.zipCorrupt, place: name)
    }
    buffer.seal()
    guard Zlib.checksum(buffer.bytes) == entry.checksum else {
      throw ReadingError(.zipCorrupt, place: name)
    }
    budget -= entry.size
  }

  private func unpack(
    _ packed: UnsafeBufferPointer<UInt8>, isStored: Bool,
    into target: UnsafeMutableBufferPointer<UInt8>
  ) -> Bool {
    if isStored { return target.initialize(fromContentsOf: packed) == target.count }
    guard let start = packed.baseAddress, let end = bytes.baseAddress.map({ $0 + bytes.count }),
      start + packed.count + BitReader.margin <= end, inflater.inflate(packed, into: target)
    else { return Zlib.inflate(packed, into: target) }
    return true
  }
}
