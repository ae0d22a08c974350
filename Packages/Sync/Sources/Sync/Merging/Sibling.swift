public import Domain

/// One of the values that a field has at the same time.
public struct Sibling: Sendable {
  /// The write.
  public let dot: Dot
  /// When it was written.
  public let timestamp: HybridTimestamp
  /// Whether a person stands behind it.
  public let isPerson: Bool
  /// The value; `nil` when the field was cleared on purpose.
  public let value: FieldValue?

  /// Creates a sibling.
  public init(dot: Dot, timestamp: HybridTimestamp, isPerson: Bool, value: FieldValue?) {
    self.dot = dot
    self.timestamp = timestamp
    self.isPerson = isPerson
    self.value = value
  }

  /// Whether this one is shown before `other`: a person before a machine, then the later, then the
  /// greater dot.
  func isShownBefore(_ other: Sibling) -> Bool {
    if isPerson != other.isPerson { return isPerson }
    if timestamp != other.timestamp { return timestamp > other.timestamp }
    return dot > other.dot
  }

  func hasSameValue(as other: Sibling) -> Bool {
    switch (value, other.value) {
    case (let mine?, let theirs?): mine.hasSameBytes(as: theirs)
    case (nil, nil): true
    default: false
    }
  }
}
