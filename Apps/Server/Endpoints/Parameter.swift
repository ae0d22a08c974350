/// A variable of a path or a condition of a query.
struct Parameter: Sendable {
  /// Where it stands.
  enum Place: String, Sendable {
    case path
    case query
  }

  /// What values it takes.
  enum Kind: Sendable, Hashable {
    /// Any text.
    case text
    /// A whole number within bounds.
    case integer(ClosedRange<Int>)
    /// A whole number in a column, with the least that it can be; empty for what is not stated.
    case number(least: Int64?)
    /// A whole number that those in a column are compared with.
    case bound(least: Int64?)
    /// Yes or no.
    case boolean
    /// A year, a month or a day.
    case date
    /// A date or its beginning.
    case beginningOfDate
    /// One of these codes; empty for what is not stated.
    case choice([String])
    /// An identifier or its beginning.
    case identifier
    /// Several texts, each as one parameter of the same name.
    case texts
  }

  let name: String
  let place: Place
  let kind: Kind
  let summary: String
  var isRequired = false
}
