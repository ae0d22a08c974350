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
    // In Greenwich, as every office must come to the same.
    day = last.flatMap { time in
      time.rawValue == 0
        ? nil : CalendarDate(daysSince1970: Int(time.milliseconds / 86_400_000))?.description
    }
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
}
