internal import Glibc

/// The lines of a text by their numbers, as the search index counts them: beyond the most that it
/// counts, the last has all the rest. Linear in the text when made, constant for a line.
struct TextLines {
  private let bytes: [UInt8]
  /// Where each line begins.
  private var starts: [Int] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    bytes.withUnsafeBytes { text in
      guard let first = text.baseAddress else { return }
      var start = 0
      while start < text.count {
        starts.append(start)
        guard starts.count < PassageNumber.lines,
          let newline = memchr(first + start, Int32(UInt8(ascii: "\n")), text.count - start)
        else { return }
        start = UnsafeRawPointer(newline) - first + 1
      }
    }
  }

  /// The bytes of a line, without its end; `nil` for one that is not there.
  func line(_ number: Int) -> [UInt8]? { range(of: number).map { Array(bytes[$0]) } }

  /// Where a line stands, without its end; `nil` for one that is not there.
  func range(of number: Int) -> Range<Int>? {
    guard let start = start(of: number) else { return nil }
    if number + 1 < starts.count { return start..<starts[number + 1] - 1 }
    let hasEnd = starts.count < PassageNumber.lines && bytes.last == UInt8(ascii: "\n")
    return start..<(hasEnd ? bytes.count - 1 : bytes.count)
  }

  /// The bytes before a line; `nil` for one that is not there.
  func start(of number: Int) -> Int? {
    starts.indices.contains(number) ? starts[number] : nil
  }
}
