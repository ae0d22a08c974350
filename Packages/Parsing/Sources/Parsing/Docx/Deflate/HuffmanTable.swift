/// What the next bits of DEFLATE data mean: a table that is indexed with as many of them as most
/// codes have, and further tables for the longer ones (RFC 1951, 3.2).
///
/// An entry has the length of the code in its low byte, the number of extra bits that follow in the
/// next one, and a value above; see ``HuffmanTable/Kind``.
struct HuffmanTable {
  /// The bits of an entry that are no value, in a table of literals and lengths and in one of
  /// distances.
  enum Kind {
    /// A literal.
    static let literal: UInt32 = 1 << 31
    /// No length: the end of the block, a further table, or nothing at all.
    static let special: UInt32 = 1 << 30
    /// The value is the place of a further table, and the extra bits are its index.
    static let link: UInt32 = 1 << 29
    /// The end of the block.
    static let end: UInt32 = 1 << 28
    /// The value is the place of a further table of distances.
    static let farLink: UInt32 = 1 << 31
  }

  /// One number for each length of a code.
  private typealias Counts = InlineArray<16, Int>

  let entries: UnsafeMutablePointer<UInt32>
  let bits: UInt32
  private let capacity: Int
  private let link: UInt32

  /// - Parameter capacity: As many entries as any set of codes can need.
  init(bits: UInt32, capacity: Int, link: UInt32) {
    entries = .allocate(capacity: capacity)
    self.bits = bits
    self.capacity = capacity
    self.link = link
  }

  func deallocate() { entries.deallocate() }

  /// Fills the table.
  /// - Parameters:
  ///   - lengths: The length of each symbol's code, at most 15; 0 for a symbol that is not used.
  ///   - meanings: The entry of each symbol, without the length of the code.
  /// - Returns: Whether the codes are complete: every sequence of bits means something.
  func fill(_ lengths: UnsafeBufferPointer<UInt8>, meanings: [UInt32]) -> Bool {
    var counts = Counts(repeating: 0)
    for length in lengths { counts[Int(length)] += 1 }
    counts[0] = 0
    var starts = Counts(repeating: 0)
    var space = 0
    for length in 1...15 {
      starts[length] = starts[length - 1] + counts[length - 1]
      space += counts[length] << (15 - length)
    }
    guard space == 1 << 15 else { return false }
    return withUnsafeTemporaryAllocation(of: UInt16.self, capacity: lengths.count) { sorted in
      for (symbol, length) in lengths.enumerated() where length > 0 {
        sorted[starts[Int(length)]] = UInt16(symbol)
        starts[Int(length)] += 1
      }
      return fill(sorted, counts, meanings)
    }
  }

  private func fill(
    _ sorted: UnsafeMutableBufferPointer<UInt16>, _ counts: Counts, _ meanings: [UInt32]
  ) -> Bool {
    let direct = Int(bits)
    // The code as it stands in the data: its first bit lowest.
    var code = 0
    var place = 0
    var (linked, start, free, index) = (-1, 0, 1 << direct, 0)
    for length in 1...15 {
      for used in 0..<counts[length] {
        let meaning = meanings[Int(sorted[place])]
        place += 1
        if length <= direct {
          repeatEntry(meaning | UInt32(length), at: code, step: 1 << length, below: 1 << direct)
        } else {
          if code & (1 << direct - 1) != linked {
            linked = code & (1 << direct - 1)
            (start, index) = (free, indexBits(length, counts[length] - used, counts))
            free += 1 << index
            guard free <= capacity else { return false }
            entries[linked] = link | UInt32(start) << 16 | UInt32(index) << 8 | bits
          }
          let rest = length - direct
          guard code >> direct < 1 << index else { return false }
          repeatEntry(
            meaning | UInt32(rest), at: start + code >> direct, step: 1 << rest,
            below: start + 1 << index)
        }
        code = Self.successor(of: code, length)
      }
    }
    return true
  }

  @inline(__always)
  private func repeatEntry(_ entry: UInt32, at first: Int, step: Int, below end: Int) {
    var place = first
    while place < end {
      entries[place] = entry
      place += step
    }
  }

  /// How many bits tell apart the codes that begin like the next one, which is of a length that so
  /// many others have.
  private func indexBits(_ length: Int, _ others: Int, _ counts: Counts) -> Int {
    var index = length - Int(bits)
    var used = others
    while used < 1 << index, index + Int(bits) < 15 {
      index += 1
      used = used << 1 + counts[index + Int(bits)]
    }
    return index
  }

  /// The next code of a length, whose bits stand in reverse.
  @inline(__always)
  private static func successor(of code: Int, _ length: Int) -> Int {
    var bit = 1 << (length - 1)
    while code & bit != 0 { bit >>= 1 }
    return bit == 0 ? 0 : code & (bit - 1) | bit
  }
}
