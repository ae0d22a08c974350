import Domain

/// Resolutions: under their label, numbered or not, and where the text refers to them.
struct ResolutionExtractor {
  /// The parts of the document.
  let layout: Layout

  var transcript: Transcript { layout.transcript }
  private static let longest = 220
  private static let mostWords = 15

  /// Returns the resolutions in the order of the text.
  func resolutions() -> [ExtractedResolution] {
    var found: [(place: Int, resolution: ExtractedResolution)] = []
    var line = 0
    while line < transcript.lines.count {
      if line >= layout.frontMatter.upperBound, let list = imposedList(line) ?? decidedList(line) {
        found += list.resolutions.map { (transcript.lines[line].tokens.lowerBound, $0) }
        line = list.nextLine
      } else if line >= layout.frontMatter.upperBound, !isTitleOfLists(line),
        let opening = opening(line)
      {
        let run = read(opening, line: line)
        if !isRejected(below: max(run.nextLine, line + 1)) {
          found += run.resolutions.map { (transcript.lines[line].tokens.lowerBound, $0) }
        }
        line = max(run.nextLine, line + 1)
      } else {
        line += 1
      }
    }
    if found.isEmpty { found = decisions() }
    found += adopted(besides: found.map(\.resolution))
    found += references() + SingleResolution(layout: layout).resolutions() + inside()
    found += drafts()
    return Self.once(found.sorted { $0.place < $1.place }.map(\.resolution))
  }

  /// `Návrh usnesení č. 1: …`, and under the vote `Usnesení č. 1 bylo schváleno`: the same.
  private static func once(_ found: [ExtractedResolution]) -> [ExtractedResolution] {
    found.indices.filter { index in
      guard index > 0 else { return true }
      if found[index].number == nil { return !isPrinted(found[index], in: found[..<index]) }
      guard let number = found[index].number, let text = found[index].text,
        number.value == found[index - 1].number?.value,
        let whole = (found[index - 1].fullText ?? found[index - 1].text)?.source
      else { return true }
      return text.source.start >= whole.end || text.source.end <= whole.start
    }.map { found[$0] }
  }

  /// A resolution may be printed twice, the second time above the vote on it.
  private static func isPrinted(
    _ resolution: ExtractedResolution, in others: ArraySlice<ExtractedResolution>
  ) -> Bool {
    guard let text = resolution.text?.value, text.utf8.count > longText else { return false }
    let whole = resolution.fullText?.value ?? text
    return others.contains { other in
      guard other.number == nil, let text = (other.fullText ?? other.text)?.value,
        text.utf8.count > longText
      else { return false }
      // Bytes, as equal letters have equal bytes in one document.
      return whole.utf8.starts(with: text.utf8) || text.utf8.starts(with: whole.utf8)
    }
  }

  private static let longText = 60

  /// The title of a document that is nothing but such lists is no resolution itself.
  private func isTitleOfLists(_ line: Int) -> Bool {
    layout.heading.contains(line)
      && (line + 1..<min(line + 6, transcript.lines.count)).contains { imposedList($0) != nil }
  }

  /// The beginning of a resolution: its number and where its text starts.
  private struct Opening {
    var number: Range<Int>?
    var textStart: Int
  }

  /// `Usnesení č. 3/2020`, `Návrh usnesení:`, `Návrh`, `Usnesení 3/1: …`.
  private func opening(_ line: Int) -> Opening? {
    let tokens = transcript.lines[line].tokens
    if let number = numberBeforeVerb(tokens) {
      return Opening(number: number, textStart: number.upperBound)
    }
    var place = tokens.lowerBound
    while place < tokens.upperBound, transcript.is(place, "•") || transcript.is(place, "-") {
      place += 1
    }
    // `1. Usn. 400/2011`
    if let label = layout.itemLabels[line], label.style == .number, place == tokens.lowerBound,
      transcript.is(label.titleStart, "usn")
        || number(in: label.titleStart + 1..<max(label.titleStart + 1, tokens.upperBound)) != nil
    {
      place = label.titleStart
    }
    let isDraft = transcript.is(place, "navrh")
    if isDraft || transcript.tokens[place].folded.hasPrefix("prijat") { place += 1 }
    // `Komise přijala usnesení č. 15/2024: …`
    if let verb = tokens.prefix(6).first(where: { passes($0) }), transcript.is(verb + 2, "c") {
      place = verb + 1
    }
    if isDraft, place == tokens.upperBound { return Opening(textStart: place) }
    // The abbreviation of *číslo* may be glued to the word.
    let isGlued = transcript.is(place, "usnesenic")
    let isShort = transcript.is(place, "usn") && transcript.is(place + 1, ".")
    guard transcript.is(place, "usneseni") || isGlued || isShort, place < tokens.upperBound else {
      return nil
    }
    if !isGlued { place += isShort ? 2 : 1 }
    let colon = (place..<tokens.upperBound).first {
      transcript.is($0, ":") && !isInsideNumber($0) && !isBehindAbbreviation($0)
    }
    let head = place..<min(colon ?? tokens.upperBound, place + 16)
    let number = number(in: head)
    guard number != nil || head.count < 16 else { return nil }
    if number == nil, place < head.upperBound, saysNothingElse(place) == false { return nil }
    if colon == nil, number == nil, place < tokens.upperBound { return nil }
    if colon == nil, let number {
      return Opening(number: number, textStart: afterNumber(number, tokens))
    }
    return Opening(number: number, textStart: (colon ?? tokens.upperBound - 1) + 1)
  }

  private func passes(_ place: Int) -> Bool {
    ["prijal", "prijala", "prijalo"].contains(transcript.tokens[place].folded)
      && transcript.is(place + 1, "usneseni")
  }

  /// `Usnesení nebylo přijato`, `Usnesení z minulé schůze` open nothing.
  private func saysNothingElse(_ place: Int) -> Bool {
    let word = transcript.tokens[place].folded
    return !["nebyl", "bylo", "trva", "z", "ze", "rady", "zastupitelstva", "schvalen", "schvaleno"]
      .contains { $0.utf8.count > 3 ? word.hasPrefix($0) : word == $0 }
      || word == "ze" && transcript.is(place + 1, "dne")
  }

  /// `Usnesení č.: 643`
  private func isBehindAbbreviation(_ place: Int) -> Bool {
    transcript.is(place - 1, ".") && transcript.is(place - 2, "c")
      && transcript.tokens[place + 1].kind == .number
  }

  private func isInsideNumber(_ place: Int) -> Bool {
    place + 1 < transcript.tokens.count && transcript.tokens[place + 1].kind == .number
      && transcript.tokens[place + 1].gap == .none
  }

  /// `Usnesení č. 1/2016 – souhlas s účastí`: a text may follow after a dash.
  private func afterNumber(_ number: Range<Int>, _ line: Range<Int>) -> Int {
    let next = number.upperBound
    if next < line.upperBound, transcript.is(next, "-") { return next + 1 }
    // `Usnesení č. 5/2021 Zastupitelstvo města bere na vědomí …`
    let isText =
      transcript.tokens[next].isCapitalized
      && (next..<max(next, min(next + 8, line.upperBound))).contains(where: isOperative)
    return isText ? next : line.upperBound
  }

  /// A number has a digit, and a slash when it stands without *č.*
  func number(in tokens: Range<Int>) -> Range<Int>? {
    var start = tokens.lowerBound
    let mark = tokens.prefix(6).first {
      transcript.is($0, "c") || transcript.is($0, "cislo") || transcript.is($0, "usnesenic")
    }
    if let mark { start = transcript.is(mark + 1, ".") ? mark + 2 : mark + 1 }
    if mark != nil, transcript.is(start, ":") { start += 1 }
    var end = start
    while end < tokens.upperBound {
      let token = transcript.tokens[end]
      let goesOn =
        token.gap == .none || token.is("/") || end == start
        || token.kind == .number && !hasDigit(start..<end) || token.is("/")
      guard goesOn, token.kind != .mark || ["/", "-", "_"].contains(token.folded) else { break }
      end += 1
    }
    let number = transcript.trimmed(start..<end)
    let hasSlash = number.contains { transcript.is($0, "/") }
    guard hasDigit(number), mark != nil || hasSlash else { return nil }
    return number
  }

  func hasDigit(_ tokens: Range<Int>) -> Bool {
    tokens.contains { transcript.tokens[$0].kind == .number }
  }

  private func read(
    _ opening: Opening, line: Int
  ) -> (resolutions: [ExtractedResolution], nextLine: Int) {
    if let number = opening.number, isOutcome(number.upperBound, line),
      let above = decision(above: line)
    {
      return (single(opening.number, above), line + 1)
    }
    if let number = opening.number,
      opening.textStart >= transcript.lines[line].tokens.upperBound,
      let above = underCounts(line)
    {
      return (single(number, above), line + 1)
    }
    if opening.textStart < transcript.lines[line].tokens.upperBound {
      let range = paragraph(from: opening.textStart, line: line)
      return (single(opening.number, range.tokens), range.nextLine)
    }
    let next = line + 1
    if opening.number == nil, let list = introducedList(from: next) { return list }
    guard next < transcript.lines.count, !isOther(next), imposedList(next) == nil else {
      return ([], next)
    }
    if opening.number == nil, let list = numberedList(from: next) ?? bulletedList(from: next) {
      return list
    }
    if opening.number == nil, let several = sentences(of: next) { return several }
    let first = isTitle(next) ? next + 1 : next
    let range = paragraph(from: transcript.lines[first].tokens.lowerBound, line: first)
    if let points = points(under: range, opening.number) { return points }
    return (single(opening.number, range.tokens), range.nextLine)
  }

  func isOperative(_ place: Int) -> Bool {
    OperativeVerbs.contains(transcript.tokens[place].folded)
  }

  func single(_ number: Range<Int>?, _ tokens: Range<Int>) -> [ExtractedResolution] {
    let tokens = transcript.trimmed(tokens)
    let isRefusal = tokens.prefix(12).contains {
      transcript.is($0, "bez") && transcript.is($0 + 1, "usneseni")
        || transcript.tokens[$0].folded.hasPrefix("neby")
          && transcript.tokens[$0 + 1].folded.hasPrefix("prijat")
    }
    guard !isRefusal, number != nil || tokens.count > 2 else { return [] }
    var resolution = ExtractedResolution()
    resolution.number = number.map { transcript.fact($0) }
    let text = ResolutionText(transcript: transcript)
    let clause =
      text.quoted(tokens)
      ?? ShortClause(transcript: transcript, mostWords: Self.mostWords)
      .shortened(text.firstClause(of: tokens))
    if !clause.isEmpty { resolution.text = transcript.fact(clause, confidence: 0.85) }
    if clause != tokens { resolution.fullText = transcript.fact(tokens) }
    return [resolution]
  }

  /// From a token to the end of the sentence; lines that end without a dot go on.
  func paragraph(from start: Int, line: Int) -> (tokens: Range<Int>, nextLine: Int) {
    var start = start
    if start == transcript.lines[line].tokens.lowerBound, let label = layout.itemLabels[line] {
      start = label.titleStart
    }
    var end = start
    var current = line
    while current < transcript.lines.count {
      let tokens = transcript.lines[current].tokens
      if current > line, isOther(current) || layout.itemLabels[current] != nil { break }
      if let stop = sentenceEnd(in: max(start, tokens.lowerBound)..<tokens.upperBound) {
        return (start..<stop, current + 1)
      }
      end = tokens.upperBound
      current += 1
      if end - start > Self.longest { break }
    }
    return (start..<max(start, end), max(current, line + 1))
  }

  private func sentenceEnd(in tokens: Range<Int>) -> Int? {
    tokens.first { place in
      guard transcript.is(place, "."), place > tokens.lowerBound, !transcript.isAbbreviated(place)
      else { return false }
      let before = transcript.tokens[place - 1]
      // `… a schvaluje náklady.“`
      let isQuoted = transcript.is(place + 1, "\"") && place + 2 == tokens.upperBound
      let isLast = place + 1 == tokens.upperBound || isQuoted
      if !isLast, before.kind == .word, opensVote(place + 1) { return true }
      guard before.kind == .word ? before.folded.utf8.count > 3 : isLast else { return isLast }
      return isLast || transcript.tokens[place + 1].isCapitalized
    }
  }

  /// `Pro 6, proti 0`, `Hlasování: 6-0-0`, `(6 pro, 0 proti)` behind the dot of a decision.
  private func opensVote(_ place: Int) -> Bool {
    let word = transcript.tokens[place].folded
    if transcript.is(place, "("), transcript.tokens[place + 1].kind == .number { return true }
    return transcript.tokens[place].isCapitalized && (word == "pro" || word.hasPrefix("hlasov"))
  }

  /// A line that belongs to something else: a vote, a label, a reference to an item.
  func isOther(_ line: Int) -> Bool {
    let tokens = transcript.lines[line].tokens
    if layout.itemLabels[line]?.style == .reference { return true }
    if let kind = layout.labelKinds[line], kind != .attendance { return true }
    let word = transcript.tokens[tokens.lowerBound].folded
    return ["hlasovani", "pro", "usneseni", "stav", "vysledek"].contains(word)
  }

  /// `Rada města usnesením č. 8/2017 ze dne …`, `Číslo usnesení: …`, `Rada města dne … schválila`.
  private func references() -> [(place: Int, resolution: ExtractedResolution)] {
    let reader = ResolutionReferences(layout: layout)
    return transcript.places(of: ResolutionReferences.openings).compactMap { place in
      reader.reference(at: place).map { (place, $0) }
    }
  }
}
