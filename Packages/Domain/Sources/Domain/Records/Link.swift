/// Somebody's word that two records are the same thing, or that they are not. Deleting the link
/// takes the word back; the records themselves never change.
public enum Link {
  /// One of the records.
  public static let record = Field(
    1, "record", .reference(to: Field.anyKind), label: Label("Záznam", "Record"))
  /// The other.
  public static let other = Field(
    2, "other", .reference(to: Field.anyKind), label: Label("Druhý záznam", "Other record"))
  /// Whether they are the same.
  public static let relation = Field(
    3, "relation", .choice(ChoiceList(Relation.self)), label: Label("Vztah", "Relation"))

  /// The kind of record.
  public static let kind = RecordKind(
    id: 20, name: "link", label: Label("propojení", "link"), title: relation,
    required: [record, other, relation], fields: [record, other, relation])

  /// How two records are related.
  public enum Relation: String, Choice {
    /// They are one thing.
    case same
    /// They are two things, however alike.
    case different

    /// What people read.
    public var label: Label {
      switch self {
      case .same: Label("totéž", "same")
      case .different: Label("různé", "different")
      }
    }
  }
}
