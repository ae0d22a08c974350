import Desk
import Domain
import Storage

/// The surnames of people that minutes name without an office, so that they can be recognised in
/// sentences, in whatever case they stand.
struct PrivateNames: Sendable {
  /// What words of a surname begin with, folded.
  private let beginnings: Set<String>
  /// Surnames too short to have a beginning of their own, folded.
  private let short: Set<String>
  private static let leastLetters = 3
  private static let mask = "[…]"

  /// Learns the names from the attendance and the contacts.
  init(attendance: Answer, contacts: Answer) {
    let (name, person) = (Attendance.name.name, Contact.person.name)
    var (people, officials): ([String], Set<String>) = ([], [])
    for row in attendance.rows {
      let name = attendance.plain(name, in: row)
      if PrivateNames.isPrivate(row, of: attendance) {
        people.append(name)
      } else {
        officials.insert(Folding.fold(name))
      }
    }
    for row in contacts.rows {
      let name = contacts.plain(person, in: row)
      if !officials.contains(Folding.fold(name)) { people.append(name) }
    }
    self.init(
      surnames: people.compactMap { $0.split(separator: " ").last }.map(String.init))
  }

  /// Learns surnames in their first case; each part of a double name is one.
  init(surnames: [String]) {
    let parts = surnames.flatMap { $0.split(separator: "-") }
    beginnings = Set(parts.map(PrivateNames.beginning)).filter {
      $0.count >= PrivateNames.leastLetters
    }
    short = Set(parts.map { Folding.fold(String($0)) }).filter { (1..<4).contains($0.count) }
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
    case .none, .integer, .decimal, .boolean: cell
    }
  }

  /// A text without addresses, telephone numbers and, unless they are kept, private names.
  func masked(_ text: String, _ keepingNames: Bool) -> String {
    let places =
      PersonalNumbers.places(in: text) + MailAddresses.places(in: text)
      + (keepingNames ? [] : self.places(in: text))
    var masked = ""
    var shown = text.startIndex
    for place in places.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      // What overlaps is left out once.
      if place.lowerBound >= shown { masked += text[shown..<place.lowerBound] + Self.mask }
      shown = max(shown, place.upperBound)
    }
    return masked + text[shown...]
  }

  /// The places of private names in a text.
  private func places(in text: String) -> [Range<String.Index>] {
    guard !beginnings.isEmpty || !short.isEmpty else { return [] }
    var places: [Range<String.Index>] = []
    var place = text.startIndex
    while let first = text[place...].firstIndex(where: \.isLetter) {
      let word = text[first...].prefix { $0.isLetter }
      if isPrivate(word) { places.append(word.startIndex..<word.endIndex) }
      place = word.endIndex
    }
    return places
  }

  private func isPrivate(_ word: Substring) -> Bool {
    guard word.first?.isUppercase ?? false else { return false }
    let folded = Folding.fold(String(word))
    if short.contains(folded) { return true }
    guard folded.count >= Self.leastLetters else { return false }
    // The ending differs by case; what comes before it is the name.
    return (max(Self.leastLetters, folded.count - 4)...folded.count).contains { count in
      beginnings.contains(String(folded.prefix(count)))
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
}
