/// A meeting after the first one in a file that holds the minutes of several.
public struct ExtractedFurtherMeeting: Hashable, Sendable {
  /// The number of the minutes.
  public var number: Fact<String>?
  /// The date of the meeting.
  public var date: Fact<CalendarPeriod>?
  /// What the minutes state about it.
  public var meeting: ExtractedMeeting

  /// Creates a meeting.
  public init(number: Fact<String>?, date: Fact<CalendarPeriod>?, meeting: ExtractedMeeting) {
    self.number = number
    self.date = date
    self.meeting = meeting
  }
}
