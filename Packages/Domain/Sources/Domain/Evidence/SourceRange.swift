/// A place in the plain text of a document: UTF-8 bytes, counted from zero, the end not included.
public struct SourceRange: Hashable, Sendable {
  /// The offset of the first byte.
  public let start: Int
  /// The offset after the last byte; never before `start`.
  public let end: Int

  /// Creates a range; an end before the start is moved to the start.
  public init(_ start: Int, _ end: Int) {
    self.start = max(0, start)
    self.end = max(self.start, end)
  }

  /// The number of bytes.
  public var count: Int { end - start }

  /// The smallest range that holds both.
  public func union(_ other: SourceRange) -> SourceRange {
    SourceRange(min(start, other.start), max(end, other.end))
  }

  /// The same number of bytes, `offset` bytes later.
  public func moved(by offset: Int) -> SourceRange { SourceRange(start + offset, end + offset) }

  /// Returns the text that the range covers in `text`, or `nil` when the range lies outside of it
  /// or cuts a character.
  public func quote(from text: String) -> String? {
    let utf8 = text.utf8
    guard end <= utf8.count,
      let first = utf8.index(utf8.startIndex, offsetBy: start, limitedBy: utf8.endIndex),
      let last = utf8.index(utf8.startIndex, offsetBy: end, limitedBy: utf8.endIndex),
      let lower = first.samePosition(in: text.unicodeScalars),
      let upper = last.samePosition(in: text.unicodeScalars)
    else { return nil }
    return String(text.unicodeScalars[lower..<upper])
  }
}

extension SourceRange: Comparable {
  /// Orders ranges by their start, then by their end.
  public static func < (left: Self, right: Self) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}
