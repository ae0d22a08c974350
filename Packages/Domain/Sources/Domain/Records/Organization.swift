/// An organisation (Popolo *Organization*); by its IČO where that is known.
public enum Organization {
  /// The name with its legal form, as written.
  public static let name = Field(1, "name", label: Label("Název", "Name"))
  /// The identification number, eight digits.
  public static let ico = Field(
    2, "ico", .companyNumber, label: Label("IČO", "IČO"))
  /// An identification number that is wrong, as the source writes it.
  public static let icoAsWritten = Field(
    3, "icoAsWritten", label: Label("IČO v dokumentu", "IČO as written"))
  /// The seat, as written.
  public static let seat = Field(4, "seat", label: Label("Sídlo", "Seat"))

  /// The kind of record.
  public static let kind = RecordKind(
    id: 5, name: "organization", label: Label("organizace", "organization"), title: name,
    key: ico, required: [name], fields: [name, ico, icoAsWritten, seat])
}
