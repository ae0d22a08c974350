import Domain

/// A condition on one column of an answer.
public struct RowFilter: Sendable, Hashable {
  /// The English name of the column.
  public let column: String
  /// What is looked for: a code or its label, a date or its beginning, or a part of a text. Case
  /// and diacritics do not matter.
  public let text: String

  /// Creates a condition.
  public init(column: String, text: String) {
    self.column = column
    self.text = text
  }

  /// Whether `cell`, a value of `field`, meets the condition.
  func accepts(_ cell: ViewRow.Cell, of field: Field) -> Bool {
    let wanted = Folding.fold(text)
    // Nothing looked for means what is not stated.
    guard !wanted.isEmpty else { return cell == .none || cell == .list([]) }
    switch cell {
    case .none: return false
    case .integer(let number): return String(number) == wanted
    case .boolean(let truth): return (truth ? ["true", "ano"] : ["false", "ne"]).contains(wanted)
    case .text(let text): return accepts(text, of: field, wanted)
    case .list(let values): return values.contains { accepts($0, of: field, wanted) }
    }
  }

  private func accepts(_ text: String, of field: Field, _ wanted: String) -> Bool {
    switch field.type {
    case .choice(let list):
      let label = list.label(of: text)
      return text == wanted || label.map { Folding.fold($0.czech) } == wanted
        || label.map { Folding.fold($0.english) } == wanted
    case .date: return text.hasPrefix(wanted)
    case .reference: return text.hasPrefix(wanted)
    case .text, .longText, .companyNumber, .integer, .boolean, .source:
      return Folding.fold(text).contains(wanted)
    }
  }
}
