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
  /// A calendar (RFC 5545) of what has a day.
  case ics
  /// A workbook for spreadsheets.
  case xlsx

  /// Whether the places that prove rows are written.
  public var showsEvidence: Bool { self == .json || self == .ndjson }

  /// Writes an answer.
  /// - Parameters:
  ///   - width: The columns that a table may take; `nil` for as many as it needs.
  ///   - withFacets: Whether a table and JSON say how the rows divide; JSON is an object then.
  ///   - isStyled: Whether headings of a table may be set off with terminal codes.
  public func text(
    _ answer: Answer, in language: Language, width: Int? = nil, withFacets: Bool = false,
    isStyled: Bool = false
  ) -> String {
    let page = withFacets ? answer.page : nil
    return switch self {
    case .table:
      TableText(answer, language, width: width, isStyled: isStyled).text
        + (page.map { "\n" + $0.lines(language) } ?? "")
    case .json: page.map { JSONText.page(answer, $0) } ?? JSONText.array(answer)
    case .ndjson: answer.jsonLines.text
    case .csv: DelimitedText.csv(answer)
    case .md: DelimitedText.markdown(answer, language)
    case .ics: CalendarText(answer, language).text
    case .xlsx: ""
    }
  }

  /// The bytes of an answer in a format that is no text; `nil` for one that is.
  public func bytes(_ answer: Answer, in language: Language) -> [UInt8]? {
    self == .xlsx ? SheetFile(answer, language).bytes : nil
  }
}
