/// A value bound to a statement.
enum SQLValue: Equatable {
  case null
  case integer(Int64)
  case text(String)
  case blob([UInt8])
}

extension SQLValue {
  /// Binds a missing text as NULL.
  init(_ text: String?) { self = text.map(SQLValue.text) ?? .null }

  /// Binds an integer of any width; one that does not fit is bound by its bit pattern.
  init(_ number: some BinaryInteger) { self = .integer(Int64(truncatingIfNeeded: number)) }
}
