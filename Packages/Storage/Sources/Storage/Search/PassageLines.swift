/// A line of a document that has a word.
struct PassageLine {
  /// The number of the line, from 0.
  let position: Int
  /// Its bytes.
  let range: Range<Int>
}

/// The lines of a text, in order. Linear in its length.
struct PassageLines: Sequence {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func makeIterator() -> Iterator { Iterator(bytes: bytes) }

  /// Walks through the lines that are not blank.
  struct Iterator: IteratorProtocol {
    fileprivate let bytes: [UInt8]
    private var place = 0
    private var position = 0

    fileprivate init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> PassageLine? {
      while place < bytes.count {
        let start = place
        var end = bytes.count
        if position < PassageNumber.lines - 1 {
          end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        }
        defer {
          place = end + 1
          position += 1
        }
        guard bytes[start..<end].contains(where: PassageLines.isPrinted) else { continue }
        return PassageLine(position: position, range: start..<end)
      }
      return nil
    }
  }

  private static func isPrinted(_ byte: UInt8) -> Bool { byte > 0x20 }

  /// A heading is short, and numbered without the full stop of a sentence, or ends with a colon, or
  /// is in capitals.
  static func isHeading(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= 120, let last = line.last(where: { $0 > 0x20 }),
      let first = line.first(where: { $0 > 0x20 })
    else { return false }
    if last == UInt8(ascii: ":") { return true }
    let isNumbered = first &- UInt8(ascii: "0") < 10 && line.prefix(8).contains { $0 == 0x2E }
    if isNumbered { return !",;.".utf8.contains(last) }
    let letters = line.reduce(into: (upper: 0, lower: 0)) { count, byte in
      if byte &- UInt8(ascii: "A") < 26 { count.upper += 1 }
      if byte &- UInt8(ascii: "a") < 26 { count.lower += 1 }
    }
    return letters.upper > 3 && letters.lower == 0
  }
}
