/// An item of the programme or of the discussion of a meeting (OParl *AgendaItem*).
public enum AgendaItem {
  /// The meeting.
  public static let meeting = Field(
    1, "meeting", .reference(to: "meeting"), label: Label("Jednání", "Meeting"))
  /// The number as the programme counts it: `1`, `a`.
  public static let number = Field(2, "number", label: Label("Bod", "Number"))
  /// What the item is called.
  public static let title = Field(3, "title", label: Label("Název", "Title"))
  /// What was said about it.
  public static let text = Field(4, "text", .longText, label: Label("Text", "Text"))
  /// Its place in the document, from 1.
  public static let position = Field(5, "position", .integer, label: Label("Pořadí", "Position"))
  /// Whether the programme announced it.
  public static let announced = Field(
    6, "announced", .boolean, label: Label("V programu", "Announced"))
  /// Whether the minutes discuss it.
  public static let discussed = Field(
    7, "discussed", .boolean, label: Label("Projednáno", "Discussed"))

  /// The kind of record.
  public static let kind = RecordKind(
    id: 4, name: "agendaItem", label: Label("bod jednání", "agenda item"), title: title,
    required: [meeting],
    fields: [position, number, title, announced, discussed, text, meeting])
}
