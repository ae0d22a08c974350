import Domain

/// A part of a `WHERE`, with the values of its parameters.
struct SQLCondition {
  let sql: String
  let values: [SQLValue]

  init(_ sql: String, _ values: SQLValue...) {
    self.sql = sql
    self.values = values
  }

  /// All of them, or at least one; everything when there is none.
  init(_ parts: [SQLCondition], joinedBy word: String) {
    sql = parts.isEmpty ? "1" : parts.map { "(\($0.sql))" }.joined(separator: " \(word) ")
    values = parts.flatMap(\.values)
  }

  /// The condition of a filter on a field.
  /// - Parameter kind: The kind of the records that are the rows; `nil` where rows are none.
  /// - Throws: ``StorageError/badValue(field:text:reason:)`` for what no value of the field can be.
  init(_ filter: RowFilter, on field: Field, of kind: RecordKind?) throws(StorageError) {
    let column = DerivedSchema.quoted(field.name)
    let text = filter.text.trimmed
    switch filter.comparison {
    case .equal: self = try SQLCondition.equal(column, text, field, kind)
    case .different:
      let same = try SQLCondition.equal(column, text, field, kind)
      self.init("NOT coalesce((\(same.sql)), 0)", values: same.values)
    case .less, .atMost, .greater, .atLeast:
      self = try SQLCondition.ordered(column, filter.comparison, text, field)
    }
  }

  init(_ sql: String, values: [SQLValue]) {
    self.sql = sql
    self.values = values
  }

  private static func equal(
    _ column: String, _ text: String, _ field: Field, _ kind: RecordKind?
  ) throws(StorageError) -> SQLCondition {
    // Nothing looked for means what is not stated.
    guard !text.isEmpty else { return SQLCondition("coalesce(\(column), '') IN ('', '[]')") }
    let isSet = field.merge == .set
    switch field.type {
    case .choice, .boolean, .integer:
      let value = try plain(text, field)
      if isSet { return SQLCondition("instr(\(column), ?) > 0", .text("\"\(value.plain)\"")) }
      return SQLCondition("\(column) = ?", SQLValue(stored: value))
    case .date: return try dated(column, text, field)
    case .reference:
      if let kind, kind.columns.contains(field), DerivedSchema.isNumber(field) {
        return referring(field, of: kind, text)
      }
      return SQLCondition("substr(\(column), 1, ?) = ?", SQLValue(text.utf8.count), .text(text))
    case .text where isSet && text.utf8.allSatisfy { $0 &- 0x30 < 10 }:
      // Among counts and dates, a number is not a part of another: `recorded=0`.
      return SQLCondition("\(column) GLOB ?", .text("*[^0-9]\(text)[^0-9]*"))
    case .text, .longText, .companyNumber, .source:
      return SQLCondition("holds(\(column), ?)", .text(Folding.fold(text)))
    }
  }

  /// Records of a kind that refer to one whose identifier begins so. These are looked for by its
  /// number; identifiers would have to be computed for every row.
  private static func referring(
    _ field: Field, of kind: RecordKind, _ prefix: String
  ) -> SQLCondition {
    guard let range = RecordID.range(ofPrefix: prefix) else { return SQLCondition("0") }
    let named = RecordTable.isWithin(range)
    let column = DerivedSchema.quoted(field.name)
    let refers = "\(column) IN (SELECT number FROM record WHERE \(named.sql))"
    let isCommon = SittingSchema.key(of: kind).contains(field)
    let place =
      isCommon ? "sitting IN (SELECT number FROM \(SittingSchema.table) WHERE \(refers))" : refers
    return SQLCondition(
      "recordNumber IN (SELECT recordNumber FROM \(kind.table) WHERE \(place))",
      values: named.values)
  }

  /// A date within a period, or an interval that overlaps it; the beginning of a date, as `2020-0`,
  /// is a condition too.
  private static func dated(_ column: String, _ text: String, _ field: Field)
    throws(StorageError) -> SQLCondition
  {
    let isBeginning = text.utf8.allSatisfy { $0 == 0x2D || $0 &- 0x30 < 10 }
    let start = isBeginning ? text : try plain(text, field).plain
    let period = CalendarPeriod(start)
    let first = SQLValue.text(period?.first.description ?? start)
    let end = SQLValue.text((period?.last.description ?? start) + "\u{7F}")
    guard field.merge == .register else {
      let part = overlap("part.value", first, end)
      return SQLCondition(
        "EXISTS (SELECT 1 FROM json_each(\(column)) AS part WHERE \(part.sql))",
        values: part.values)
    }
    if period == nil || days.contains(field) {
      return SQLCondition("\(column) >= ? AND \(column) < ?", first, end)
    }
    return overlap(column, first, end)
  }

  /// What is dated by a day. Of these there are very many, and a range of them is found in an
  /// index.
  private static let days: Set<Field> = [Meeting.date, ImportedDocument.date, Resolution.date]

  private static func overlap(
    _ column: String, _ first: SQLValue, _ end: SQLValue
  ) -> SQLCondition {
    SQLCondition(
      """
      \(column) < ? AND (\(column) >= ? OR instr(\(column), '/') > 0
        AND substr(\(column), instr(\(column), '/') + 1) || '~' >= ?)
      """, end, first, first)
  }

  /// Dates compare by the days that they can mean: the first day with what comes after, the last
  /// with what comes before.
  private static func ordered(
    _ column: String, _ comparison: RowFilter.Comparison, _ text: String, _ field: Field
  ) throws(StorageError) -> SQLCondition {
    guard field.merge == .register, field.type == .date else {
      guard field.type == .integer, case .integer(let number) = try plain(text, field) else {
        throw .badValue(field: field, text: text, reason: .notComparable)
      }
      return SQLCondition("\(column) \(comparison.rawValue) ?", .integer(number))
    }
    guard let period = CalendarPeriod(try plain(text, field).plain) else {
      throw .badValue(field: field, text: text, reason: .notADate)
    }
    let first = "substr(\(column), 1, instr(\(column) || '/', '/') - 1)"
    // A tilde sorts after every digit: a month lasts beyond all its days.
    let last = "substr(\(column), instr(\(column), '/') + 1) || '~'"
    let start = SQLValue.text(period.first.firstDay.description)
    let end = SQLValue.text(period.last.lastDay.description)
    return switch comparison {
    case .less: SQLCondition("\(last) < ?", start)
    case .atMost: SQLCondition("\(first) <= ?", end)
    case .greater: SQLCondition("\(first) > ?", end)
    default: SQLCondition("\(last) >= ?", start)
    }
  }

  private static func plain(_ text: String, _ field: Field) throws(StorageError) -> FieldValue {
    do {
      return try field.value(from: text)
    } catch {
      throw .badValue(field: field, text: text, reason: error)
    }
  }
}

extension SQLValue {
  /// A value as the tables store it.
  init(stored value: FieldValue) {
    switch value {
    case .integer(let number): self = .integer(number)
    case .boolean(let truth): self = .integer(truth ? 1 : 0)
    case .erased: self = .null
    case .text, .reference, .source: self = .text(value.plain)
    }
  }
}
