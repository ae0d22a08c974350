import Domain

/// The number of a line in the search index: the day of its document, the slot within the day and
/// the line within the slot, from the highest bits to the lowest.
///
/// A slot has room for 64 lines, and a document takes as many as its lines need, by ascending
/// numbers. Few bits for lines keep the steps from one document to the next small, of which the
/// index has one for every term of every document.
///
/// The rows of a year are one range, so that a search for years needs no term of them. A day has
/// 256 slots, a year 102,400 – 7,168 of them behind its last day – and documents without a date
/// have a million. What finds a day full goes on into the next; only where the rest of the year is
/// full too, that is a day of the next year.
struct PassageNumber {
  /// The number of the slot.
  let slot: Int64
  /// The number of the line in the slot, from 0.
  let line: Int

  /// The bits for the line within its slot.
  private static let lineBits = 6
  /// The bits for the slot within its day.
  private static let slotBits = 8

  /// The most lines that a document is divided into; longer ones have the last in one passage.
  static let lines = 1 << 14
  /// How many lines have numbers of one slot.
  static let linesOfSlot = 1 << lineBits
  /// How many days there are for documents without a date, which come before all others: in one
  /// range, so that nobody walks through full days for each of them.
  private static let undatedDays: Int64 = 1 << 12
  /// The years that a date can have.
  static let years = 1_000...9_999

  init(slot: Int64, line: Int) {
    self.slot = slot
    self.line = line
  }

  init(row: Int64) {
    slot = row >> Self.lineBits
    line = Int(row & (1 << Self.lineBits - 1))
  }

  /// The row of the index.
  var row: Int64 { slot << Self.lineBits | Int64(line) }

  /// The day of the document, counted so that later days have higher numbers.
  var day: Int64 { slot >> Self.slotBits }

  /// The slots for documents of a date, given in ISO 8601 with its precision.
  static func slots(on date: String?) -> Range<Int64> {
    guard let first = date.flatMap({ CalendarPeriod($0) })?.first.firstDay else {
      return 0..<(undatedDays << slotBits)
    }
    // Every month has room for 31 days: the numbers only have to be in order.
    let days = Int64((first.month ?? 1) - 1) * 31 + Int64((first.day ?? 1) - 1)
    return slots(ofDay: firstDay(of: first.year) + days)
  }

  /// The first row that documents of a year can have. Those without a date stand before all years.
  static func firstRow(of year: Int) -> Int64 {
    PassageNumber(slot: firstDay(of: year) << slotBits, line: 0).row
  }

  private static func firstDay(of year: Int) -> Int64 {
    undatedDays + Int64(year - years.lowerBound) * daysOfYear
  }

  /// The slots of the day after others.
  static func slots(after slots: Range<Int64>) -> Range<Int64> {
    self.slots(ofDay: slots.upperBound >> slotBits)
  }

  private static func slots(ofDay day: Int64) -> Range<Int64> {
    (day << slotBits)..<((day + 1) << slotBits)
  }

  /// How many days a year has in these numbers: twelve months of 31, and some for what does not fit
  /// into its last days.
  static let daysOfYear: Int64 = 400
}
