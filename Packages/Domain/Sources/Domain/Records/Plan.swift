/// A strategic document with its validity.
public enum Plan {
  /// The name.
  public static let name = Field(1, "name", label: Label("Název", "Name"))
  /// When it was approved.
  public static let approved = Field(2, "approved", .date, label: Label("Schválen", "Approved"))
  /// When it starts to hold.
  public static let validFrom = Field(
    3, "validFrom", .date, label: Label("Platí od", "Valid from"))
  /// When it ceases to hold.
  public static let validTo = Field(4, "validTo", .date, label: Label("Platí do", "Valid to"))
  /// The document that it is known from.
  public static let document = Field(
    5, "document", .reference(to: "document"), label: Label("Dokument", "Document"))

  /// The kind of record.
  public static let kind = RecordKind(
    id: 13, name: "plan", label: Label("plán", "plan"), title: name,
    spans: [RecordKind.Span(from: validFrom, to: validTo)],
    required: [name],
    fields: [name, approved, validFrom, validTo, document])
}
