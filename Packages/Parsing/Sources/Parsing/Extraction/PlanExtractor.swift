import Domain

/// Strategic documents with the years they are for.
struct PlanExtractor {
  /// The parts of the document.
  let layout: Layout

  private var transcript: Transcript { layout.transcript }
  private static let nouns = WordList(beginnings: ["plan", "strategi", "koncepc", "zamer"])
  private static let adjectives = WordList(beginnings: [
    "strategick", "komunitni", "akcni", "lokalni", "tematick", "krajsk", "mistni", "rozvojov",
    "strednedob", "dlouhodob",
  ])
  private static let small = WordList(beginnings: ["program", "strednedob"])
  private static let programmes: WordSet = ["obnovy", "rozvoje", "regenerace"]
  private static let stops: WordSet = [
    "byl", "byla", "bude", "je", "jsou", "ktery", "ktera", "jez", "se", "podaly", "podala", "podal",
    "a", "schvalen", "schvalena", "pro", "s", "ze", "dale", "obsahuje", "koordinuje", "dle",
    "chybi", "konci", "plati",
  ]

  private static let prepositions: WordSet = ["na", "v", "ve", "pro", "z", "ze", "do", "od", "k"]

  /// Returns the plans in the order of the text, each name once.
  func plans() -> [ExtractedPlan] {
    var found: [ExtractedPlan] = []
    var names: Set<String> = []
    var place = 0
    while place < transcript.tokens.count {
      guard let name = name(at: place) else {
        place += 1
        continue
      }
      let plan = plan(name)
      if names.insert(Folding.fold(plan.name.value)).inserted { found.append(plan) }
      place = name.upperBound
    }
    return found
  }

  /// A capital adjective or noun that leads to *plán, strategie, koncepce* and what it is about.
  private func name(at place: Int) -> Range<Int>? {
    // `program obnovy venkova`, `střednědobý plán rozvoje sociálních služeb` need no capital.
    guard
      transcript.tokens[place].isCapitalized
        || Self.small.contains(transcript.tokens[place].folded)
          && (isProgramme(place) || !isProgrammeWord(place))
    else { return nil }
    var noun = place
    while noun < min(place + 4, transcript.tokens.count), !isNoun(noun) {
      guard isAdjective(noun) else { return nil }
      noun += 1
    }
    guard noun < transcript.tokens.count, isNoun(noun), noun < place + 4 else { return nil }
    var end = noun + 1
    let limit = min(transcript.lineEnd(of: place), noun + 18)
    while end < limit {
      let token = transcript.tokens[end]
      if token.kind == .mark, !isYearDash(end), !isPlus(end) { break }
      if Self.stops.contains(token.folded), !(token.is("a") && joins(end, limit)) { break }
      if NameEnd.isThere(end, in: transcript) || tells(end) { break }
      end += 1
    }
    while end > noun + 1, Self.prepositions.contains(transcript.tokens[end - 1].folded) { end -= 1 }
    // `Záměr pronájmu` is what an office publishes.
    if noun == place, transcript.tokens[noun].folded.hasPrefix("zamer") { return nil }
    return end - place > 2 || noun > place ? place..<end : nil
  }

  /// A verb ends the name: `Akční plán obce zpracuje skupina`.
  private func tells(_ place: Int) -> Bool {
    let token = transcript.tokens[place]
    guard token.kind == .word, !token.isCapitalized, token.folded.utf8.count > 4 else {
      return false
    }
    return TaskSentence.isFuture(token.folded) || OperativeVerbs.contains(token.folded)
      || Self.endings.contains(where: token.folded.hasSuffix)
  }

  private static let endings = ["uje", "uji", "ala", "ila", "ela", "ali", "ili", "ilo", "il", "ul"]

  private func isNoun(_ place: Int) -> Bool {
    let word = transcript.tokens[place].folded
    return Self.nouns.contains(word) && word.utf8.count < 12
      && !word.hasPrefix("planov") || isProgramme(place)
  }

  private func isProgrammeWord(_ place: Int) -> Bool {
    transcript.tokens[place].folded.hasPrefix("program")
  }

  private func isProgramme(_ place: Int) -> Bool {
    isProgrammeWord(place)
      && Self.programmes.contains(transcript.tokens[place + 1].folded)
  }

  private func isAdjective(_ place: Int) -> Bool {
    let word = transcript.tokens[place].folded
    return Self.adjectives.contains(word)
  }

  /// `rozvoje a podpory` goes on in the same case; a verb after *a* does not.
  private func joins(_ place: Int, _ limit: Int) -> Bool {
    guard place + 1 < limit else { return false }
    let word = transcript.tokens[place + 1].folded
    return word.hasSuffix("y") || word.hasSuffix("ho") || word.hasSuffix("ich")
      || word.hasSuffix("i")
      || word.hasSuffix("ni")
  }

  private func isYearDash(_ place: Int) -> Bool {
    transcript.is(place, "-") && isYear(place - 1) && isYear(place + 1)
  }

  private func isPlus(_ place: Int) -> Bool {
    transcript.is(place, "+") && transcript.tokens[place - 1].kind == .number
  }

  private func isYear(_ place: Int) -> Bool {
    place < transcript.tokens.count && (1990...2100).contains(transcript.tokens[place].number ?? 0)
  }

  private func plan(_ tokens: Range<Int>) -> ExtractedPlan {
    var name = tokens
    var years: Range<Int>?
    if let first = tokens.first(where: { isYear($0) }), transcript.is(first + 1, "-"),
      isYear(first + 2)
    {
      years = first..<first + 3
      name = tokens.lowerBound..<first
      while let last = name.last,
        Self.prepositions.contains(transcript.tokens[last].folded)
          || ["leta", "obdobi", "letech", "let", "roku"].contains(transcript.tokens[last].folded)
      {
        name = name.lowerBound..<last
      }
    }
    var plan = ExtractedPlan(name: Fact(nominative(name), transcript.range(name), confidence: 0.85))
    if let years {
      plan.validFrom = year(years.lowerBound)
      plan.validTo = year(years.upperBound - 1)
    }
    plan.approved = approval(around: tokens)
    return plan
  }

  private func year(_ place: Int) -> Fact<CalendarPeriod>? {
    transcript.tokens[place].number.flatMap { CalendarDate(year: $0) }.map {
      Fact(CalendarPeriod($0), transcript.range(place..<place + 1))
    }
  }

  /// Only the first words change: `Strategického plánu rozvoje` is `Strategický plán rozvoje`.
  private func nominative(_ tokens: Range<Int>) -> String {
    let noun =
      tokens.first { isNoun($0) && !isAdjective($0) } ?? tokens.lowerBound
    let isWoman = ["strategi", "koncepc"].contains {
      transcript.tokens[noun].folded.hasPrefix($0)
    }
    // `Tematických akčních plánů` are several.
    if (tokens.lowerBound..<noun).contains(where: { transcript.tokens[$0].folded.hasSuffix("ch") })
    {
      return transcript.text(tokens)
    }
    return tokens.map { place in
      let word = transcript.text(place..<place + 1)
      if place > noun { return word }
      return place == noun
        ? Nominative.plan(word) : Nominative.adjective(word, isWoman: isWoman)
    }.joined(separator: " ")
  }

  /// `(…, schválen 23. 1. 2020)` after the name, `schválení … v dubnu 2024` around it.
  private func approval(around tokens: Range<Int>) -> Fact<CalendarPeriod>? {
    let start = max(0, tokens.lowerBound - 4)
    let end = min(tokens.upperBound + 10, transcript.lineEnd(of: tokens.lowerBound))
    guard end > tokens.upperBound,
      let verb = (start..<end).first(where: { transcript.tokens[$0].folded.hasPrefix("schvalen") }),
      !tokens.contains(verb)
    else { return nil }
    let from = max(verb, tokens.upperBound)
    for date in DateScanner(tokens: transcript.tokens[from..<end]).dates() {
      if let period = date.period() { return Fact(period, transcript.range(date.tokens)) }
    }
    return nil
  }
}
