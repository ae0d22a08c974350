/// How somebody stands in the attendance list of a meeting.
public enum AttendanceStatus: String, Choice {
  /// A member who was there.
  case present
  /// A member who sent an apology.
  case excused
  /// A member who was missing without one.
  case absent
  /// Somebody who was there and is not a member.
  case guest

  /// What people read.
  public var label: Label {
    switch self {
    case .present: Label("přítomen", "present")
    case .excused: Label("omluven", "excused")
    case .absent: Label("nepřítomen", "absent")
    case .guest: Label("host", "guest")
    }
  }
}
