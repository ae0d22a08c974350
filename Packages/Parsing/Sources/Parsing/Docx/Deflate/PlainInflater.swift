import Glibc

/// Unpacks plain DEFLATE data (RFC 1951): blocks with codes of their own, and stored ones.
///
/// Nearly every part of every document is that plain, and is unpacked here in half the time that
/// zlib takes. Whatever is not plain or seems wrong is left to zlib, which judges.
struct PlainInflater: ~Copyable {
  /// How many bytes behind its target it may change.
  static var margin: Int { 24 }

  private let literals = HuffmanTable(bits: 11, capacity: 2342, link: Kind.special | Kind.link)
  private let distances = HuffmanTable(bits: 8, capacity: 402, link: Kind.farLink)
  private let lengthCodes = HuffmanTable(bits: 7, capacity: 128, link: Kind.special)
  /// The lengths of the codes of a block.
  private let lengths = UnsafeMutablePointer<UInt8>.allocate(capacity: Self.mostSymbols)

  private typealias Kind = HuffmanTable.Kind
  /// 288 literals and lengths and 32 distances; a last repetition may go beyond by 138.
  private static var mostSymbols: Int { 288 + 32 + 138 }

  deinit {
    literals.deallocate()
    distances.deallocate()
    lengthCodes.deallocate()
    lengths.deallocate()
  }

  /// Unpacks data.
  /// - Parameters:
  ///   - packed: The data, with ``BitReader/margin`` bytes behind it.
  ///   - target: Exactly as many bytes as there must be, with the margin behind them.
  /// - Returns: Whether the data is plain and is as long as the target.
  func inflate(
    _ packed: UnsafeBufferPointer<UInt8>, into target: UnsafeMutableBufferPointer<UInt8>
  ) -> Bool {
    guard let first = packed.baseAddress, let start = target.baseAddress else { return false }
    var reader = BitReader(packed, at: first)
    var place = 0
    while true {
      guard !reader.isBeyondEnd else { return false }
      reader.refill()
      let isLast = reader.take(1) == 1
      switch reader.take(2) {
      case 0: guard copyStored(&reader, target, &place) else { return false }
      case 2:
        guard readCodes(&reader), unpack(&reader, start, &place, target.count) else {
          return false
        }
      default: return false
      }
      if isLast { return place == target.count && !reader.tookTooMuch }
    }
  }

  private func copyStored(
    _ reader: inout BitReader, _ target: UnsafeMutableBufferPointer<UInt8>, _ place: inout Int
  ) -> Bool {
    guard let head = reader.takeBytes(4) else { return false }
    let length = Int(head[0]) | Int(head[1]) << 8
    guard length ^ 0xFFFF == Int(head[2]) | Int(head[3]) << 8, length <= target.count - place,
      let bytes = reader.takeBytes(length)
    else { return false }
    _ = UnsafeMutableBufferPointer(rebasing: target[place..<place + length])
      .initialize(fromContentsOf: bytes)
    place += length
    return true
  }

  // MARK: Codes

  /// Reads the codes of a block (RFC 1951, 3.2.7).
  private func readCodes(_ reader: inout BitReader) -> Bool {
    let literalCount = reader.take(5) + 257
    let distanceCount = reader.take(5) + 1
    let count = reader.take(4) + 4
    guard literalCount <= 286, distanceCount <= 30 else { return false }
    lengths.update(repeating: 0, count: 19)
    for index in 0..<count {
      if index == 16 || index == 0 { reader.refill() }
      lengths[Self.order[index]] = UInt8(reader.take(3))
    }
    guard lengthCodes.fill(UnsafeBufferPointer(start: lengths, count: 19), meanings: Self.itself)
    else { return false }
    var place = 0
    while place < literalCount + distanceCount {
      guard !reader.isBeyondEnd else { return false }
      reader.refill()
      let entry = lengthCodes.entries[Int(reader.bits & 0x7F)]
      reader.drop(entry)
      guard let (length, times) = lengthRun(Int(entry >> 16), &reader, place) else { return false }
      for index in place..<place + times { lengths[index] = length }
      place += times
    }
    guard place == literalCount + distanceCount else { return false }
    return literals.fill(
      UnsafeBufferPointer(start: lengths, count: literalCount), meanings: Self.literalMeanings)
      && distances.fill(
        UnsafeBufferPointer(start: lengths + literalCount, count: distanceCount),
        meanings: Self.distanceMeanings)
  }

  @inline(__always)
  private func lengthRun(
    _ symbol: Int, _ reader: inout BitReader, _ place: Int
  ) -> (length: UInt8, times: Int)? {
    switch symbol {
    case 16: place > 0 ? (lengths[place - 1], 3 + reader.take(2)) : nil
    case 17: (0, 3 + reader.take(3))
    case 18: (0, 11 + reader.take(7))
    default: (UInt8(symbol), 1)
    }
  }

  // MARK: Data

  /// Unpacks the data of a block.
  private func unpack(
    _ source: inout BitReader, _ start: UnsafeMutablePointer<UInt8>, _ place: inout Int, _ end: Int
  ) -> Bool {
    let (literals, distances) = (self.literals.entries, self.distances.entries)
    var reader = source
    var out = place
    while true {
      guard !reader.isBeyondEnd, out <= end else { return false }
      reader.refill()
      var entry = literals[Int(reader.bits & 0x7FF)]
      // Two literals leave enough bits for a length.
      if entry & Kind.literal != 0 {
        start[out] = UInt8(truncatingIfNeeded: entry >> 16)
        out += 1
        reader.drop(entry)
        entry = literals[Int(reader.bits & 0x7FF)]
        if entry & Kind.literal != 0 {
          start[out] = UInt8(truncatingIfNeeded: entry >> 16)
          out += 1
          reader.drop(entry)
          entry = literals[Int(reader.bits & 0x7FF)]
        }
      }
      if entry & Kind.link != 0, entry & Kind.literal == 0 {
        reader.drop(entry)
        entry = literals[Int(entry >> 16 & 0xFFF) + Self.low(entry >> 8 & 0x1F, of: reader.bits)]
      }
      reader.drop(entry)
      if entry & Kind.literal != 0 {
        start[out] = UInt8(truncatingIfNeeded: entry >> 16)
        out += 1
        continue
      }
      if entry & Kind.special != 0 {
        (source, place) = (reader, out)
        return entry & Kind.end != 0
      }
      let length = Int(entry >> 16) + reader.take(entry >> 8 & 0x1F)
      reader.refill()
      var far = distances[Int(reader.bits & 0xFF)]
      if far & Kind.farLink != 0 {
        reader.drop(far)
        far = distances[Int(far >> 16 & 0xFFF) + Self.low(far >> 8 & 0x1F, of: reader.bits)]
      }
      reader.drop(far)
      let distance = Int(far >> 16) + reader.take(far >> 8 & 0x1F)
      guard distance > 0, distance <= out, length <= end - out else { return false }
      Self.repeatBytes(start + out, distance, length)
      out += length
    }
  }

  @inline(__always)
  private static func low(_ number: UInt32, of bits: UInt64) -> Int {
    Int(bits & (1 &<< UInt64(number) &- 1))
  }

  /// Copies bytes from a distance before; up to 15 too many, which the next ones replace.
  @inline(__always)
  private static func repeatBytes(
    _ target: UnsafeMutablePointer<UInt8>, _ distance: Int, _ length: Int
  ) {
    let (to, from) = (UnsafeMutableRawPointer(target), UnsafeRawPointer(target - distance))
    var offset = 0
    if distance >= 16 {
      repeat {
        let bytes = (from + offset).loadUnaligned(as: SIMD16<UInt8>.self)
        (to + offset).storeBytes(of: bytes, as: SIMD16<UInt8>.self)
        offset += 16
      } while offset < length
    } else if distance >= 8 {
      repeat {
        let bytes = (from + offset).loadUnaligned(as: UInt64.self)
        (to + offset).storeBytes(of: bytes, as: UInt64.self)
        offset += 8
      } while offset < length
    } else if distance == 1 {
      memset(to, Int32(target[-1]), length)
    } else {
      for index in 0..<length { target[index] = target[index - distance] }
    }
  }

  // MARK: Constants

  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
  private static let itself = (0..<19).map { UInt32($0) << 16 }

  /// RFC 1951, 3.2.5.
  private static let literalMeanings: [UInt32] =
    (0..<256).map { Kind.literal | UInt32($0) << 16 } + [Kind.special | Kind.end]
    + zip(bases(from: 3, doubling: 4, extraFrom: 8, count: 28), 0...).map { $0.0 }
    + [258 << 16, Kind.special, Kind.special]
  private static let distanceMeanings =
    bases(from: 1, doubling: 2, extraFrom: 4, count: 30) + [0, 0]

  /// The smallest length or distance of each code and its extra bits, which grow by one with every
  /// so many codes.
  private static func bases(
    from first: UInt32, doubling: Int, extraFrom: Int, count: Int
  ) -> [UInt32] {
    var base = first
    return (0..<count).map { code in
      let extra = code < extraFrom ? 0 : UInt32(code / doubling - 1)
      defer { base += 1 << extra }
      return base << 16 | extra << 8
    }
  }
}
