import Domain

/// The part of minutes that a label opens.
enum LabelKind: String {
  case present, excused, absent, guests, secretary, attendance
  case date, time, place, agenda, course
  case recorded, verified, approved, chaired, recordedOn
  case nextMeeting, resolution, task, ending, other

  /// Whether the label ends the heading of the document.
  var isMain: Bool {
    switch self {
    case .present, .excused, .absent, .guests, .secretary, .attendance, .date, .time, .place,
      .agenda, .course:
      true
    default: false
    }
  }

  /// Whether people are listed after the label.
  var listsPeople: Bool {
    switch self {
    case .present, .excused, .absent, .guests, .secretary: true
    default: false
    }
  }
}

/// A label at the beginning of a line.
struct LabelMatch {
  /// What the label opens.
  let kind: LabelKind
  /// The tokens of the label with its colon.
  let tokens: Range<Int>

  /// The label in a text whose first tokens are missing.
  func moved(by offset: Int) -> LabelMatch {
    LabelMatch(kind: kind, tokens: tokens.lowerBound + offset..<tokens.upperBound + offset)
  }
}

/// The labels of minutes.
struct Labels {
  /// The labels of Czech minutes.
  static let czech = Labels(FactTable(PackageResources.labels_tsv))

  private struct Entry {
    let words: [String]
    let kind: LabelKind
  }

  private var entries: [String: [Entry]] = [:]

  private init(_ table: FactTable) {
    for row in table.rows where row.count == 2 {
      let words = row[1].split(separator: " ").map(String.init)
      guard let first = words.first, let kind = LabelKind(rawValue: row[0]) else { continue }
      entries[first, default: []].append(Entry(words: words, kind: kind))
    }
    for key in entries.keys { entries[key]?.sort { $0.words.count > $1.words.count } }
  }

  private static let people = WordSet(
    FactTable(PackageResources.labels_tsv).rows.filter { row in
      LabelKind(rawValue: row[0])?.listsPeople == true
    }.compactMap { $0.count == 2 && !$0[1].contains(" ") ? $0[1] : nil })

  /// Whether a folded word alone may open a list of people, as `přítomni`.
  static func opensPeople(_ word: String) -> Bool { people.contains(word) }

  /// The part of the attendance that a folded word with a colon opens.
  func people(_ word: String) -> LabelKind? {
    Self.people.contains(word) ? entries[word]?.last?.kind : nil
  }

  private static let late: WordSet = [
    "dle", "podle", "nepritomen", "nepritomna", "nepritomni", "radne", "clenove", "na", "jednani",
    "schuze", "zasedani", "z", "za", "omluveni",
  ]

  /// `Dle prezenční listiny přítomni: …`, `Nepřítomen člen výboru, omluven: …`, `Jednání se
  /// zúčastnili: …`: the last word before the colon tells what the list holds.
  private func lateLabel(_ tokens: Tokens, line: Range<Int>) -> LabelMatch? {
    guard let first = line.first, tokens[first].isCapitalized,
      Self.late.contains(tokens[first].folded),
      let colon = line.prefix(9).first(where: { tokens[$0].is(":") }), colon - first > 2,
      let kind = people(tokens[colon - 1].folded)
    else { return nil }
    // `Nepřítomen bez omluvy:`
    let isWithout = tokens[colon - 2].is("bez")
    return LabelMatch(kind: isWithout ? .absent : kind, tokens: first..<colon + 1)
  }

  private static let members: WordSet = [
    "clenove", "clenky", "hoste", "zastupci", "senatori", "zastupitele", "ucastnici",
  ]

  /// `Přítomní členové senátu fakulty`, `Nepřítomní členové a hosté` alone in a line: no colon, no
  /// verb.
  private func bareLabel(_ tokens: Tokens, line: Range<Int>) -> LabelMatch? {
    guard let first = line.first, line.count > 1, line.count < 8, tokens[first].isCapitalized,
      let kind = people(tokens[first].folded), Self.members.contains(tokens[first + 1].folded),
      line.allSatisfy({ place in
        tokens[place].kind == .word && !PeopleLine.isPastVerb(tokens[place].folded)
      })
    else { return nil }
    let isGuests = kind == .present && tokens[first + 1].is("hoste")
    return LabelMatch(kind: isGuests ? .guests : kind, tokens: line)
  }

  /// Returns the label that a line begins with.
  ///
  /// A label ends with a colon, a dash, a wide gap or the line.
  func match(_ tokens: Tokens, line: Range<Int>) -> LabelMatch? {
    var start = line.lowerBound
    while start < line.upperBound, ["•", "|", "-"].contains(tokens[start].folded) { start += 1 }
    if let late = lateLabel(tokens, line: start..<max(start, line.upperBound)) { return late }
    if let bare = bareLabel(tokens, line: start..<max(start, line.upperBound)) { return bare }
    guard start < line.upperBound, let candidates = entries[tokens[start].folded] else {
      return misspelt(tokens, at: start, line: line)
    }
    for entry in candidates {
      guard let phraseEnd = end(of: entry.words, tokens, in: start..<line.upperBound),
        !goesOnAsSentence(phraseEnd, tokens, line.upperBound, entry.kind),
        let end = closing(
          tokens, from: counted(tokens, from: phraseEnd, to: line.upperBound, entry.kind),
          to: line.upperBound, mayCount: entry.kind.listsPeople)
          ?? dot(tokens, after: phraseEnd, to: line.upperBound, kind: entry.kind)
      else { continue }
      // `Nepřítomna (omluvena):`
      let isExcused =
        entry.kind == .absent
        && (phraseEnd..<end).contains { tokens[$0].folded.hasPrefix("omluven") }
      // `Přítomni dle listiny. Omluveni: …`: the last word before the colon tells.
      let last =
        tokens[end - 1].is(":") && tokens[end - 3].is(".") ? people(tokens[end - 2].folded) : nil
      return LabelMatch(kind: isExcused ? .excused : last ?? entry.kind, tokens: start..<end)
    }
    return nil
  }

  /// `Přítonmni: …`: one letter too many, too few, another one or two that changed places.
  private func misspelt(_ tokens: Tokens, at start: Int, line: Range<Int>) -> LabelMatch? {
    let token = tokens[start]
    guard tokens[start + 1].is(":"), start + 2 < line.upperBound, token.isCapitalized,
      token.folded.utf8.count > 6,
      let meant = Self.fragile.first(where: { Spelling.isSlip(token.folded, of: $0) }),
      let kind = people(meant)
    else { return nil }
    return LabelMatch(kind: kind, tokens: start..<start + 2)
  }

  private static let fragile = ["pritomni", "omluveni", "nepritomni", "neomluveni"]

  /// `Členové se vyjádřili v poměru pro : proti`: a verb makes a sentence of it.
  private func goesOnAsSentence(
    _ start: Int, _ tokens: Tokens, _ end: Int, _ kind: LabelKind
  ) -> Bool {
    guard kind.listsPeople, start < end, tokens[start].is("se") else { return false }
    return PeopleLine.isPastVerb(tokens[start + 1].folded)
  }

  private func end(of words: [String], _ tokens: Tokens, in line: Range<Int>) -> Int? {
    var place = line.lowerBound
    for (index, word) in words.enumerated() {
      while index > 0, place < line.upperBound, ["/", ".", ",", "("].contains(tokens[place].folded)
      {
        place += 1
      }
      guard place < line.upperBound, tokens[place].is(word) else { return nil }
      place += 1
    }
    return place
  }

  /// `Přítomni. J. Nová, P. Malý` has a dot where others write a colon.
  private func dot(_ tokens: Tokens, after phraseEnd: Int, to end: Int, kind: LabelKind) -> Int? {
    guard kind.listsPeople, phraseEnd + 1 < end, tokens[phraseEnd].is("."),
      tokens[phraseEnd].gap == .none, tokens[phraseEnd + 1].isCapitalized,
      (phraseEnd..<end).contains(where: { tokens[$0].is(",") })
    else { return nil }
    return phraseEnd + 1
  }

  /// The token after `(12 z 15)`, `(7 členů)` before the colon of a list of people.
  private func counted(_ tokens: Tokens, from start: Int, to end: Int, _ kind: LabelKind) -> Int {
    guard kind.listsPeople, start < end, tokens[start].is("("), tokens[start + 1].kind == .number,
      let close = (start..<min(start + 8, end)).first(where: { tokens[$0].is(")") }),
      tokens[close + 1].is(":")
    else { return start }
    return close + 1
  }

  /// The token after the colon, with at most five words of closer description before it.
  private func closing(
    _ tokens: Tokens, from phraseEnd: Int, to end: Int, mayCount: Bool
  ) -> Int? {
    var place = phraseEnd
    while place < end, [".", ")"].contains(tokens[place].folded) { place += 1 }
    // `program jednání.` in small letters ends a sentence.
    if place == end, tokens[end - 1].is("."), place > phraseEnd { return nil }
    if place == end { return end }
    if tokens[place].is("-") || tokens[place].gap == .wide, place > phraseEnd - 1 {
      return tokens[place].is("-") || tokens[place].is(":") ? place + 1 : place
    }
    var words = 0
    var isInside = false
    while place < end {
      // `Přítomni (dle abecedy a bez titulů):` explains the order.
      if tokens[place].is("(") || tokens[place].is(")") { isInside = tokens[place].is("(") }
      switch tokens[place].kind {
      // `Přítomni (7):` counts them.
      case .number where tokens[place - 1].is("(") && tokens[place + 1].is(")"): break
      // `Přítomní členové odbočky 30:` belong to it.
      case .number
      where mayCount && words > 1 && tokens[place + 1].is(":")
        && tokens[place - 1].kind == .word:
        break
      case .number: return nil
      case .word: words += isInside ? 0 : 1
      case .mark:
        if tokens[place].is(":") { return place + 1 }
        guard ["/", "(", ")", ".", "-"].contains(tokens[place].folded) else { return nil }
      }
      if words > 5 { return nil }
      place += 1
    }
    return nil
  }
}
