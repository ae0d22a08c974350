/// An imported file; its identifier is derived from the SHA-256 of its bytes.
public enum ImportedDocument {
  /// The name of the file, without folders.
  public static let name = Field(1, "name", label: Label("Soubor", "File"))
  /// The SHA-256 of the file's bytes, in hexadecimal.
  public static let sha256 = Field(
    2, "sha256", label: Label("SHA-256", "SHA-256"), isEditable: false)
  /// What the document is.
  public static let documentKind = Field(
    3, "documentKind", .choice(ChoiceList(DocumentKind.self)), label: Label("Druh", "Document kind")
  )
  /// The title that the document bears.
  public static let title = Field(4, "title", label: Label("Název", "Title"))
  /// The date of the document.
  public static let date = Field(5, "date", .date, label: Label("Datum", "Date"))
  /// The plain text that evidence points into.
  public static let text = Field(
    6, "text", .longText, label: Label("Text", "Text"), isEditable: false)

  /// The kind of record.
  public static let kind = RecordKind(
    id: 1, name: "document", label: Label("dokument", "document"), title: name,
    isAddable: false,
    fields: [name, documentKind, title, date, sha256, text])
}
