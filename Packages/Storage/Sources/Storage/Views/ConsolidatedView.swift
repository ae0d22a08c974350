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
  /// The tables that the columns come from; the kind's own is called `own`.
  let source: String

  /// A column that rows are sorted by.
  struct SortKey: Sendable {
    let column: String
    let isDescending: Bool

    /// Smallest first.
    static func ascending(_ column: String) -> SortKey {
      SortKey(column: column, isDescending: false)
    }

    /// Largest first.
    static func descending(_ column: String) -> SortKey {
      SortKey(column: column, isDescending: true)
    }
  }

  /// The statement that makes the view in the database.
  var definition: String {
    let columns = columns.map { "  \($0.expression) AS \(DerivedSchema.quoted($0.field.name))" }
    return """
      -- \(label.english), over all regions.
      CREATE VIEW \(DerivedSchema.quoted(name)) AS SELECT
        own.id AS id, '\(kind.name)' AS kind, own.region AS region,
      \(columns.joined(separator: ",\n"))
      FROM \(source)
      """
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
    ViewColumn(
      field: field, isMain: isMain, expression: "own.\(DerivedSchema.quoted(field.name))")
  }

  /// Something computed.
  static func computed(
    _ name: String, _ type: Field.ValueType = .text, label: Label, isMain: Bool = true,
    _ expression: String
  ) -> ViewColumn {
    ViewColumn(
      field: Field(0, name, type, label: label), isMain: isMain, expression: expression)
  }
}
