/// A value bound to a statement.
enum SQLValue {
  case null
  case integer(Int64)
  case text(String)
  case blob([UInt8])
}

extension SQLValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByNilLiteral
{
  init(stringLiteral value: String) { self = .text(value) }
  init(integerLiteral value: Int64) { self = .integer(value) }
  init(nilLiteral: ()) { self = .null }

  /// Binds a missing text as NULL.
  init(_ text: String?) { self = text.map(SQLValue.text) ?? .null }

  /// Binds an integer of any width; one that does not fit is bound by its bit pattern.
  init(_ number: some BinaryInteger) { self = .integer(Int64(truncatingIfNeeded: number)) }
}
