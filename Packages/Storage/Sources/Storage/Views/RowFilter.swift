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

  /// The condition with its text as it is stored.
  /// - Throws: ``StorageError/badValue(field:text:reason:)`` for what no value of the field can be.
  func checked(for field: Field) throws(StorageError) -> RowFilter {
    guard !text.trimmed.isEmpty else { return self }
    switch field.type {
    case .choice, .integer, .boolean, .date:
      // The beginning of a date is a condition too: `2020-0`.
      let isBeginning = text.utf8.allSatisfy { $0 == 0x2D || $0 &- 0x30 < 10 }
      if field.type == .date, isBeginning { return self }
      do {
        return RowFilter(column: column, text: try field.value(from: text.trimmed).plain)
      } catch {
        throw .badValue(field: field, text: text, reason: error)
      }
    case .text, .longText, .companyNumber, .reference, .source: return self
    }
  }

  /// Whether `cell`, a value of `field`, meets the condition.
  func accepts(_ cell: ViewRow.Cell, of field: Field) -> Bool {
    let wanted = Folding.fold(text)
    // Nothing looked for means what is not stated.
    guard !wanted.isEmpty else { return cell == .none || cell == .list([]) }
    switch cell {
    case .none: return false
    case .integer(let number): return String(number) == wanted
    case .boolean(let truth): return wanted == (truth ? "true" : "false")
    case .text(let text): return accepts(text, of: field, wanted)
    case .list(let values): return values.contains { accepts($0, of: field, wanted) }
    }
  }

  private func accepts(_ text: String, of field: Field, _ wanted: String) -> Bool {
    switch field.type {
    case .choice: return text == self.text
    case .date: return text.hasPrefix(wanted)
    case .reference: return text.hasPrefix(wanted)
    case .text, .longText, .companyNumber, .integer, .boolean, .source:
      return Folding.fold(text).contains(wanted)
    }
  }
}
