/// A meeting as its minutes state it.
public struct ExtractedMeeting: Hashable, Sendable {
  /// The body that met.
  public var body: Fact<String>?
  /// The body that the meeting body belongs to.
  public var parentBody: Fact<String>?
  /// When it began, `HH:MM`.
  public var time: Fact<String>?
  /// When it ended, `HH:MM`.
  public var endTime: Fact<String>?
  /// Whether people met in a room or on line.
  public var form: Fact<MeetingForm>?
  /// Where it was held.
  public var place: Fact<String>?
  /// Who took the minutes.
  public var recordedBy: Fact<PersonName>?
  /// When the minutes were written.
  public var recordedOn: Fact<CalendarPeriod>?
  /// Who verified the minutes.
  public var verifiedBy: Fact<PersonName>?
  /// Who else verified the minutes.
  public var otherVerifiers: [Fact<PersonName>] = []
  /// Who chaired the meeting.
  public var chair: Fact<PersonName>?
  /// What stands instead of names, as *viz prezenční listina*.
  public var attendanceReference: Fact<String>?
  /// The people in the attendance list, in its order; empty when the minutes name nobody.
  public var attendance: [ExtractedAttendance]
  /// The items of the programme and of the discussion, in the order of the document.
  public var items: [ExtractedItem]
  /// When the body meets next.
  public var nextMeetings: [Fact<ExtractedNextMeeting>]

  /// Creates a meeting of which nothing is known.
  public init() {
    attendance = []
    items = []
    nextMeetings = []
  }
}

/// One person in an attendance list.
public struct ExtractedAttendance: Hashable, Sendable {
  /// The person with titles.
  public var person: Fact<PersonName>
  /// How the person stands in the list.
  public var status: AttendanceStatus
  /// The organisation that the person came for.
  public var organization: Fact<String>?
  /// The person's role.
  public var role: Fact<String>?

  /// Creates an entry.
  public init(person: Fact<PersonName>, status: AttendanceStatus) {
    self.person = person
    self.status = status
  }
}

/// An item of the programme or of the discussion.
public struct ExtractedItem: Hashable, Sendable {
  /// The number as the programme counts it, without punctuation: `1`, `a`.
  public var number: String
  /// What the item is called.
  public var title: Fact<String>
  /// What was said about it; `nil` when the minutes do not come back to it.
  public var text: Fact<String>?
  /// Whether the programme announced it.
  public var announced: Bool

  /// Creates an item.
  public init(number: String, title: Fact<String>, announced: Bool) {
    self.number = number
    self.title = title
    self.announced = announced
  }
}

/// When a body meets next.
public struct ExtractedNextMeeting: Hashable, Sendable {
  /// The date with its precision.
  public var date: CalendarPeriod
  /// The time, `HH:MM`.
  public var time: String?

  /// Creates a next meeting.
  public init(date: CalendarPeriod, time: String? = nil) {
    self.date = date
    self.time = time
  }
}
