public import Domain

/// A question over all regions with stable columns, the same in SQL, commands, API and pages.
public struct ConsolidatedView: Sendable {
  /// The name in SQL, commands and addresses.
  public let name: String
  /// What people read over it.
  public let label: Label
  /// The kind of the records that are its rows.
  public let kind: RecordKind
  /// The columns after `id`, `kind` and `region`, in order.
  public let columns: [ViewColumn]
  /// The columns that rows are sorted by, first the most important.
  let order: [SortKey]
  /// The columns that rows are counted by.
  let facets: [ViewFacet]
  /// Other names of columns in conditions: `theme` for `themes`.
  let aliases: [String: String]
  /// Whether each row is a record of its own, not a sum of several.
  public let hasOwnIDs: Bool
  /// Whether each row is about one record, which proves it; a sum of several is proved by none.
  public var isOfRecords: Bool {
    ![ConsolidatedView.rates.name, ConsolidatedView.capacities.name].contains(name)
  }
  /// Whether a row stands for all records of one thing, and is proved by all of them.
  let joinsRecords: Bool
  /// The regions of things that are known in several; `nil` where a row has one.
  let regionTable: RegionTable?
  /// The statement that gives the rows, with `id`, `kind` and `region` first; `nil` for the
  /// columns from ``source``.
  let statement: String?
  /// The tables that the columns come from; the kind's own is called `own`.
  let source: String

  /// Declares a view.
  init(
    name: String, label: Label, kind: RecordKind, columns: [ViewColumn], order: [SortKey],
    facets: [ViewFacet] = [], aliases: [String: String] = [:], hasOwnIDs: Bool = true,
    joinsRecords: Bool = false, regionTable: RegionTable? = nil, source: String = "",
    statement: String? = nil
  ) {
    self.name = name
    self.label = label
    self.kind = kind
    self.columns = columns
    self.order = order
    let regionTable = regionTable ?? (joinsRecords ? .ofThings : nil)
    self.regionTable = regionTable
    self.facets = [regionTable == nil ? .column(.region) : .regions] + facets
    let year = facets.compactMap(\.yearOf).first.map { ["year": $0, "rok": $0] } ?? [:]
    self.aliases = aliases.merging(year) { given, _ in given }
    self.hasOwnIDs = hasOwnIDs
    self.joinsRecords = joinsRecords
    self.source = source
    self.statement = statement
  }

  /// The column of all regions in which a thing is known, of views that join records.
  static let regionsOfThing = Field(0, "regions", .text, .set, label: Label("Území", "Regions"))

  /// A column that rows are sorted by.
  struct SortKey: Sendable {
    let column: String
    let isDescending: Bool
    /// The expression that is compared.
    let sql: String

    /// As in a Czech dictionary; what is not stated first.
    static func ascending(_ column: String) -> SortKey {
      let name = DerivedSchema.quoted(column)
      return SortKey(column: column, isDescending: false, sql: "\(name) COLLATE czech")
    }

    /// The latest date or the largest number first.
    static func descending(_ column: String) -> SortKey {
      SortKey(column: column, isDescending: true, sql: DerivedSchema.quoted(column))
    }

    /// The earliest date or the smallest number first, what is not stated last.
    static func earliest(_ column: String) -> SortKey {
      let name = DerivedSchema.quoted(column)
      return SortKey(column: column, isDescending: false, sql: "coalesce(\(name), '~')")
    }
  }

  /// The statement that makes the view in the database.
  var definition: String {
    let columns = columns.map { "  \($0.expression) AS \(DerivedSchema.quoted($0.field.name))" }
    let rows =
      statement
        ?? """
        SELECT
          \(DerivedSchema.id(of: "own.recordNumber")) AS id, '\(kind.name)' AS kind,
          \(DerivedColumns.column(of: .region, kind)) AS region,
        \(columns.joined(separator: ",\n")),
          own.recordNumber AS recordNumber
        FROM \(source)
        """
    return """
      -- \(label.english), over all regions.
      CREATE VIEW \(DerivedSchema.quoted(name)) AS \(rows)
      """
  }

  /// The names that conditions may use, each with the column that it means: the columns, then their
  /// other names.
  public var conditions: [(name: String, column: Field)] {
    let fields = columns.map(\.field)
    let others = aliases.keys.sorted().compactMap { name in
      column(meantBy: name).map { (name, $0) }
    }
    return fields.map { ($0.name, $0) } + others
  }

  /// The column that a condition means by a name; `nil` when there is none.
  public func column(meantBy name: String) -> Field? {
    let name = aliases[name] ?? name
    return columns.first { $0.field.name == name }?.field
  }

  /// The view with this name.
  public static func named(_ name: String) -> ConsolidatedView? {
    all.first { $0.name == name }
  }
}

/// A column of a view.
public struct ViewColumn: Sendable {
  /// Name, type and label of the column's values.
  public let field: Field
  /// Whether a table fitted to a screen shows the column.
  public let isMain: Bool
  /// Where the values come from, in SQL.
  let expression: String

  /// A field of the kind's own.
  static func own(_ field: Field, isMain: Bool = true) -> ViewColumn {
    let column = "own.\(DerivedSchema.quoted(field.name))"
    return ViewColumn(
      field: field, isMain: isMain,
      expression: DerivedSchema.isNumber(field) ? DerivedSchema.id(of: column) : column)
  }

  /// Something computed.
  static func computed(
    _ name: String, _ type: Field.ValueType = .text, _ merge: Field.MergeRule = .register,
    label: Label, isMain: Bool = true, _ expression: String
  ) -> ViewColumn {
    ViewColumn(
      field: Field(0, name, type, merge, label: label), isMain: isMain, expression: expression)
  }
}
