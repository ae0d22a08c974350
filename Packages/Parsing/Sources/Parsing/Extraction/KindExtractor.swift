import Domain

/// Tells minutes from agreements, invitations, lists of resolutions and articles.
struct KindExtractor {
  /// The parts of the document.
  let layout: Layout

  /// Returns what the document is.
  func kind() -> DocumentKind {
    let words = headingWords()
    if let named = namedKind(words) { return named }
    let kinds = Set(layout.sections.map(\.kind))
    if !kinds.isDisjoint(with: [.present, .excused, .attendance]) { return .minutes }
    if kinds.contains(.recorded), !kinds.isDisjoint(with: [.agenda, .course, .chaired, .date]) {
      return .minutes
    }
    // `Z výroční schůze klubu`, and at the end who took the minutes.
    if kinds.contains(.recorded), headingWords(perLine: 8).contains(where: Self.isMeeting) {
      return .minutes
    }
    if words.contains("usneseni") { return .resolutions }
    return tellsMeeting ? .minutes : .other
  }

  /// `Schůze výboru se konala dne 5. 2. za účasti těchto členů: …` has neither title nor labels.
  private var tellsMeeting: Bool {
    guard headingWords(perLine: 12).contains(where: Self.isMeeting) else { return false }
    if hasDatedTitle, tellsOfPast { return true }
    let sentence = ParticipationSentence(transcript: layout.transcript)
    return layout.transcript.places(of: ParticipationSentence.words).contains { place in
      let line = layout.transcript.line(of: place)
      return line < Self.mostLines
        && sentence.entries(ofLine: line, at: [place]).contains { $0.status == .present }
    }
  }

  private static let mostLines = 15
  private static let past: WordSet = [
    "probehlo", "probehla", "zahajil", "zahajila", "privital", "privitala", "projednal",
    "projednala", "schvalil", "schvalila", "informoval", "informovala", "zucastnenych",
    "pritomnych", "konstatoval", "konstatovala", "seznamil", "seznamila",
    "doslo", "byl", "byla", "bylo", "byli", "byly", "probehly", "reagoval", "reagovala",
    "usnesl", "usnesla", "rozhodl", "rozhodla", "odsouhlasil", "odsouhlasila", "uvital", "uvitala",
  ]

  /// `2. zasedání výboru 11. 12. 2023` in the first line.
  private var hasDatedTitle: Bool {
    guard let first = layout.transcript.lines.first?.tokens, first.count < 20 else { return false }
    let words = layout.transcript.tokens[first]
    return words.contains { Self.isMeeting($0.folded) }
      && DateScanner(tokens: words).dates().contains { $0.day != nil }
  }

  /// An announcement tells what will be; minutes tell what was.
  private var tellsOfPast: Bool { !layout.transcript.places(of: Self.past).isEmpty }

  private static func isMeeting(_ word: String) -> Bool {
    ["jedn", "schuz", "setkani", "zasedani", "porad", "shromazden", "hromad"].contains(
      where: word.hasPrefix)
  }

  private func namedKind(_ words: [String]) -> DocumentKind? {
    // A page of a blog may be an invitation.
    if words.contains("zveme") || words.contains("pozvanka") || invites() { return .invitation }
    // A sheet of signatures is kept beside minutes and is none.
    if opensWithSheet { return .other }
    for (index, word) in words.enumerated() {
      let next = index + 1 < words.count ? words[index + 1] : ""
      switch word {
      case "zapis", "zapisy":
        // A list may end with *zápis do seznamu*; minutes are *zápis z jednání*, *zápis č. 5*.
        let follows = ["z", "ze", "c", "a", "ke", "o", ""].contains(next)
        if follows || index == 0 || Self.isMeeting(next) { return .minutes }
      case "zaznam" where next == "z" || next == "ze": return .minutes
      case "protokol", "zprava", "zavery":
        let meeting = index + 2 < words.count ? words[index + 2] : ""
        if ["z", "ze", "o"].contains(next), Self.isMeeting(meeting) { return .minutes }
      case "pozvani": return .invitation
      case "popis" where next == "spoluprace", "memorandum", "smlouva": return .agreement
      case "dohoda" where next == "o": return .agreement
      // What a body filed as its decision may be the minutes with all that was said.
      case "rozhodnuti" where hasCourse: return .minutes
      case "rozhodnuti", "vypis": return .resolutions
      case "usneseni" where !hasAttendance: return .resolutions
      case "blog", "clanek", "tiskova": return .article
      default: continue
      }
    }
    return nil
  }

  private var opensWithSheet: Bool {
    let lines = layout.transcript.lines.dropFirst(layout.frontMatter.upperBound)
    return (lines.first?.tokens ?? 0..<0).prefix(2).contains { place in
      let word = layout.transcript.tokens[place].folded
      return word.hasPrefix("prezencni") || word.hasPrefix("presencni")
    }
  }

  /// `dovolujeme si Vás pozvat`, `svolávám jednání komise` in a letter without people.
  private func invites() -> Bool {
    let heading = layout.tokens(ofLines: layout.heading)
    return !hasAttendance
      && heading.contains { place in
        ["zvu", "svolavam", "pozvat"].contains(layout.transcript.tokens[place].folded)
      }
  }

  private var hasAttendance: Bool {
    layout.sections.contains { $0.kind == .present || $0.kind == .attendance }
  }

  /// People and a programme.
  private var hasCourse: Bool {
    hasAttendance && layout.sections.contains { $0.kind == .agenda }
  }

  private func headingWords(perLine most: Int = 4) -> [String] {
    let front =
      layout.frontMatter
      .lowerBound..<max(
        layout.frontMatter.upperBound, layout.heading.upperBound)
    return front.flatMap { layout.transcript.lines[$0].tokens.prefix(most) }.compactMap { place in
      let token = layout.transcript.tokens[place]
      return token.kind == .word ? token.folded : nil
    }
  }
}
