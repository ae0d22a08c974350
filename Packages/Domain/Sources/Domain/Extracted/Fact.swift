/// A value that an extractor found, with the place that proves it.
public struct Fact<Value: Hashable & Sendable>: Hashable, Sendable {
  /// What was found.
  public var value: Value
  /// Where it stands in the document's plain text.
  public var source: SourceRange
  /// The share of such findings that are right, from 0 to 1, as measured on annotated minutes.
  public var confidence: Double

  /// Creates a fact.
  public init(_ value: Value, _ source: SourceRange, confidence: Double = 0.95) {
    self.value = value
    self.source = source
    self.confidence = confidence
  }
}
