import Domain

/// Sentences that tell who took something on: `Nová se ujala výzdoby`, `Za sál odpovídá Jan Nový`.
extension TaskSentence {
  /// The words that such sentences turn on.
  static let taking: WordSet = [
    "ujal", "ujala", "ujali", "ujme", "ujmou", "starost", "starosti", "odpovida", "zodpovida",
    "odpovidaji", "zodpovidaji", "poveren", "poverena", "povereni", "prislibil", "prislibila",
    "slibil", "slibila",
  ]
  /// The words after which an infinitive says what somebody has to do.
  static let needing: WordSet = ["treba", "nutno", "nutne", "potreba"]

  /// Returns the task of a sentence with one of the words.
  func taken(at place: Int) -> ExtractedTask? {
    let bounds = bounds(of: place)
    switch transcript.tokens[place].folded {
    case "ujal", "ujala", "ujali", "ujme", "ujmou":
      guard transcript.is(place - 1, "se"), !isChairing(place) else { return nil }
      return task(place + 1..<bounds.upperBound, by: someone(before: place - 1, bounds))
    case "starost", "starosti":
      guard transcript.is(place - 1, "na") else { return nil }
      return inCare(place, bounds)
    case "prislibil", "prislibila", "slibil", "slibila":
      guard TaskExtractor.isInfinitive(transcript.tokens[place + 1].folded),
        transcript.tokens[place + 1].kind == .word, place + 1 < bounds.upperBound
      else { return nil }
      return task(place + 1..<bounds.upperBound, by: someone(before: place, bounds))
    case "poveren", "poverena", "povereni":
      return entrusted(place, bounds)
    default:
      return answered(place, bounds)
    }
  }

  /// `ujal se řízení schůze`, `ujala se slova` is no task.
  private func isChairing(_ place: Int) -> Bool {
    (place + 1..<place + 4).contains { place in
      let word = transcript.tokens[place].folded
      return ["slova", "rizeni", "vedeni", "predsed", "funkc", "moderov", "mandat"].contains(
        where: word.hasPrefix)
    }
  }

  /// `Malá si vzala na starost úpravu webu`.
  private func inCare(_ place: Int, _ bounds: Range<Int>) -> ExtractedTask? {
    let verbs = ["vzal", "vzala", "vzali", "vezme", "vezmou", "dostal", "dostala"]
    let verb = (max(bounds.lowerBound, place - 4)..<place).first {
      verbs.contains(transcript.tokens[$0].folded)
    }
    guard let verb else { return nil }
    let end = transcript.is(verb - 1, "si") ? verb - 1 : verb
    return task(place + 1..<bounds.upperBound, by: someone(before: end, bounds))
  }

  /// `Za přípravu plesu odpovídá Eva Malá`.
  private func answered(_ place: Int, _ bounds: Range<Int>) -> ExtractedTask? {
    let first = bounds.lowerBound
    guard transcript.is(first, "za"), (2..<12).contains(place - first),
      !(first..<place).contains(where: { transcript.tokens[$0].folded.hasPrefix("sprav") }),
      let people = doers(from: place + 1, limit: bounds.upperBound),
      transcript.trimmed(people.upperBound..<bounds.upperBound).isEmpty
    else { return nil }
    return task(first + 1..<place, by: people)
  }

  /// `Předsedkyně byla pověřena vyřízením dotace`.
  private func entrusted(_ place: Int, _ bounds: Range<Int>) -> ExtractedTask? {
    let auxiliary = ["byl", "byla", "byli", "je", "jsou"]
    guard auxiliary.contains(transcript.tokens[place - 1].folded),
      let who = someone(before: place - 1, bounds), place + 1 < bounds.upperBound,
      EntrustingSentence.opensTask(place + 1, transcript),
      !EntrustingSentence(transcript: transcript, held: held).isOffice(
        place + 1..<bounds.upperBound)
    else { return nil }
    return task(place + 1..<bounds.upperBound, by: who)
  }

  /// `Je třeba objednat tabuli (Nový)`, `Nutno opravit plot do 15. 3.`: an infinitive and a person
  /// who is known or a term.
  func needed(at place: Int) -> ExtractedTask? {
    let bounds = bounds(of: place)
    guard
      let verb = (place + 1..<min(place + 4, bounds.upperBound)).first(where: {
        TaskExtractor.isInfinitive(transcript.tokens[$0].folded)
          && !transcript.tokens[$0].isCapitalized
      }), verb + 1 < bounds.upperBound
    else { return nil }
    let term = due(in: verb..<bounds.upperBound) ?? due(in: bounds.lowerBound..<place)
    let bracket = bounds.last(where: { transcript.is($0, "(") })
    // Behind what is only wished for stands who said so.
    let people = bracket.flatMap {
      Self.isDeed(transcript.tokens[verb].folded)
        ? doers(from: $0 + 1, limit: bounds.upperBound) : nil
    }
    guard term != nil || people != nil else { return nil }
    let end = people == nil ? bounds.upperBound : bracket ?? bounds.upperBound
    var task = ExtractedTask(
      text: transcript.fact(transcript.trimmed(verb..<end), confidence: 0.75))
    task.responsible = people.map { transcript.fact($0) }
    task.due = term
    return task
  }

  /// `Pan Nový přislíbil, že zajistí klíče`: who promised it is to do it.
  func promising(before verb: Int, _ bounds: Range<Int>) -> Range<Int>? {
    let start = max(bounds.lowerBound, verb - 4)
    guard let that = (start..<verb).last(where: { transcript.is($0, "ze") }),
      transcript.is(that - 1, ",")
    else { return nil }
    let promise = that - 2
    let word = transcript.tokens[promise].folded
    guard ["prislib", "slibil", "nabidl", "zavazal"].contains(where: word.hasPrefix) else {
      return nil
    }
    return someone(before: transcript.is(promise - 1, "se") ? promise - 1 : promise, bounds)
  }

  private func someone(before place: Int, _ bounds: Range<Int>) -> Range<Int>? {
    subject(before: place, from: bounds.lowerBound)
      ?? knownSubject(before: place, from: bounds.lowerBound)
  }

  private func task(_ tokens: Range<Int>, by who: Range<Int>?) -> ExtractedTask? {
    let end = tokens.first { transcript.is($0, ",") || transcript.is($0, "(") }
    let text = transcript.trimmed(tokens.lowerBound..<(end ?? tokens.upperBound))
    guard let who, !text.isEmpty, text.count < 16 else { return nil }
    var task = ExtractedTask(text: transcript.fact(text, confidence: 0.7))
    task.responsible = transcript.fact(who)
    task.due = due(in: tokens)
    return task
  }
}
