import Domain

/// The question for all fields of one record of a kind, made once.
struct RecordQuestion {
  /// The statement; its parameter is the number of the record.
  let sql: String
  /// The fields after the region, in order.
  let fields: [Field]
  /// The place of the field whose words may stand in a document.
  let quoted: Int?
  /// The column of the document, before those of the first and last byte.
  let quotePlace: Int

  /// The question for a kind.
  static func of(_ kind: RecordKind) -> RecordQuestion {
    all[kind] ?? RecordQuestion(kind)
  }

  private static let all = Dictionary(
    uniqueKeysWithValues: RecordKind.all.map { ($0, RecordQuestion($0)) })

  private init(_ kind: RecordKind) {
    let quotedText = DerivedColumns.quotedText(of: kind)
    let fields = kind.listedFields
    self.fields = fields
    quoted = quotedText.flatMap { fields.firstIndex(of: $0) }
    quotePlace = fields.count + 1
    let region = DerivedColumns.column(of: .region, kind)
    let columns = fields.map { field in
      field == quotedText
        ? DerivedColumns.column(of: field, kind) : DerivedColumns.expression(of: field, kind)
    }
    let place = quotedText == nil ? [] : DerivedColumns.quotePlace
    sql = """
      SELECT \(([region] + columns + place).joined(separator: ", "))
      FROM \(kind.rows) WHERE own.recordNumber = ?
      """
  }
}
