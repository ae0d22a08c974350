/// What a ZIP archive's central directory says, read with suspicion before anything is unpacked.
///
/// The format is APPNOTE.TXT of PKWARE, version 6.3; a package has no encryption, no other
/// compression than none and DEFLATE, and is one file (ECMA-376 part 2, annex B).
struct ZipDirectory {
  /// An entry, in the order of the directory.
  struct Entry {
    /// The name, where it stands in the file.
    var name: UnsafeBufferPointer<UInt8>
    var flags: Int
    var method: Int
    var checksum: Int
    var packedSize: Int
    var size: Int
    var headerOffset: Int
  }

  /// The entries.
  private(set) var entries: [Entry] = []
  /// The largest number of entries; the richest real document known has 291.
  private static let mostEntries = 2000

  /// Reads the directory.
  /// - Parameter bytes: The file; it must outlive the directory.
  /// - Throws: What is wrong with the archive as a whole.
  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(ReadingError) {
    let end = try Self.endRecord(bytes)
    guard bytes.short(end + 4) == 0, bytes.short(end + 6) == 0 else {
      throw ReadingError(.zipUnsupported, place: "multiple disks")
    }
    let count = bytes.short(end + 10)
    guard count <= Self.mostEntries else { throw ReadingError(.zipTooMany, place: "\(count)") }
    let (size, start) = (bytes.long(end + 12), bytes.long(end + 16))
    guard start + size <= end else { throw ReadingError(.zipCorrupt, place: "central directory") }
    var place = start
    entries.reserveCapacity(count)
    for _ in 0..<count {
      guard let entry = Self.entry(bytes, at: &place, before: end) else {
        throw ReadingError(.zipCorrupt, place: "central directory")
      }
      entries.append(entry)
    }
    try checkOverlaps(directoryStart: start)
  }

  /// The end record is the last thing in the file, but for a comment.
  private static func endRecord(_ bytes: UnsafeBufferPointer<UInt8>) throws(ReadingError) -> Int {
    let last = bytes.count - 22
    var place = last
    while place >= max(0, last - 0xFFFF) {
      if bytes.long(place) == 0x0605_4B50 { return place }
      place -= 1
    }
    throw ReadingError(.zipCorrupt, place: "end of central directory")
  }

  private static func entry(
    _ bytes: UnsafeBufferPointer<UInt8>, at place: inout Int, before end: Int
  ) -> Entry? {
    guard place + 46 <= end, bytes.long(place) == 0x0201_4B50 else { return nil }
    let lengths = (bytes.short(place + 28), bytes.short(place + 30), bytes.short(place + 32))
    let nameStart = place + 46
    let next = nameStart + lengths.0 + lengths.1 + lengths.2
    guard next <= end else { return nil }
    var entry = Entry(
      name: UnsafeBufferPointer(rebasing: bytes[nameStart..<nameStart + lengths.0]),
      flags: bytes.short(place + 8), method: bytes.short(place + 10),
      checksum: bytes.long(place + 16), packedSize: bytes.long(place + 20),
      size: bytes.long(place + 24), headerOffset: bytes.long(place + 42))
    let extraStart = nameStart + lengths.0
    entry.readLargeSizes(bytes, extraStart..<extraStart + lengths.1)
    place = next
    return entry
  }

  /// Entries that share bytes unpack to far more than the file (USENIX WOOT 19, "A better zip
  /// bomb").
  private func checkOverlaps(directoryStart: Int) throws(ReadingError) {
    var freeFrom = 0
    // Nearly every producer writes the entries in the order of the directory.
    let isSorted = zip(entries, entries.dropFirst()).allSatisfy {
      $0.headerOffset <= $1.headerOffset
    }
    for entry in isSorted ? entries : entries.sorted(by: { $0.headerOffset < $1.headerOffset })
    where entry.headerOffset != 0xFFFF_FFFF && entry.packedSize != 0xFFFF_FFFF {
      guard entry.headerOffset >= freeFrom else {
        throw ReadingError(.zipOverlap, place: entry.nameText)
      }
      freeFrom = entry.headerOffset + 30 + entry.name.count + entry.packedSize
      guard freeFrom <= directoryStart else {
        throw ReadingError(.zipCorrupt, place: entry.nameText)
      }
    }
  }
}

extension ZipDirectory.Entry {
  /// Takes numbers of eight bytes from the extra field of ZIP64, which has those that do not fit
  /// into four; a part as large is never read.
  fileprivate mutating func readLargeSizes(
    _ bytes: UnsafeBufferPointer<UInt8>, _ extra: Range<Int>
  ) {
    guard [size, packedSize, headerOffset].contains(Self.isElsewhere) else { return }
    var place = extra.lowerBound
    while place + 4 <= extra.upperBound, bytes.short(place) != 1 {
      place += 4 + bytes.short(place + 2)
    }
    let end = min(extra.upperBound, place + 4 + bytes.short(place + 2))
    place += 4
    for field in [\Self.size, \Self.packedSize, \Self.headerOffset] {
      guard self[keyPath: field] == Self.isElsewhere, place + 8 <= end else { continue }
      if bytes.long(place + 4) == 0 { self[keyPath: field] = bytes.long(place) }
      place += 8
    }
  }

  /// Whether the entry unpacks to so much, or to so much from so little, that it is no text: the
  /// largest real part known has 12.6 MB, and the emptiest shrinks to a 130th.
  private var isBomb: Bool { size > 128 << 20 || size > 32 << 20 && size / 200 > packedSize }

  private static let isElsewhere = 0xFFFF_FFFF

  /// The name, with whatever is no UTF-8 replaced.
  var nameText: String { String(decoding: name, as: UTF8.self) }

  /// Whether the entry needs a password.
  var isEncrypted: Bool { flags & 1 != 0 || method == 99 }

  /// Checks what only matters for an entry that is read.
  /// - Returns: The packed data.
  /// - Throws: `zipUnsupported`, `zipBomb`, or `zipCorrupt` when its local header contradicts.
  func data(in bytes: UnsafeBufferPointer<UInt8>) throws(ReadingError) -> UnsafeBufferPointer<UInt8>
  {
    guard method == 0 || method == 8 else {
      throw ReadingError(.zipUnsupported, place: nameText)
    }
    guard !isBomb else { throw ReadingError(.zipBomb, place: nameText) }
    let nameStart = headerOffset + 30
    guard nameStart + name.count <= bytes.count, bytes.long(headerOffset) == 0x0403_4B50,
      bytes.short(headerOffset + 26) == name.count,
      bytes[nameStart..<nameStart + name.count].elementsEqual(name)
    else { throw ReadingError(.zipCorrupt, place: nameText) }
    let start = nameStart + name.count + bytes.short(headerOffset + 28)
    guard start + packedSize <= bytes.count else {
      throw ReadingError(.zipCorrupt, place: nameText)
    }
    return UnsafeBufferPointer(rebasing: bytes[start..<start + packedSize])
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// A number of two bytes, low byte first; 0 outside of the buffer.
  fileprivate func short(_ place: Int) -> Int {
    place >= 0 && place + 2 <= count ? Int(self[place]) | Int(self[place + 1]) << 8 : 0
  }

  /// A number of four bytes, low byte first; 0 outside of the buffer.
  fileprivate func long(_ place: Int) -> Int {
    short(place) | short(place + 2) << 16
  }
}
