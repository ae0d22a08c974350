/// A stated quantity, as `111 klientů`.
public enum Figure {
  /// How many.
  public static let value = Field(1, "value", .integer, label: Label("Hodnota", "Value"))
  /// Of what, as written.
  public static let unit = Field(2, "unit", label: Label("Jednotka", "Unit"))
  /// The document that it is known from.
  public static let document = Field(
    3, "document", .reference(to: "document"), label: Label("Dokument", "Document"))

  /// The kind of record.
  public static let kind = RecordKind(
    id: 15, name: "figure", label: Label("údaj", "figure"), title: unit,
    required: [value],
    fields: [value, unit, document])
}
