/// A person whom documents name with a role (Popolo *Person*). Two records of one name are never
/// taken for one person without somebody's word; a ``Link`` gives it.
public enum Person {
  /// The name, *Given Surname*, without titles.
  public static let name = Field(1, "name", label: Label("Jméno", "Name"))
  /// Titles before the name, with spaces between them.
  public static let titlesBefore = Field(
    2, "titlesBefore", label: Label("Titul před", "Titles before"))
  /// Titles after the name, with spaces between them.
  public static let titlesAfter = Field(3, "titlesAfter", label: Label("Titul za", "Titles after"))
  /// What the person does, as written.
  public static let role = Field(4, "role", label: Label("Role", "Role"))
  /// The organisation that the person belongs to, as written.
  public static let organization = Field(
    5, "organization", label: Label("Organizace", "Organization"))
  /// The document that it is known from.
  public static let document = Field(
    6, "document", .reference(to: "document"), label: Label("Dokument", "Document"))

  /// The kind of record.
  public static let kind = RecordKind(
    id: 18, name: "person", label: Label("osoba", "person"), title: name,
    required: [name],
    fields: [name, titlesBefore, titlesAfter, role, organization, document])
}
