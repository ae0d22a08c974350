import Domain
import Sync

/// Which fields of a record show what persons wrote, and when they wrote it: a person's word beats
/// those of machines in all records of one thing.
struct PersonWords: Equatable {
  /// As tables have it: `|field=time` for each field, with the time of the hybrid clock in sixteen
  /// hexadecimal digits, so that times compare as texts; `nil` where a machine wrote everything.
  let text: String?
  /// The day on which a person last wrote what is shown; `nil` where that is not known.
  let day: String?

  /// Of a record as tables have it.
  init(text: String?, day: String?) {
    self.text = text
    self.day = day
  }

  /// Of a record as its state says it.
  init(_ state: RecordState, _ kind: RecordKind) {
    var text = ""
    var last: HybridTimestamp?
    for field in kind.fields where field != .region && field != .evidence {
      guard let time = Self.time(of: field, state) else { continue }
      text += Self.mark(of: field) + Self.digits(time)
      last = max(last ?? time, time)
    }
    self.text = text.isEmpty ? nil : text
    day = last.flatMap { $0.rawValue == 0 ? nil : Self.day(of: $0) }
  }

  /// When a person wrote what a field shows; the beginning of time for a set, whose values keep
  /// none, and `nil` where no person did.
  private static func time(of field: Field, _ state: RecordState) -> HybridTimestamp? {
    if field.merge == .set {
      let isPersons = state.sets[field.id]?.elements.contains { element in
        element.isPresent && element.insertions.contains(where: \.isPerson)
      }
      return isPersons == true ? HybridTimestamp(rawValue: 0) : nil
    }
    guard let shown = state.register(field.id)?.shown, shown.isPerson, shown.value != nil
    else { return nil }
    return shown.timestamp
  }

  private static let digitCount = 16

  private static func mark(of field: Field) -> String { "|\(field.id)=" }

  private static func digits(_ time: HybridTimestamp) -> String {
    let digits = String(time.rawValue, radix: 16)
    return String(repeating: "0", count: digitCount - digits.utf8.count) + digits
  }

  /// The time at which a person wrote a field, as text; `nil` where no person did.
  func time(of field: Field) -> String? {
    guard let text else { return nil }
    let (bytes, mark) = (Array(text.utf8), Array(Self.mark(of: field).utf8))
    for start in bytes.indices where bytes[start...].starts(with: mark) {
      return String(decoding: bytes[(start + mark.count)...].prefix(Self.digitCount), as: UTF8.self)
    }
    return nil
  }

  /// The expression of ``time(of:)`` for a row; empty or null where no person wrote the field.
  static func time(of field: Field, in row: String) -> String {
    let place = "instr(\(row).personWords, '\(mark(of: field))')"
    let start = "\(place) + \(mark(of: field).utf8.count)"
    return "CASE WHEN \(place) > 0 THEN substr(\(row).personWords, \(start), \(digitCount)) END"
  }

  /// The day of a time in Greenwich (Howard Hinnant, *chrono-compatible low-level date algorithms*).
  private static func day(of time: HybridTimestamp) -> String {
    let days = Int(time.milliseconds / 86_400_000) + 719_468
    let (era, dayOfEra) = days.quotientAndRemainder(dividingBy: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    // Years begin with March here.
    let march = (5 * dayOfYear + 2) / 153
    let month = march < 10 ? march + 3 : march - 9
    let year = era * 400 + yearOfEra + (month < 3 ? 1 : 0)
    let parts = [(year, 4), (month, 2), (dayOfYear - (153 * march + 2) / 5 + 1, 2)]
    return parts.map { number, width in
      String(repeating: "0", count: max(width - String(number).utf8.count, 0)) + String(number)
    }.joined(separator: "-")
  }
}
