import Domain

extension FieldValue {
  /// Whether both have the same bytes.
  ///
  /// The equality of `String` takes two spellings of one letter for equal; a merge that did so
  /// would keep the one that came first, and that differs between replicas.
  func hasSameBytes(as other: FieldValue) -> Bool {
    !(self < other) && !(other < self)
  }
}
