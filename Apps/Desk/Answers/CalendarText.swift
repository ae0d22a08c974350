import Domain
import Storage

/// Answers as iCalendar (RFC 5545): what has a day becomes an event, what somebody has to do a
/// to-do. Nothing depends on the clock, so equal answers give equal bytes.
struct CalendarText {
  private let answer: Answer
  private let language: Language

  init(_ answer: Answer, _ language: Language) {
    self.answer = answer
    self.language = language
  }

  /// The calendar.
  var text: String {
    // A search may find several lines of one document.
    var known: Set<String> = []
    let rows = answer.rows.filter { known.insert(identifier(of: $0)).inserted }.flatMap(component)
    let lines =
      ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Soulad//Soulad//CS", "CALSCALE:GREGORIAN"]
      + rows + ["END:VCALENDAR"]
    return lines.map(CalendarText.folded).joined()
  }

  /// A row as a component; nothing for a row without a day.
  private func component(_ row: Answer.Row) -> [String] {
    guard let period = period(of: row) else { return [] }
    let isTask = row.kind == Task.kind.name
    let name = isTask ? "VTO" + "DO" : "VEVENT"
    var lines = ["BEGIN:\(name)", "UID:\(identifier(of: row))@soulad"]
    lines.append("DTSTAMP:\(CalendarText.day(period.first.firstDay))T000000Z")
    if isTask {
      lines.append("DUE;VALUE=DATE:\(CalendarText.day(period.last.lastDay))")
      if isDone(row) { lines.append("STATUS:COMPLETED") }
    } else {
      lines += span(period, time: answer.plain("time", in: row))
    }
    lines.append("SUMMARY:\(CalendarText.escaped(summary(of: row)))")
    if let place = first(of: ["place"], in: row) {
      lines.append("LOCATION:\(CalendarText.escaped(place))")
    }
    lines.append("CATEGORIES:\(CalendarText.escaped(row.region))")
    let who = first(of: ["who", "responsible"], in: row).map { "\n" + $0 } ?? ""
    lines.append("DESCRIPTION:\(CalendarText.escaped(row.region + who))")
    if period.first.precision != .day || period.first != period.last {
      lines.append("TRANSP:TRANSPARENT")
    }
    return lines.filter { !isTask || !$0.hasPrefix("TRANSP") } + ["END:\(name)"]
  }

  /// What a calendar knows the row by, on whatever day it is put off to. A meeting may have
  /// announced several others.
  private func identifier(of row: Answer.Row) -> String {
    guard answer.plain("what", in: row) == "announced" else { return row.id }
    return "\(row.id)-\(answer.plain("date", in: row).filter { $0 != "/" })"
  }

  private func isDone(_ row: Answer.Row) -> Bool {
    let place = answer.columns.firstIndex { $0.field == Task.done }
    return place.map { row.cells[$0] == .boolean(true) } ?? false
  }

  /// When it is; what has a beginning lasts to its end, where both are stated.
  private func period(of row: Answer.Row) -> CalendarPeriod? {
    let names = ["date", "due", "start", "approved"]
    guard let period = first(of: names, in: row).flatMap({ CalendarPeriod($0) }) else { return nil }
    let end = first(of: ["end"], in: row).flatMap { CalendarPeriod($0) }
    guard let end, end.last.lastDay > period.last.lastDay else { return period }
    return CalendarPeriod("\(period.first)/\(end.last)") ?? period
  }

  private func summary(of row: Answer.Row) -> String {
    let title = first(of: ["title", "name", "text", "body", "activity", "number"], in: row) ?? ""
    let what = answer.shown("what", in: row, language)
    if what.isEmpty || title.isEmpty { return title + what }
    return "\(title) (\(what))"
  }

  private func first(of names: [String], in row: Answer.Row) -> String? {
    names.lazy.map { answer.plain($0, in: row) }.first { !$0.isEmpty }
  }

  /// Whole days; a meeting with a time of one day is at that time wherever the reader is.
  private func span(_ period: CalendarPeriod, time: String) -> [String] {
    let digits = time.split(separator: ":").compactMap { Int($0) }
    let first = period.first.firstDay
    if period.first == period.last, period.first.precision == .day, digits.count == 2,
      0..<24 ~= digits[0], 0..<60 ~= digits[1]
    {
      let clock = digits.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
      return ["DTSTART:\(CalendarText.day(first))T\(clock)00"]
    }
    let end = CalendarText.dayAfter(period.last.lastDay)
    return [
      "DTSTART;VALUE=DATE:\(CalendarText.day(first))", "DTEND;VALUE=DATE:\(CalendarText.day(end))",
    ]
  }

  private static func day(_ date: CalendarDate) -> String {
    date.description.filter { $0 != "-" }
  }

  private static func dayAfter(_ date: CalendarDate) -> CalendarDate {
    let (year, month, day) = (date.year, date.month ?? 1, date.day ?? 1)
    return CalendarDate(year: year, month: month, day: day + 1)
      ?? CalendarDate(year: year, month: month + 1, day: 1)
      ?? CalendarDate(year: year + 1, month: 1, day: 1) ?? date
  }

  /// Text after RFC 5545, section 3.3.11.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.printableLines.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": escaped += "\\" + String(scalar)
      case "\n": escaped += "\\n"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// A line of at most 75 bytes and its continuations, never cut within a character (section 3.1).
  private static func folded(_ line: String) -> String {
    var (folded, count) = ("", 0)
    for scalar in line.unicodeScalars {
      let width = String(scalar).utf8.count
      if count + width > 75 {
        folded += "\r\n "
        count = 1
      }
      folded.unicodeScalars.append(scalar)
      count += width
    }
    return folded + "\r\n"
  }
}
