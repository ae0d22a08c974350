import Domain

/// Where a text names a project.
struct ProjectMention {
  /// The tokens of the name.
  var name: Range<Int>
  /// The registration number before the name.
  var registration: Range<Int>?
  /// The status that the heading of a list tells.
  var status: Fact<ProjectStatus>?
  /// The holder that a list names.
  var holder: Range<Int>?
}

/// Names after the word *projekt*, in quotes or with a capital.
struct ProjectNames {
  /// The text.
  let transcript: Transcript

  /// *projekt* in the cases that stand before a name.
  static let words: WordSet = ["projekt", "projektu", "projektem", "projekte"]
  private static let stops: WordSet = [
    "ktery", "ktera", "ktere", "je", "byl", "byla", "bude", "jiz", "jehoz", "nebyl", "se", "ze",
    "dale", "jako", "a", "kde", "prispel", "predpoklada", "pojmenovany", "je-li", "podle", "mezi",
    "ma", "informoval", "schvaleny", "podporeny", "podporen", "pokud", "nebo",
    "zahajen", "ukoncen", "konci", "skonci", "skoncil", "zacina", "zacne", "bezi", "probiha",
    "pokracuje", "realizuje", "potrva", "trva", "resi", "umozni", "pomuze", "zahrnuje", "ziskal",
    "uspel", "neuspel", "startuje", "ceka", "byly", "jsou", "by", "muze", "bylo", "bude",
  ]
  private static let shortWords: WordSet = ["sv", "cp", "ul", "nam", "c"]
  private static let demonstratives: WordSet = ["tento", "tomto", "tohoto", "tomuto", "timto"]
  private static let farthestName = 22

  /// Returns the project that is named after the word at `place`, if it is *projekt*.
  func mention(at place: Int) -> ProjectMention? {
    guard Self.words.contains(transcript.tokens[place].folded),
      !transcript.is(place, "projektu") || !isPlural(place)
    else { return nil }
    let registration = registration(at: place + 1)
    let start = registration?.upperBound ?? place + 1
    // `v tomto projektu – „…“` speaks of one that was named before.
    if Self.demonstratives.contains(transcript.tokens[place - 1].folded) { return nil }
    let name =
      quoted(after: start) ?? registered(registration) ?? plain(after: afterProgramme(start))
      ?? named(after: start) ?? quotedBefore(place) ?? headingBefore(place) ?? called(after: start)
    return name.map { ProjectMention(name: $0, registration: registration) }
  }

  /// `žádost o dotaci na akci „Nové hřiště“`: what money is asked for, without the word *projekt*.
  func funded(at place: Int) -> ProjectMention? {
    let line = transcript.lines[transcript.line(of: place)].tokens
    guard let name = quoted(after: place + 1),
      (place - Self.farthestMoney..<place + Self.farthestMoney).clamped(to: line).contains(where: {
        transcript.tokens[$0].folded.hasPrefix("dotac")
          || transcript.tokens[$0].folded.hasPrefix("grant")
      })
    else { return nil }
    return ProjectMention(name: name)
  }

  /// *akce* in the cases that stand before a name.
  static let deeds: WordSet = ["akce", "akci"]
  private static let farthestMoney = 30

  /// `projektů` has the same letters as `projektu` once the ring is gone.
  func isPlural(_ place: Int) -> Bool {
    !transcript.is(place, "projektu") || transcript.text(place..<place + 1).hasSuffix("ů")
  }

  /// `CZ.05.5.18/0.0/0.0/19_121/0010073`.
  private func registration(at place: Int) -> Range<Int>? {
    guard transcript.is(place, "cz"), transcript.is(place + 1, ".") else { return nil }
    var end = place + 1
    while end < transcript.tokens.count, transcript.tokens[end].gap == .none { end += 1 }
    return place..<end
  }

  func quoted(after start: Int) -> Range<Int>? {
    var open = start
    while open < start + 3, isLead(open) { open += 1 }
    guard transcript.is(open, "\"") else { return nil }
    let close = (open + 1..<min(open + 25, transcript.tokens.count)).first {
      transcript.is($0, "\"")
    }
    guard let close, close > open + 1 else { return nil }
    return open + 1..<close
  }

  /// `projekt zaměřený na čtení s názvem „Kniha“`: the quotation that the same sentence introduces
  /// as a name.
  private func called(after start: Int) -> Range<Int>? {
    let line = transcript.lineEnd(of: start) + Self.farthestName
    let limit = min(start + Self.farthestName, line, transcript.tokens.count)
    guard start < limit else { return nil }
    let end = (start..<limit).first { transcript.is($0, ".") } ?? limit
    let name = (start..<end).first { place in
      let word = transcript.tokens[place].folded
      return (word == "nazvem" || word.hasPrefix("nazvan")) && transcript.is(place + 1, "\"")
    }
    return name.flatMap { quoted(after: $0 + 1) }
  }

  /// `projekty „Okna“ a „Dveře“`: the quotations in a row after the plural.
  func listed(after place: Int) -> [ProjectMention] {
    var found: [ProjectMention] = []
    var start = place + 1
    while let name = quoted(after: start) {
      found.append(ProjectMention(name: name))
      start = name.upperBound + 1
      guard transcript.is(start, "a") || transcript.is(start, ",") else { break }
      start += 1
    }
    return found
  }

  /// *projekty* in the cases that stand before a list of names.
  static let plurals: WordSet = ["projekty", "projektu", "projektech", "projektum"]

  private func isLead(_ place: Int) -> Bool {
    let token = transcript.tokens[place]
    // `projekt MAP „Spolu“`
    if token.isUppercase, token.folded.utf8.count < 6, transcript.is(place + 1, "\"") {
      return true
    }
    return [":", "s", "pod", "-"].contains(token.folded) || token.folded.hasPrefix("nazv")
  }

  /// After a registration number commas belong to the name: `projekt CZ.05… Zateplení, výměna
  /// oken`.
  private func registered(_ registration: Range<Int>?) -> Range<Int>? {
    let tokens = transcript.tokens
    guard let start = registration?.upperBound, tokens[start].isCapitalized else { return nil }
    var end = start
    while end < tokens.count, end - start < 18, tokens[end].gap != .line || end == start {
      let token = tokens[end]
      if token.is("a"), tokens[end + 1].isCapitalized || tokens[end + 1].folded.hasPrefix("uzavr") {
        break
      }
      if token.is(","), tokens[end + 1].isCapitalized { break }
      if token.kind == .mark, !token.is(","), !isKept(end) { break }
      if Self.stops.contains(token.folded), !token.is("a") { break }
      end += 1
    }
    return transcript.trimmed(start..<end)
  }

  /// `Vzdělávání v Lípě IV – projekt byl podpořen`: what a line names before the dash.
  private func headingBefore(_ place: Int) -> Range<Int>? {
    let line = transcript.lines[transcript.line(of: place)].tokens
    let start = ItemLabel.match(transcript.tokens, line: line)?.titleStart ?? line.lowerBound
    guard transcript.is(place - 1, "-"), transcript.tokens[place - 1].gap != .none,
      start < place - 1
    else { return nil }
    let name = transcript.trimmed(start..<place - 1, marks: ["•", "-"])
    guard let first = name.first, transcript.tokens[first].isCapitalized, name.count < 11,
      name.allSatisfy({ transcript.tokens[$0].kind != .mark || transcript.is($0, "-") }),
      !name.contains(where: { transcript.tokens[$0].folded.hasPrefix("projekt") })
    else { return nil }
    return name
  }

  /// `„První krok“ (…) – projekt organizace Lípa`: the quotation in the same sentence.
  private func quotedBefore(_ place: Int) -> Range<Int>? {
    let line = transcript.lines[transcript.line(of: place)].tokens
    guard transcript.is(place - 1, "-") else { return nil }
    let lower = max(line.lowerBound, place - 14)
    let quotes = (lower..<place).filter { transcript.is($0, "\"") }
    guard quotes.count == 2, quotes[1] > quotes[0] + 1 else { return nil }
    return quotes[0] + 1..<quotes[1]
  }

  /// A capital opens a name; it ends at a mark, a verb or the line.
  func plain(after place: Int) -> Range<Int>? {
    let tokens = transcript.tokens
    let start = transcript.is(place, ":") ? place + 1 : place
    guard tokens[start].isCapitalized, tokens[start].gap == .space || tokens[start].gap == .none,
      !isOwner(start)
    else { return nil }
    var end = start
    while end < tokens.count, end - start < 16, goesOn(from: start, at: end) {
      let token = tokens[end]
      if token.is("v"), tokens[end + 1].is("roce") { break }
      if token.is("od") || token.is("do"), tokens[end + 1].kind == .number, end > start { break }
      if token.is("-"), tokens[end + 1].isCapitalized,
        Institutions.czech.match(tokens, at: start)?.end == end
      {
        end += 1
        continue
      }
      // `Učíme se venku`
      let isOwn = token.is("se") && end == start + 1 && tokens[start].folded.hasSuffix("me")
      if Self.stops.contains(token.folded), !isOwn, !(token.is("a") && goesOn(end)) { break }
      if token.kind == .mark, !isKept(end) { break }
      end += 1
    }
    let name = start..<end
    return isAbbreviation(name) ? nil : name
  }

  /// `projekt Libereckého kraje` names whose project it is and not its name.
  private func isOwner(_ place: Int) -> Bool {
    transcript.tokens[place].folded.hasSuffix("eho")
      || OrganizationName(transcript: transcript).end(from: place) == place + 2
        && transcript.tokens[place + 2].kind == .mark
  }

  private func isAbbreviation(_ name: Range<Int>) -> Bool {
    name.allSatisfy { place in
      let token = transcript.tokens[place]
      return token.isUppercase && token.folded.utf8.count < 5 || token.kind != .word
    }
  }

  /// A name goes on in a line that the page broke, when a capital begins it.
  private func goesOn(from start: Int, at place: Int) -> Bool {
    let token = transcript.tokens[place]
    return token.gap != .line || place == start
      || token.isCapitalized && !transcript.isBreak(place)
  }

  private func goesOn(_ place: Int) -> Bool {
    transcript.tokens[place + 1].kind == .word
      && !Self.stops.contains(transcript.tokens[place + 1].folded)
  }

  private func isKept(_ place: Int) -> Bool {
    let before = transcript.tokens[place - 1]
    let after = transcript.tokens[place + 1]
    if transcript.is(place, "-") {
      return before.number ?? 0 > 1990 && after.number ?? 0 > 1990
    }
    // `kaple sv. Anny`, `domu čp. 77`
    if transcript.is(place, "."), Self.shortWords.contains(before.folded), after.gap == .space {
      return after.isCapitalized || after.kind == .number
    }
    return transcript.is(place, ".") && before.isCapitalized
      && before.folded.allSatisfy { "ivx".contains($0) }
  }
}
