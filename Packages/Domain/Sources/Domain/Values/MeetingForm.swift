/// Whether people met in a room or on line.
public enum MeetingForm: String, Choice {
  /// In a room.
  case inPerson = "in-person"
  /// By video or another remote form.
  case online
  /// Some in a room, some on line.
  case hybrid
  /// Without meeting, by circulated documents (per rollam).
  case circulated

  /// What people read.
  public var label: Label {
    switch self {
    case .inPerson: Label("osobně", "in person")
    case .online: Label("on-line", "online")
    case .hybrid: Label("kombinovaně", "hybrid")
    case .circulated: Label("per rollam", "by circulation")
    }
  }
}
