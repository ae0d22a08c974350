import Desk
import Domain
import Storage

/// The surnames of people that minutes name without an office, so that they can be recognised in
/// sentences, in whatever case they stand.
struct PrivateNames: Sendable {
  /// What words of a surname begin with, folded.
  private let beginnings: Set<String>
  private static let leastLetters = 3
  private static let mask = "[…]"

  /// Learns the names from rows of the attendance, one an answer.
  init(_ people: [Answer]) {
    let surnames = people.compactMap { answer -> Substring? in
      guard let row = answer.rows.first, PrivateNames.isPrivate(row, of: answer) else { return nil }
      return answer.plain(Attendance.name.name, in: row).split(separator: " ").last
    }
    self.init(surnames: surnames.map(String.init))
  }

  /// Learns surnames in their first case.
  init(surnames: [String]) {
    beginnings = Set(surnames.map { PrivateNames.beginning(of: Substring($0)) })
      .filter { $0.count >= PrivateNames.leastLetters }
  }

  /// Whether somebody takes part for nobody but themselves: a guest, or without a role and an
  /// organisation.
  static func isPrivate(_ row: Answer.Row, of answer: Answer) -> Bool {
    let isOfficial =
      !answer.plain(Attendance.organization.name, in: row).isEmpty
      || !answer.plain(Attendance.role.name, in: row).isEmpty
    return !isOfficial
      || answer.plain(Attendance.status.name, in: row) == AttendanceStatus.guest.rawValue
  }

  /// A cell without what must not be shown.
  func masked(_ cell: ViewRow.Cell, keepingNames: Bool = false) -> ViewRow.Cell {
    switch cell {
    case .text(let text): .text(masked(text, keepingNames))
    case .list(let texts): .list(texts.map { masked($0, keepingNames) })
    case .none, .integer, .boolean: cell
    }
  }

  /// A text without addresses, telephone numbers and, unless they are kept, private names.
  func masked(_ text: String, _ keepingNames: Bool) -> String {
    var masked: [Substring] = []
    var isChanged = false
    for word in PrivateNames.withoutNumbers(text, &isChanged).split(
      separator: " ", omittingEmptySubsequences: false)
    {
      if word.utf8.contains(UInt8(ascii: "@")) || (!keepingNames && isPrivate(word)) {
        masked.append(Substring(PrivateNames.mask))
        isChanged = true
      } else {
        masked.append(word)
      }
    }
    return isChanged ? masked.joined(separator: " ") : text
  }

  private func isPrivate(_ word: Substring) -> Bool {
    let letters = word.drop { !$0.isLetter }
    guard let first = letters.first, first.isUppercase else { return false }
    let folded = Folding.fold(String(letters.prefix { $0.isLetter || $0 == "-" }))
    // The ending differs by case; what comes before it is the name.
    return (Self.leastLetters...max(Self.leastLetters, folded.count)).contains { count in
      folded.count >= count && folded.count <= count + 4
        && beginnings.contains(String(folded.prefix(count)))
    }
  }

  /// A surname without what Czech cases change: the last vowel, -ová, -ský and their kind, and the
  /// vowel that comes and goes.
  private static func beginning(of surname: Substring) -> String {
    var folded = Folding.fold(String(surname.filter { $0.isLetter || $0 == "-" }))
    for ending in ["ova", "eho", "y", "i", "a", "e", "o", "u"] where folded.hasSuffix(ending) {
      if folded.count - ending.count >= leastLetters {
        folded.removeLast(ending.count)
        break
      }
    }
    // Pavel, Pavla; Zátopek, Zátopka.
    if folded.count > leastLetters + 1, let last = folded.last, "lkcnr".contains(last),
      folded.dropLast().last == "e"
    {
      folded.removeLast(2)
    }
    return folded
  }

  /// Runs of nine digits and more are telephone numbers or as personal; eight are an IČO.
  private static func withoutNumbers(_ text: String, _ isChanged: inout Bool) -> String {
    var result = ""
    var run = ""
    var digits = 0
    func flush() {
      if digits >= 9 {
        result += run.first == " " ? " \(mask)" : mask
        if run.last == " " { result += " " }
        isChanged = true
      } else {
        result += run
      }
      (run, digits) = ("", 0)
    }
    for character in text {
      if character.isNumber {
        digits += 1
        run.append(character)
      } else if digits > 0 || !run.isEmpty, " +-/\u{A0}".contains(character), run.count < 40 {
        run.append(character)
      } else {
        flush()
        result.append(character)
      }
    }
    flush()
    return result
  }
}
