import Domain
import Storage

/// Refuses days that no calendar has, as `2020-13`: as the beginning of a date it would find
/// nothing, and nobody would know why.
enum DateCheck {
  /// Checks the conditions on some columns.
  static func check(_ filters: [RowFilter], on fields: [Field]) throws {
    for filter in filters {
      let field = fields.first { $0.name == filter.column || $0.isCalled(filter.column) }
      guard let field, field.type == .date else { continue }
      let text = filter.text.filter { $0 != " " }
      let isWhole = text.wholeMatch(of: /[0-9]{4}-[0-9]{2}(-[0-9]{2})?/) != nil
      if isWhole, CalendarPeriod(text) == nil {
        throw StorageError.badValue(field: field, text: filter.text, reason: .notADate)
      }
    }
  }
}
