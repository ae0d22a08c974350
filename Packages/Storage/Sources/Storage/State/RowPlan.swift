import Domain

/// How the row of a record of one kind is written, worked out once. Final class so that whoever
/// asks for it holds one reference and does not copy all that it says.
final class RowPlan: Sendable {
  /// A column that holds a declared field.
  struct Column: Sendable {
    let field: UInt16
    let content: Content
  }

  /// What a column takes; any other value is not shown.
  enum Content {
    case text, integer, boolean
    /// A record, by its number.
    case number
    /// All values of a set that are of the field's type, as a JSON array.
    case list(ValueShape)
  }

  /// The shape that values of a field's type have.
  enum ValueShape {
    case text, integer, boolean, reference, source
  }

  /// The kind of record.
  let kind: RecordKind
  /// The statement for a record that has no row, whose parameters are the record's number, the
  /// columns, the keys, the sitting and the place of the quoted text. SQLite keeps no copies of
  /// pages for it, as it does for ``replacement``.
  let insertion: String
  /// The same for a record that may have a row.
  let replacement: String
  /// The statements that change one value alone, with the value and the record's number; in the
  /// order of the values, the number itself left out.
  let assignments: [String]
  let columns: [Column]
  /// The columns of keys.
  let keys: [DerivedColumns.Keys]
  /// What tells the row's sitting; empty where it belongs to none.
  let sitting: [Column]
  /// Whether the row says what persons wrote.
  let tellsPersonWords: Bool
  /// The text whose place may stand in its stead.
  let quotedText: UInt16?
  /// The most values that a row has.
  let valueCount: Int
  private let fields: [UInt16]

  /// The plan of a kind; `nil` for one that a newer version knows.
  static func with(id kind: UInt16) -> RowPlan? {
    kind < byNumber.count ? byNumber[Int(kind)] : nil
  }

  private static let byNumber: [RowPlan?] = {
    var plans: [RowPlan?] = []
    for kind in RecordKind.all {
      while plans.count <= Int(kind.id) { plans.append(nil) }
      plans[Int(kind.id)] = RowPlan(kind)
    }
    return plans
  }()

  private init(_ kind: RecordKind) {
    self.kind = kind
    fields = kind.fields.map(\.id)
    let stored = DerivedSchema.storedColumns(of: kind)
    columns = stored.map { Column(field: $0.id, content: Self.content(of: $0)) }
    let derived = DerivedColumns.keys(of: kind)
    keys = derived
    quotedText = DerivedColumns.quotedText(of: kind)?.id
    var own = ["recordNumber"] + stored.map(\.name) + derived.flatMap(\.columns)
    let words = DerivedColumns.words(of: kind)
    tellsPersonWords = !words.isEmpty
    own += words
    sitting = SittingSchema.key(of: kind).map {
      Column(field: $0.id, content: Self.content(of: $0))
    }
    if !sitting.isEmpty { own.append(SittingSchema.table) }
    if quotedText != nil { own += DerivedColumns.quotePlace }
    valueCount = own.count
    let names = own.map(DerivedSchema.quoted).joined(separator: ", ")
    let marks = own.map { _ in "?" }.joined(separator: ", ")
    let row = "\(kind.table) (\(names)) VALUES (\(marks))"
    insertion = "INSERT INTO \(row)"
    replacement = "INSERT OR REPLACE INTO \(row)"
    assignments = own.dropFirst().map { column in
      "UPDATE \(kind.table) SET \(DerivedSchema.quoted(column)) = ? WHERE recordNumber = ?"
    }
  }

  /// Whether the kind declares a field.
  func hasField(_ field: UInt16) -> Bool { fields.contains(field) }

  private static func content(of field: Field) -> Content {
    let shape = shape(of: field)
    if field.merge == .set { return .list(shape) }
    switch shape {
    case .integer: return .integer
    case .boolean: return .boolean
    case .reference: return .number
    case .text, .source: return .text
    }
  }

  private static func shape(of field: Field) -> ValueShape {
    switch field.type {
    case .integer: .integer
    case .boolean: .boolean
    case .reference: .reference
    case .source: .source
    case .text, .longText, .date, .companyNumber, .choice: .text
    }
  }
}

extension RowPlan.ValueShape {
  /// Whether a value has this shape. Changes come from anywhere and say anything; what does not fit
  /// stays in the log and the state, and no table shows it.
  func fits(_ value: FieldValue) -> Bool {
    switch (self, value) {
    case (.text, .text), (.integer, .integer), (.boolean, .boolean), (.reference, .reference),
      (.source, .source):
      true
    default: false
    }
  }
}
