public import Domain

/// How an answer is written.
public enum OutputFormat: String, Sendable, CaseIterable {
  /// A table for people.
  case table
  /// An array of JSON objects.
  case json
  /// A JSON object a line.
  case ndjson
  /// Comma-separated values after RFC 4180.
  case csv
  /// A Markdown table.
  case md

  /// Writes an answer.
  /// - Parameters:
  ///   - width: The columns that a table may take; `nil` for as many as it needs.
  ///   - isStyled: Whether headings of a table may be set off with terminal codes.
  public func text(
    _ answer: Answer, in language: Language, width: Int? = nil, isStyled: Bool = false
  ) -> String {
    switch self {
    case .table: TableText(answer, language, width: width, isStyled: isStyled).text
    case .json: JSONText.array(answer)
    case .ndjson: JSONText.lines(answer)
    case .csv: DelimitedText.csv(answer)
    case .md: DelimitedText.markdown(answer, language)
    }
  }
}
