/// A line of a document that has a word.
struct PassageLine {
  /// The number of the line, from 0.
  let position: Int
  /// Its bytes.
  let range: Range<Int>
}

/// The lines of a text that are not blank, in order. Linear in its length.
struct PassageLines: Sequence {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func makeIterator() -> Iterator { Iterator(bytes: bytes, lines: TextLines(bytes)) }

  /// Walks through the lines.
  struct Iterator: IteratorProtocol {
    fileprivate let bytes: [UInt8]
    fileprivate let lines: TextLines
    private var position = 0

    fileprivate init(bytes: [UInt8], lines: TextLines) {
      (self.bytes, self.lines) = (bytes, lines)
    }

    mutating func next() -> PassageLine? {
      while let range = lines.range(of: position) {
        defer { position += 1 }
        guard bytes[range].contains(where: PassageLines.isPrinted) else { continue }
        return PassageLine(position: position, range: range)
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
