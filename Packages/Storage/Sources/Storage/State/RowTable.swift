import Domain
import Sync

/// Writes the rows that questions are asked of, one for each record that is visible.
struct RowTable {
  /// The most values that are changed one by one; beyond that the whole row is as cheap.
  private static let mostAssignments = 3

  private let connection: Connection
  private let texts: DocumentTexts
  private var sittings: SittingTable
  /// The text that was read or written last.
  private var lastText: (document: Int64, bytes: [UInt8])?

  init(_ connection: Connection) {
    self.connection = connection
    texts = DocumentTexts(connection)
    sittings = SittingTable(connection)
  }

  /// Takes note of the text that a document has now.
  mutating func note(_ text: [UInt8], of document: Int64) { lastText = (document, text) }

  /// Writes the row of a record that has none.
  mutating func insert(
    _ record: Int64, _ plan: RowPlan, _ state: RecordState, _ numbers: inout RecordNumbers
  ) throws {
    try connection.run(plan.insertion, with: values(record, plan, state, &numbers))
  }

  /// Writes the row of a record that may have one.
  mutating func replace(
    _ record: Int64, _ plan: RowPlan, _ state: RecordState, _ numbers: inout RecordNumbers
  ) throws {
    try connection.run(plan.replacement, with: values(record, plan, state, &numbers))
  }

  /// Changes the row of a record to what its state says now.
  /// - Parameter before: The state that the row is of.
  mutating func change(
    _ record: Int64, _ plan: RowPlan, from before: RecordState, to state: RecordState,
    _ numbers: inout RecordNumbers
  ) throws {
    let old = try values(record, plan, before, &numbers)
    let new = try values(record, plan, state, &numbers)
    let changed = new.indices.filter { old[$0] != new[$0] }
    if changed.count > Self.mostAssignments {
      return try connection.run(plan.replacement, with: new)
    }
    for place in changed {
      try connection.run(plan.assignments[place - 1], new[place], .integer(record))
    }
  }

  /// Removes the row of a record.
  func remove(_ record: Int64, _ kind: RecordKind) throws {
    try connection.run("DELETE FROM \(kind.table) WHERE recordNumber = ?", .integer(record))
  }

  private mutating func values(
    _ record: Int64, _ plan: RowPlan, _ state: RecordState, _ numbers: inout RecordNumbers
  ) throws -> [SQLValue] {
    var values: [SQLValue] = []
    values.reserveCapacity(plan.valueCount)
    values.append(.integer(record))
    let quote = try quote(plan.quotedText, state, &numbers)
    for column in plan.columns {
      let isQuoted = quote?.field == column.field
      values.append(isQuoted ? .null : try value(of: column, state, &numbers))
    }
    for keys in plan.keys {
      keys.append(of: state, to: &values, &connection.entityKeys)
    }
    if plan.tellsPersonWords {
      let words = PersonWords(state, plan.kind)
      values += [SQLValue(words.text), SQLValue(words.day)]
    }
    if !plan.sitting.isEmpty {
      let key = try plan.sitting.map { try value(of: $0, state, &numbers) }
      values.append(.integer(try sittings.number(of: key)))
    }
    if let quote {
      values.append(.integer(quote.document))
      values.append(SQLValue(quote.range.start))
      values.append(SQLValue(quote.range.end))
    }
    while values.count < plan.valueCount { values.append(.null) }
    return values
  }

  private func value(
    of column: RowPlan.Column, _ state: RecordState, _ numbers: inout RecordNumbers
  ) throws -> SQLValue {
    if case .list(let shape) = column.content {
      return Self.list(state.values(column.field).filter(shape.fits))
    }
    switch (column.content, state.shown(column.field)) {
    case (.text, .text(let text)): return .text(text)
    case (.integer, .integer(let number)): return .integer(number)
    case (.boolean, .boolean(let truth)): return .integer(truth ? 1 : 0)
    case (.number, .reference(let other)): return .integer(try numbers.number(of: other))
    default: return .null
    }
  }

  private static func list(_ values: [FieldValue]) -> SQLValue {
    guard !values.isEmpty else { return .null }
    var writer = JSONWriter()
    writer.array(values) { writer, value in writer.string(value.plain) }
    return .text(writer.text)
  }
}

/// The place of a text in a document, which stands there once.
extension RowTable {
  private struct Quote {
    let field: UInt16
    let document: Int64
    let range: SourceRange
  }

  /// Where the words of a record's text stand in a document, to the byte. Those of a person stand
  /// in the row, though they be the same: no place in the document proves them, so nobody would
  /// look for them when it changes.
  private mutating func quote(
    _ field: UInt16?, _ state: RecordState, _ numbers: inout RecordNumbers
  ) throws -> Quote? {
    guard let field, var text = state.shown(field)?.text, !text.isEmpty,
      !state.showsPersonsWord(field)
    else { return nil }
    for case .source(let source) in state.values(Field.evidence.id)
    where source.field == field && source.range.count == text.utf8.count {
      let document = try numbers.number(of: source.document)
      let bytes = try bytes(of: document)
      let isThere = text.withUTF8 { bytes.holds($0, at: source.range.start) }
      guard isThere else { continue }
      return Quote(field: field, document: document, range: source.range)
    }
    return nil
  }

  private mutating func bytes(of document: Int64) throws -> [UInt8] {
    if let lastText, lastText.document == document { return lastText.bytes }
    let bytes = try texts.text(of: document)
    lastText = (document, bytes)
    return bytes
  }
}
