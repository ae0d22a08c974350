/// A call for proposals; known by its programme and number.
public enum Call {
  /// The number of the call.
  public static let number = Field(1, "number", label: Label("Číslo", "Number"))
  /// The programme that pays.
  public static let programme = Field(2, "programme", label: Label("Program", "Programme"))
  /// The document that it is known from.
  public static let document = Field(
    3, "document", .reference(to: "document"), label: Label("Dokument", "Document"))

  /// The kind of record.
  public static let kind = RecordKind(
    id: 12, name: "call", label: Label("výzva", "call"), title: number,
    required: [number],
    fields: [number, programme, document])
}
