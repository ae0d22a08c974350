public import Domain

/// Words that were said to be erased: what one change wrote to one record.
public struct ErasedWords: Hashable, Sendable {
  /// The record.
  public let record: RecordID
  /// The change that wrote them.
  public let dot: Dot
  /// The change that erased them.
  public let author: Dot

  /// Creates a note of erased words.
  public init(record: RecordID, dot: Dot, author: Dot) {
    self.record = record
    self.dot = dot
    self.author = author
  }
}
