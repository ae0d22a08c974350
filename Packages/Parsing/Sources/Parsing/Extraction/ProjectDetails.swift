import Domain

/// What the sentences around the name of a project say about it.
struct ProjectDetails {
  /// The parts of the document.
  let layout: Layout

  var transcript: Transcript { layout.transcript }
  private static let statuses: [(status: ProjectStatus, words: [String])] =
    FactTable(PackageResources.project_statuses_tsv).rows.compactMap { row in
      ProjectStatus(rawValue: row[0]).map { ($0, row[1].split(separator: " ").map(String.init)) }
    }
  private static let stops: WordSet = [".", ",", "byl", "byla", "nebyl", "je", "("]
  private static let beginnings = WordList(beginnings: ["zahajen", "realizovan"])
  private static let ends = WordList(beginnings: ["konec", "ukoncen"])
  private static let prolongations = WordList(beginnings: ["prodlouzen"])
  private static let holderWords: WordSet = ["nositelem", "realizatorem", "organizace"]
  private static let applicants: WordSet = [
    "podalo", "podala", "podal", "realizuje", "predlozilo", "predlozila", "predlozil",
    "pripravuje", "spousti", "pokracuje", "zahajilo", "zahajila", "zahajil",
  ]
  static let roles: WordSet = [
    "nositel", "realizator", "zadatel", "predkladatel", "prijemce",
  ]
  private static let doing: WordSet = ["realizuje", "pripravuje", "predklada", "podava", "spousti"]
  private static let leading = doing.union(Array(roles.members))
  private static let carriers: WordSet = ["realizatorem"]
  private static let openings = WordList(statuses.compactMap { $0.words.first })
  private static let themes: [(theme: Theme, stems: [[String]])] =
    FactTable(PackageResources.themes_tsv).rows.compactMap { row in
      let stems = row[1].split(separator: ";").map { $0.split(separator: " ").map(String.init) }
      return Theme(rawValue: row[0]).map { ($0, stems) }
    }

  /// Adds status, holder, dates, registration number and themes.
  func fill(_ project: inout ExtractedProject, mention: ProjectMention) {
    let name = mention.name
    let line = transcript.lines[transcript.line(of: name.lowerBound)].tokens
    let sentence = sentence(around: name, in: line)
    project.status = status(in: sentence) ?? statusBelow(name, line) ?? mention.status
    if let holder = mention.holder { project.holder = transcript.fact(holder, confidence: 0.8) }
    project.holder = project.holder ?? holder(after: name.upperBound, limit: line.upperBound)
    project.holder = project.holder ?? namedHolder(in: sentence, line: line) ?? formHolder(name)
    let rest = sentence.lowerBound..<line.upperBound
    let span = span(after: name.upperBound, in: rest)
    project.start =
      date(after: Self.beginnings, in: rest) ?? year(in: name, last: false) ?? span?.start
    project.end =
      date(after: Self.ends, in: rest) ?? prolonged(in: rest)
      ?? year(in: name, last: true) ?? span?.end
    project.registration =
      mention.registration.map { transcript.fact($0) } ?? registration(after: name)
    project.themes = themes(in: name)
  }

  /// Returns the status that the tokens tell.
  func status(in tokens: Range<Int>) -> Fact<ProjectStatus>? {
    let openings = tokens.filter { Self.openings.contains(transcript.tokens[$0].folded) }
    guard !openings.isEmpty else { return nil }
    for entry in Self.statuses {
      for place in openings where place + entry.words.count <= tokens.upperBound {
        guard fits(entry.words, at: place) else { continue }
        let range = transcript.range(place..<place + entry.words.count)
        return Fact(entry.status, range, confidence: 0.8)
      }
    }
    return nil
  }

  /// A star at the end of a word stands for any ending.
  private func fits(_ words: [String], at place: Int) -> Bool {
    words.indices.allSatisfy { index in
      let word = words[index]
      let token = transcript.tokens[place + index].folded
      guard word.utf8.last == UInt8(ascii: "*") else { return token == word }
      return token.utf8.starts(with: word.utf8.dropLast())
    }
  }

  /// A title is explained by the line under it.
  private func statusBelow(_ name: Range<Int>, _ line: Range<Int>) -> Fact<ProjectStatus>? {
    let index = transcript.line(of: name.lowerBound)
    guard name.upperBound >= line.upperBound - 1, index + 1 < transcript.lines.count else {
      return nil
    }
    let below = transcript.lines[index + 1].tokens
    let end = below.first { isEnd($0) } ?? below.upperBound
    return status(in: below.lowerBound..<end)
  }

  private func sentence(around name: Range<Int>, in line: Range<Int>) -> Range<Int> {
    var lower = name.lowerBound
    while lower > line.lowerBound, !isEnd(lower - 1) { lower -= 1 }
    let upper = (name.upperBound..<max(name.upperBound, line.upperBound)).first { isEnd($0) }
    return lower..<(upper ?? max(name.upperBound, line.upperBound))
  }

  private func isEnd(_ place: Int) -> Bool {
    guard transcript.is(place, ".") else { return false }
    let before = transcript.tokens[place - 1]
    return before.kind == .word && before.folded.utf8.count > 3
      && (transcript.tokens[place + 1].isCapitalized || transcript.tokens[place + 1].gap == .line)
  }

  /// `projekt Nový domov – Charita Lhota.`.
  private func holder(after place: Int, limit: Int) -> Fact<String>? {
    guard place + 1 < limit, transcript.is(place, "-"), transcript.tokens[place].gap != .none,
      transcript.tokens[place + 1].isCapitalized
    else { return nil }
    let end =
      (place + 1..<limit).first { Self.stops.contains(transcript.tokens[$0].folded) } ?? limit
    return transcript.fact(place + 1..<end, confidence: 0.8)
  }

  /// `jehož nositelem je X`, `X je realizátorem projektu`, `X podalo žádost`, `projekt organizace
  /// X`.
  private func namedHolder(in sentence: Range<Int>, line: Range<Int>) -> Fact<String>? {
    // `(nositel: Charita Lhota)`
    if let role = sentence.first(where: {
      Self.roles.contains(transcript.tokens[$0].folded) && transcript.is($0 + 1, ":")
    }) {
      return capitals(from: role + 2)
    }
    if let holder = behind(sentence) { return holder }
    for place in sentence where Self.holderWords.contains(transcript.tokens[place].folded) {
      let word = transcript.tokens[place].folded
      // `Nositelem projektu „Cesta“ je spolek Ulice`
      if word != "organizace", transcript.is(place + 1, "je") {
        return capitals(from: place + 2)
      }
      if word != "organizace", !transcript.is(place - 1, "je"),
        transcript.is(place + 1, "projektu"),
        let verb = (place..<max(place, sentence.upperBound)).prefix(20).first(where: {
          transcript.is($0, "je")
        }), let holder = capitals(from: verb + 1)
      {
        return holder
      }
      if word == "organizace", transcript.tokens[place - 1].folded.hasPrefix("projekt") {
        return capitals(from: place + 1)
      }
    }
    return subject(of: Self.applicants, from: sentence)
      ?? subject(
        of: Self.carriers,
        from: sentence.lowerBound..<min(line.upperBound, sentence.upperBound + 30))
  }

  /// `projekt Cesta, který připravuje Charita Lhota` and `„Chodník“, žadatel obec Lhota`.
  private func behind(_ sentence: Range<Int>) -> Fact<String>? {
    for place in sentence where Self.leading.contains(transcript.tokens[place].folded) {
      let word = transcript.tokens[place].folded
      let next = transcript.tokens[place + 1]
      guard next.gap == .space, next.kind == .word else { continue }
      if Self.doing.contains(word), next.isCapitalized,
        (sentence.lowerBound..<place).suffix(2).contains(where: {
          transcript.tokens[$0].folded.hasPrefix("kter")
        })
      {
        return capitals(from: place + 1)
      }
      if Self.roles.contains(word), transcript.is(place - 1, ",") {
        let end = (place + 1..<place + 8).first { transcript.is($0, ",") || transcript.is($0, ".") }
        return end.map { transcript.fact(place + 1..<$0, confidence: 0.8) }
      }
    }
    return nil
  }

  private func capitals(from place: Int) -> Fact<String>? {
    // `je spolek Ulice, z. s.`
    let start =
      (place..<place + 3).first { transcript.tokens[$0].isCapitalized } ?? place
    let form = (start + 1..<start + 9).lazy.compactMap { index in
      LegalForms.czech.match(transcript.tokens, at: index)
    }.first
    if let form, form <= transcript.lineEnd(of: start),
      !(start..<form).contains(where: { transcript.is($0, "je") || transcript.is($0, "se") })
    {
      return transcript.fact(start..<form, confidence: 0.8)
    }
    // `Slezská diakonie`
    if let known = Institutions.czech.match(transcript.tokens, at: start), known.end - start > 1 {
      return transcript.fact(start..<known.end, confidence: 0.8)
    }
    var end = start
    var last = start
    while end < transcript.tokens.count, transcript.tokens[end].kind == .word, end - start < 8 {
      if transcript.tokens[end].gap == .line, end > start { break }
      if transcript.tokens[end].isCapitalized { last = end + 1 }
      if ["je", "byl", "se"].contains(transcript.tokens[end].folded) { break }
      end += 1
    }
    return last > start ? transcript.fact(start..<last, confidence: 0.8) : nil
  }

  /// The capitals right before a verb that only a holder does.
  private func subject(of verbs: WordSet, from tokens: Range<Int>) -> Fact<String>? {
    for place in tokens where verbs.contains(transcript.tokens[place].folded) {
      let end = transcript.is(place - 1, "je") ? place - 1 : place
      var start = end
      while start > 0, transcript.tokens[start - 1].isCapitalized, end - start < 6,
        start == end || transcript.tokens[start].gap != .line
      {
        start -= 1
      }
      if start < end { return transcript.fact(start..<end, confidence: 0.75) }
    }
    return nil
  }

  /// `od 1. 1. 2020 do 31. 12. 2022` right behind the name.
  private func span(
    after start: Int, in rest: Range<Int>
  ) -> (start: Fact<CalendarPeriod>, end: Fact<CalendarPeriod>)? {
    if let months = bracketed(after: start, in: rest) { return months }
    guard transcript.is(start, "od"), start < rest.upperBound else { return nil }
    let window = transcript.tokens[start..<min(start + 16, rest.upperBound)]
    let dates = DateScanner(tokens: window).dates().prefix(2).compactMap { date in
      date.period().map { Fact($0, transcript.range(date.tokens)) }
    }
    return dates.count == 2 ? (dates[0], dates[1]) : nil
  }

  private func date(after words: WordList, in tokens: Range<Int>) -> Fact<CalendarPeriod>? {
    for place in tokens where words.contains(transcript.tokens[place].folded) {
      let window = transcript.tokens[place..<min(place + 9, tokens.upperBound)]
      guard let date = DateScanner(tokens: window).dates().first, let period = date.period() else {
        continue
      }
      return Fact(period, transcript.range(date.tokens))
    }
    return nil
  }

  /// `je prodloužena do roku 2025`.
  private func prolonged(in tokens: Range<Int>) -> Fact<CalendarPeriod>? {
    for place in tokens where Self.prolongations.contains(transcript.tokens[place].folded) {
      for index in place..<min(place + 6, tokens.upperBound) where transcript.is(index, "roku") {
        return yearFact(index + 1)
      }
    }
    return nil
  }

  /// `Práce v terénu 2018 – 2020`.
  private func year(in name: Range<Int>, last: Bool) -> Fact<CalendarPeriod>? {
    let years = name.filter { (1990...2100).contains(transcript.tokens[$0].number ?? 0) }
    guard years.count == 2, let place = last ? years.last : years.first else { return nil }
    return yearFact(place)
  }

  private func yearFact(_ place: Int) -> Fact<CalendarPeriod>? {
    guard let year = transcript.tokens[place].number, (1990...2100).contains(year) else {
      return nil
    }
    return CalendarDate(year: year).map {
      Fact(CalendarPeriod($0), transcript.range(place..<place + 1))
    }
  }

  /// `, reg. č. CZ.03…`.
  private func registration(after name: Range<Int>) -> Fact<String>? {
    for place in name.upperBound..<min(name.upperBound + 8, transcript.tokens.count)
    where transcript.is(place, "cz") && transcript.is(place + 1, ".") {
      var end = place + 1
      while end < transcript.tokens.count, transcript.tokens[end].gap == .none { end += 1 }
      return transcript.fact(transcript.trimmed(place..<end))
    }
    return nil
  }

  private func themes(in range: Range<Int>) -> [Fact<Theme>] {
    Self.themes.compactMap { entry in
      let found = entry.stems.contains { stems in
        range.contains { place in
          stems.indices.allSatisfy {
            transcript.tokens[place + $0].folded.utf8.starts(with: stems[$0].utf8)
          }
        }
      }
      return found ? Fact(entry.theme, transcript.range(range), confidence: 0.7) : nil
    }
  }
}
