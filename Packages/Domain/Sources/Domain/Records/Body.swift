/// A working group, a commission or another body that meets (OParl *Organization*, Popolo
/// *Organization*); one of a name in a region is one record.
public enum Body {
  /// The name.
  public static let name = Field(1, "name", label: Label("Skupina", "Body"))
  /// The body that it belongs to, as written.
  public static let parent = Field(2, "parent", label: Label("Součást", "Part of"))

  /// The kind of record.
  public static let kind = RecordKind(
    id: 19, name: "body", label: Label("skupina", "body"), title: name,
    required: [name], fields: [name, parent])
}
