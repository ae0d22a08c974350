/// Something that an agreement promises: an activity, so many times, by a date, for so many people.
public enum Commitment {
  /// The activity.
  public static let activity = Field(1, "activity", label: Label("Činnost", "Activity"))
  /// What exactly is promised within the activity.
  public static let what = Field(2, "what", label: Label("Závazek", "Promise"))
  /// What proves that it was done.
  public static let output = Field(3, "output", label: Label("Výstup", "Output"))
  /// The least number of times.
  public static let atLeast = Field(
    4, "atLeast", .integer, label: Label("Nejméně", "At least"), minimum: 0)
  /// In what time the number counts.
  public static let per = Field(
    5, "per", .choice(ChoiceList(CommitmentPeriod.self)), label: Label("Za", "Per"))
  /// By when.
  public static let due = Field(6, "due", .date, label: Label("Termín", "Due"))
  /// The number of people it is for.
  public static let persons = Field(
    7, "persons", .integer, label: Label("Osob", "Persons"), minimum: 0)
  /// The number of events.
  public static let events = Field(
    8, "events", .integer, label: Label("Akcí", "Events"), minimum: 0)
  /// The number of hours.
  public static let hours = Field(9, "hours", .integer, label: Label("Hodin", "Hours"), minimum: 0)
  /// The document that it is known from.
  public static let document = Field(
    10, "document", .reference(to: "document"), label: Label("Dokument", "Document"))

  /// The kind of record.
  public static let kind = RecordKind(
    id: 10, name: "commitment", label: Label("závazek", "commitment"), title: activity,
    fields: [activity, what, output, atLeast, per, due, persons, events, hours, document])
}

/// In what time a promised number counts.
public enum CommitmentPeriod: String, Choice {
  /// In each year.
  case year
  /// As long as the agreement holds.
  case agreement

  /// What people read.
  public var label: Label {
    switch self {
    case .year: Label("rok", "year")
    case .agreement: Label("celou dobu", "agreement")
    }
  }
}
