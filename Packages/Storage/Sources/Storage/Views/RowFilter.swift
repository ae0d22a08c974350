import Domain

/// A condition on one column of an answer.
public struct RowFilter: Sendable, Hashable {
  /// How a value is compared.
  public enum Comparison: String, Sendable, CaseIterable {
    /// The same, or a part of a text.
    case equal = "="
    /// Anything else, also nothing.
    case different = "!="
    /// Before, or fewer.
    case less = "<"
    /// Not after, or at most.
    case atMost = "<="
    /// After, or more.
    case greater = ">"
    /// Not before, or at least.
    case atLeast = ">="
  }

  /// The English name of the column.
  public let column: String
  /// How the column is compared.
  public let comparison: Comparison
  /// What is looked for: a code or its label, a date or its beginning, or a part of a text. Case
  /// and diacritics do not matter.
  public let text: String

  /// Creates a condition.
  public init(column: String, _ comparison: Comparison = .equal, text: String) {
    self.column = column
    self.comparison = comparison
    self.text = text
  }

  /// Reads `column=text`, `column!=text`, `column<text`, `column<=text` and so on; `nil` for
  /// anything else.
  public init?(_ written: String) {
    guard let sign = written.firstIndex(where: { "=<>!".contains($0) }), sign > written.startIndex
    else { return nil }
    let rest = written[sign...]
    let found = ["!=", "<=", ">=", "=", "<", ">"].first { rest.hasPrefix($0) }
    guard let found, let comparison = Comparison(rawValue: found) else { return nil }
    self.init(
      column: String(written[..<sign]), comparison, text: String(rest.dropFirst(found.count)))
  }
}
