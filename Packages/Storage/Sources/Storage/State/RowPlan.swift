import Domain

/// How the row of a record of one kind is written, worked out once.
struct RowPlan {
  /// A column that holds a declared field.
  struct Column {
    let field: Field
    let isSet: Bool
    /// Whether it holds the number of a record.
    let isNumber: Bool
  }

  /// The statement, whose parameters are the record's number, the columns, the keys and the place
  /// of the quoted text.
  let statement: String
  let columns: [Column]
  let keys: [DerivedColumns.Key]
  /// The text whose place may stand in its stead.
  let quotedText: Field?
  /// The most values that a row has.
  let valueCount: Int

  /// The plans of all kinds.
  static let byKind: [RecordKind: RowPlan] = Dictionary(
    uniqueKeysWithValues: RecordKind.all.map { ($0, RowPlan($0)) })

  private init(_ kind: RecordKind) {
    let fields = DerivedSchema.storedColumns(of: kind)
    columns = fields.map {
      Column(field: $0, isSet: $0.merge == .set, isNumber: DerivedSchema.isNumber($0))
    }
    keys = DerivedColumns.keys(of: kind)
    quotedText = DerivedColumns.quotedText(of: kind)
    var own = ["recordNumber"] + fields.map(\.name) + keys.map(\.column)
    if quotedText != nil { own += DerivedColumns.quotePlace }
    valueCount = own.count
    let inherited = DerivedColumns.inherited(by: kind)
    let meeting = (own.firstIndex(of: "meeting") ?? 0) + 1
    let names = (own + inherited.map(\.column)).map(DerivedSchema.quoted)
    let marks =
      own.indices.map { "?\($0 + 1)" }
      + inherited.map {
        "(SELECT \($0.field.name) FROM meetingRecord WHERE recordNumber = ?\(meeting))"
      }
    statement = """
      INSERT OR REPLACE INTO \(kind.table) \
      (\(names.joined(separator: ", "))) VALUES (\(marks.joined(separator: ", ")))
      """
  }
}
