import Domain

/// The meetings of a file that holds the minutes of several, each read on its own.
enum MeetingSeries {
  /// Fills in the meeting of the first part and those of the others.
  ///
  /// Decisions stand in the lists of the document, with the place that tells their meeting.
  static func fill(
    _ result: inout ExtractedDocument, _ whole: Layout, _ parts: [Range<Int>],
    _ bodies: BodyExtractor.Found
  ) {
    var meetings = parts.map { lines in
      let part = Transcript(whole.transcript, lines: lines)
      return meeting(Layout(whole, lines: lines, transcript: part), bodies)
    }
    let first = meetings.removeFirst()
    result.meeting = first.meeting
    result.number = first.number ?? result.number
    result.date = first.date ?? result.date
    result.furtherMeetings = meetings
  }

  private static func meeting(
    _ layout: Layout, _ bodies: BodyExtractor.Found
  ) -> ExtractedFurtherMeeting {
    let title = TitleExtractor(layout: layout)
    let dates = DateExtractor(layout: layout, titleLines: title.lines)
    let date = dates.date()
    let own = BodyExtractor(layout: layout, titleLines: title.lines, edges: []).bodies()
    let found = own.body == nil ? bodies : own
    return ExtractedFurtherMeeting(
      number: title.number(), date: date, meeting: Extractor.meeting(layout, dates, found, date))
  }
}
