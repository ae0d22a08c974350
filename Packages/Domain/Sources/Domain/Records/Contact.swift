/// A telephone number, an e-mail or a web address.
public enum Contact {
  /// What it is.
  public static let contactKind = Field(
    1, "contactKind", .choice(ChoiceList(ExtractedContact.Kind.self)), label: Label("Druh", "Kind"))
  /// The number or address, in one spelling.
  public static let value = Field(2, "value", label: Label("Kontakt", "Contact"))
  /// Whose it is, as written.
  public static let person = Field(3, "person", label: Label("Osoba", "Person"))
  /// The document that it is known from.
  public static let document = Field(
    4, "document", .reference(to: "document"), label: Label("Dokument", "Document"))

  /// The kind of record.
  public static let kind = RecordKind(
    id: 16, name: "contact", label: Label("kontakt", "contact"), title: value,
    required: [value],
    fields: [contactKind, value, person, document])
}
