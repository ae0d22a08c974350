import Domain

/// Sentences that give somebody something to do without the word *úkol*.
struct TaskSentence {
  /// The text.
  let transcript: Transcript
  /// The day of the meeting; a term without a year is the first such day after it.
  let held: CalendarDate?
  /// The folded surnames and nicknames of those who were there.
  var people: WordSet = []

  private static let future = WordSet(
    FactTable.words.values(of: "futureverb"))

  private static let others: WordSet = [
    "musi", "zadouci", "potreba", "predstavit", "pripravit", "zajistit", "doplnit", "rozeslat",
    "predlozit", "naplanovano",
  ]

  /// What somebody *bude* doing: `bude koordinovat`.
  private static let work = WordSet(
    FactTable.words.values(of: "futurework"))

  /// The words of such sentences.
  static var words: Set<String> {
    future.members.union(others.members).union(work.members).union(taking.members)
      .union(needing.members)
  }

  private static let prepositions: WordSet = [
    "o", "k", "ke", "na", "v", "ve", "pro", "za", "po", "pri", "s", "se", "z", "ze", "do", "od",
  ]

  /// Whether a folded word is a preposition.
  static func isPreposition(_ word: String) -> Bool { prepositions.contains(word) }

  /// Whether a folded word is a verb that says what somebody will do.
  static func isFuture(_ word: String) -> Bool { future.contains(word) }

  /// Whether an infinitive is one of the verbs that say what somebody will do: `objednat`.
  static func isDeed(_ infinitive: String) -> Bool {
    let stem = infinitive.hasSuffix("t") ? String(infinitive.dropLast()) : infinitive
    return future.contains(stem) || future.contains(stem + "me")
  }

  /// Returns the task that the word at `place` is the verb of.
  func task(at place: Int) -> ExtractedTask? {
    let word = transcript.tokens[place].folded
    if Self.future.contains(word) { return done(by: place) }
    if Self.work.contains(word) { return lasting(at: place) }
    if Self.taking.contains(word) { return taken(at: place) }
    if Self.needing.contains(word), let task = needed(at: place) { return task }
    guard Self.others.contains(word) else { return nil }
    switch word {
    case "musi": return sentence(around: place, needsDue: true, named: true)
    case "zadouci", "potreba": return forNextMeeting(place)
    case "predstavit", "pripravit", "zajistit", "doplnit", "rozeslat", "predlozit":
      return asked(place)
    case "naplanovano" where transcript.is(place - 1, "je"): return planned(place)
    default: return nil
    }
  }

  /// Returns the day or month that a task is due: `do 5. 6.`, `nejpozději do konce října 2021`.
  func due(in tokens: Range<Int>) -> Fact<CalendarPeriod>? {
    for place in tokens where isTerm(place) {
      let window = place..<min(place + 9, tokens.upperBound)
      for date in DateScanner(tokens: transcript.tokens[window]).dates() {
        guard let period = period(of: date) else { continue }
        return Fact(period, transcript.range(place..<date.tokens.upperBound))
      }
      if let month = endOfMonth(place) { return month }
    }
    return nil
  }

  /// `do 5. 6.`, `v termínu 5. 6.`, `nejpozději k 5. 6.`
  private func isTerm(_ place: Int) -> Bool {
    transcript.is(place, "do") || transcript.is(place, "terminu")
      || transcript.is(place, "k") && transcript.is(place - 1, "nejpozdeji")
  }

  /// `do konce března`: the first such month after the meeting.
  private func endOfMonth(_ place: Int) -> Fact<CalendarPeriod>? {
    guard transcript.is(place + 1, "konce"), let held else { return nil }
    if transcript.is(place + 2, "roku"), transcript.tokens[place + 3].kind != .number,
      let year = CalendarDate(year: held.year)
    {
      return Fact(CalendarPeriod(year), transcript.range(place..<place + 3))
    }
    guard let month = Months.number(of: transcript.tokens[place + 2].folded),
      let date = CalendarDate(
        year: month < held.month ?? 1 ? held.year + 1 : held.year, month: month)
    else { return nil }
    return Fact(CalendarPeriod(date), transcript.range(place..<place + 3))
  }

  /// The period of a date; a day without a year is the first one after the meeting.
  func period(of date: WrittenDate) -> CalendarPeriod? {
    if date.year != nil { return date.period() }
    guard let held, let sameYear = date.period(year: held.year) else { return nil }
    return sameYear.first >= held ? sameYear : date.period(year: held.year + 1)
  }

  /// The sentence with the verb, up to the term.
  private func sentence(around place: Int, needsDue: Bool, named: Bool) -> ExtractedTask? {
    let bounds = bounds(of: place)
    guard let due = due(in: place..<bounds.upperBound) else { return nil }
    let end = (place..<bounds.upperBound).first {
      transcript.is($0, "nejpozdeji") || transcript.is($0, "do")
    }
    let text = transcript.trimmed(bounds.lowerBound..<(end ?? bounds.upperBound))
    var task = ExtractedTask(text: transcript.fact(text, confidence: 0.8))
    task.due = due
    if named, place + 2 < bounds.upperBound, transcript.tokens[place + 1].kind == .word,
      transcript.isRole(place + 1)
    {
      task.responsible = transcript.fact(place + 1..<place + 2)
    }
    return task
  }

  /// `je žádoucí tento bod projednat na příštím jednání`.
  private func forNextMeeting(_ place: Int) -> ExtractedTask? {
    let end = bounds(of: place).upperBound
    guard
      let next = (place..<end).first(where: { transcript.tokens[$0].folded.hasPrefix("pristim") })
    else { return nil }
    let text = place..<min(next + 2, end)
    return ExtractedTask(text: transcript.fact(text, confidence: 0.75))
  }

  /// `Na příští jednání připravit návrhy`: an infinitive that the sentence hangs on.
  private func asked(_ place: Int) -> ExtractedTask? {
    let bounds = bounds(of: place)
    let before = bounds.lowerBound..<place
    guard let first = before.first, before.count < 9,
      ["na", "v", "do", "pro"].contains(transcript.tokens[first].folded),
      before.contains(where: { ["pristi", "nasledujicim"].contains(transcript.tokens[$0].folded) }),
      before.allSatisfy({ transcript.tokens[$0].kind == .word })
    else { return nil }
    let text = transcript.trimmed(bounds)
    return ExtractedTask(text: transcript.fact(text, confidence: 0.75))
  }

  /// `V listopadu 2017 je naplánováno předání návrhu`.
  private func planned(_ place: Int) -> ExtractedTask? {
    let bounds = bounds(of: place)
    guard place + 2 < bounds.upperBound, transcript.tokens[place + 1].folded.hasSuffix("ni") else {
      return nil
    }
    let dates = DateScanner(tokens: transcript.tokens[bounds]).dates()
    guard let date = dates.first, let period = period(of: date) else { return nil }
    let end = (place + 1..<bounds.upperBound).first { transcript.is($0, "a") } ?? bounds.upperBound
    var task = ExtractedTask(text: transcript.fact(place + 1..<end, confidence: 0.75))
    task.due = Fact(period, transcript.range(date.tokens))
    return task
  }

  /// `Místopředsedkyně Jana Nová zjistí podmínky`, `všichni členové vyplní tabulku do 6. 1.`.
  private func done(by place: Int) -> ExtractedTask? {
    let bounds = bounds(of: place)
    if let task = named(after: place, bounds) ?? inverted(at: place, bounds)
      ?? carriedOut(by: place, bounds)
    {
      return task
    }
    let start = deedStart(place, bounds)
    guard
      let subject = subject(before: start, from: bounds.lowerBound)
        ?? knownSubject(before: start, from: bounds.lowerBound)
        ?? body(before: start, bounds) ?? promising(before: start, bounds)
        ?? speaker(before: start, bounds) ?? bodyWithin(before: start, bounds)
    else { return behindObject(of: place, bounds) ?? grouped(after: place, bounds) }
    return task(from: start, doneBy: withTitles(subject), bounds)
  }

  /// What begins with a verb, up to the comma of another clause or a long remark in brackets.
  func task(from verb: Int, doneBy subject: Range<Int>, _ bounds: Range<Int>) -> ExtractedTask? {
    let end =
      (verb..<bounds.upperBound).first {
        transcript.is($0, ",") && $0 > verb + (namesAnother($0 + 1) ? 1 : 2)
          && opensOther($0 + 1, bounds.upperBound)
          || $0 > verb + 1 && opensRemark($0, bounds.upperBound)
      } ?? bounds.upperBound
    let text = transcript.trimmed(verb..<end)
    guard text.count > 1 else { return nil }
    var task = ExtractedTask(text: transcript.fact(text, confidence: 0.7))
    task.responsible = transcript.fact(subject)
    task.due = due(in: verb..<bounds.upperBound)
    return task
  }

  /// Somebody else does something behind the comma: `zajistí sál, pan Nový pozve hosty`.
  private func namesAnother(_ place: Int) -> Bool {
    transcript.tokens[place].isCapitalized || Words.isCourtesy(transcript.tokens[place].folded)
  }

  /// A bracket with more than a few words.
  private func opensRemark(_ place: Int, _ limit: Int) -> Bool {
    transcript.is(place, "(")
      && !(place..<min(place + 7, limit)).contains { transcript.is($0, ")") }
  }

  /// Behind the comma something else begins, unless it only goes on with a list: `schůzku s Novým,
  /// Malým a Vrbou`.
  func opensOther(_ start: Int, _ limit: Int) -> Bool {
    if isSubordinate(start) { return false }
    let rest = start..<max(start, min(start + 4, limit))
    let isList = rest.dropFirst().contains { transcript.is($0, "a") || transcript.is($0, ",") }
    return !isList || rest.contains { Self.future.contains(transcript.tokens[$0].folded) }
  }

  /// `zjistí, které lékárny mají otevřeno`, `připraví návrh, jako podklad plánu`: what belongs to
  /// the deed.
  private func isSubordinate(_ place: Int) -> Bool {
    let word = transcript.tokens[place].folded
    return word.hasPrefix("kter") || Self.subordinate.contains(word)
  }

  private static let subordinate: WordSet = [
    "jako", "aby", "jak", "zda", "proc", "co", "kde", "kdo", "kolik", "zdali", "jaky", "jaka",
    "jake",
  ]

  /// A role and a name, or *všichni členové*, right before the verb.
  func subject(before verb: Int, from start: Int) -> Range<Int>? {
    // `Pí. Nová: zjistí`
    let end = transcript.is(verb - 1, ":") ? verb - 1 : verb
    let window = max(start, verb - 6)..<verb
    let first = window.first { place in
      let token = transcript.tokens[place]
      // `s tajemníkem` is with whom it is done.
      return transcript.isRole(place) && !token.folded.hasPrefix("clenst")
        && !token.folded.hasPrefix("clensk")
        && !token.folded.hasSuffix("em")
        || token.folded == "vsichni"
        || place == start && token.isCapitalized
          && (Self.groups.contains(token.folded) || place + 1 == verb && isGroup(place))
        || Words.isCourtesy(token.folded)
          && (token.isCapitalized || place == start || transcript.tokens[place - 1].kind == .mark
            || Self.clauseWords.contains(transcript.tokens[place - 1].folded)
              && names(place, before: end))
    }
    guard var first = first ?? person(before: verb, from: start) else {
      return people(before: verb, from: start)
    }
    if first > start, ["a", ",", "i"].contains(transcript.tokens[first - 1].folded),
      let people = people(before: verb, from: start)
    {
      return people
    }
    if first > start, Self.quantifiers.contains(transcript.tokens[first - 1].folded) { first -= 1 }
    let isPlain = (first..<end).allSatisfy {
      transcript.tokens[$0].kind == .word || transcript.is($0, ".")
    }
    guard first < end else { return nil }
    let last = adverbial(in: first + 1..<max(first + 1, end)) ?? end
    // `pí Nová s pí Malou připraví`
    let isPair = (first + 1..<max(first + 1, last)).contains {
      (transcript.is($0, "s") || transcript.is($0, "a"))
        && Words.isCourtesy(transcript.tokens[$0 + 1].folded)
    }
    return isPlain && last - first < (isPair ? 8 : 5) ? first..<last : nil
  }

  /// `Rádcové zajistí …`
  private func isGroup(_ place: Int) -> Bool {
    transcript.tokens[place].folded.utf8.count > 6
      && transcript.text(place..<place + 1).hasSuffix("ové")
  }

  /// `že p. Nový zajistí …`: the name that a courtesy begins ends right before the verb.
  private func names(_ courtesy: Int, before end: Int) -> Bool {
    NameParser(transcript: transcript).person(at: courtesy, limit: end)?.tokens.upperBound == end
  }

  private static let clauseWords: WordSet = ["ze", "aby", "a", "i", "pak", "ale"]
  private static let quantifiers: WordSet = ["vsichni", "kazdy", "kazda"]
  private static let adverbs: WordSet = [
    "si", "se", "do", "na", "v", "k", "to", "ji", "ho", "je", "dale", "opet", "pak", "potom",
    "nasledne", "nadale", "predtim", "take", "rovnez", "ihned", "nejprve", "spolecne",
  ]

  /// `Každý člen si do příště připraví …`: where words for how and when follow the subject.
  private func adverbial(in tokens: Range<Int>) -> Int? {
    transcript.first(Self.adverbs, in: tokens)
  }

  /// `J. Nová připraví`, `Jana Nová zjistí`: a name that ends right before the verb.
  private func person(before verb: Int, from start: Int) -> Int? {
    let parser = NameParser(transcript: transcript)
    for place in max(start, verb - 6)..<verb {
      let opens = place == start || !transcript.tokens[place - 1].isCapitalized
      guard opens, transcript.tokens[place].isCapitalized,
        let person = parser.person(at: place, limit: verb),
        person.tokens.upperBound == verb, person.isCertain, person.wordCount > 1
      else { continue }
      return place
    }
    return nil
  }

  /// The sentence, over lines that only the page breaks.
  func bounds(of place: Int) -> Range<Int> {
    var first = transcript.line(of: place)
    var last = first
    while first > 0, transcript.lines[first].isWrapped { first -= 1 }
    while last + 1 < transcript.lines.count, transcript.lines[last + 1].isWrapped { last += 1 }
    let line = transcript.lines[first].tokens.lowerBound..<transcript.lines[last].tokens.upperBound
    var lower = place
    while lower > line.lowerBound, !isEnd(lower - 1) { lower -= 1 }
    var upper = place
    while upper < line.upperBound, !isEnd(upper) { upper += 1 }
    while lower < place, transcript.tokens[lower].kind == .mark { lower += 1 }
    return lower..<upper
  }

  private func isEnd(_ place: Int) -> Bool {
    guard transcript.is(place, "."), place > 0 else { return false }
    let before = transcript.tokens[place - 1]
    guard
      before.kind == .word && (before.folded.utf8.count > 3 || before.isUppercase)
        || before.is(")")
        || before.kind == .number
          && (transcript.is(place - 2, ":") || before.folded.utf8.count == 4),
      !transcript.isAbbreviated(place)
    else { return false }
    return place + 1 >= transcript.tokens.count || transcript.tokens[place + 1].isCapitalized
      || transcript.tokens[place + 1].gap == .line
  }
}
