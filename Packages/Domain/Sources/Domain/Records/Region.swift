/// A region that documents are about.
public enum Region {
  /// The name.
  public static let name = Field(1, "name", label: Label("Název", "Name"))

  /// The kind of record.
  public static let kind = RecordKind(
    id: 17, name: "region", label: Label("území", "region"), title: name, key: name,
    fields: [name])
}
