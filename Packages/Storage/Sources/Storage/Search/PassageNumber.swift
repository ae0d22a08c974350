import Domain

/// The number of a line in the search index: the day of its document, the document within the day
/// and the line, from the highest bits to the lowest.
struct PassageNumber {
  /// The number of the document.
  let document: Int64
  /// The number of the line in the document, from 0.
  let line: Int

  /// The bits for the line; longer documents have their last lines in one passage.
  private static let lineBits = 14
  /// The bits for the document within its day.
  private static let dayBits = 10

  /// The most lines that a document is divided into.
  static let lines = 1 << lineBits
  /// How many documents have numbers of one day.
  static let documentsOfDay: Int64 = 1 << dayBits
  /// Documents without a date come before all others.
  private static let firstYear = 1900

  init(document: Int64, line: Int) {
    self.document = document
    self.line = line
  }

  init(row: Int64) {
    document = row >> Self.lineBits
    line = Int(row & (1 << Self.lineBits - 1))
  }

  /// The row of the index.
  var row: Int64 { document << Self.lineBits | Int64(line) }

  /// The day of the document, counted so that later days have higher numbers.
  var day: Int64 { document >> Self.dayBits }

  /// The first number for documents of a date, given in ISO 8601 with its precision.
  static func firstDocument(on date: String?) -> Int64 {
    guard let first = date.flatMap({ CalendarPeriod($0) })?.first.firstDay else { return 0 }
    let years = Int64(max(first.year - firstYear, 0))
    // Every month has room for 31 days: the numbers only have to be in order.
    let day = years * 372 + Int64((first.month ?? 1) - 1) * 31 + Int64(first.day ?? 1)
    return min(day, 1 << 22) << dayBits
  }

  /// How many days a year has in these numbers.
  static let daysOfYear: Int64 = 372
}
