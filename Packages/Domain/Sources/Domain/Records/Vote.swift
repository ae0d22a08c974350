/// A vote, as the minutes count it.
public enum Vote {
  /// What was voted on.
  public static let subject = Field(1, "subject", .longText, label: Label("Předmět", "Subject"))
  /// How many were for it.
  public static let inFavour = Field(
    2, "inFavour", .integer, label: Label("Pro", "In favour"), minimum: 0)
  /// How many were against it.
  public static let against = Field(
    3, "against", .integer, label: Label("Proti", "Against"), minimum: 0)
  /// How many abstained.
  public static let abstained = Field(
    4, "abstained", .integer, label: Label("Zdrželo se", "Abstained"), minimum: 0)
  /// The document that it is known from.
  public static let document = Field(
    5, "document", .reference(to: "document"), label: Label("Dokument", "Document"))

  /// The kind of record.
  public static let kind = RecordKind(
    id: 11, name: "vote", label: Label("hlasování", "vote"), title: subject,
    fields: [subject, inFavour, against, abstained, document])
}
