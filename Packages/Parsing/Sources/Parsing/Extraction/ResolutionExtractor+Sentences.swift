import Domain

/// Resolutions that sentences tell: paragraph after paragraph under one label, or in the middle of
/// a line.
extension ResolutionExtractor {
  private static let mostTitleWords = 8
  private static let longLine = 60

  /// `Výbor schvaluje …`, `Výbor ukládá …` and so on, each in a paragraph of its own, with or
  /// without a title above.
  func sentences(of first: Int) -> (resolutions: [ExtractedResolution], nextLine: Int)? {
    var line = isTitle(first) ? first + 1 : first
    var found: [ExtractedResolution] = []
    while line < transcript.lines.count, resolves(line), found.isEmpty || !reports(line) {
      let range = points(of: line, from: transcript.lines[line].tokens.lowerBound)
      found += single(nil, range.tokens)
      line = range.nextLine
    }
    return found.count > 1 || line > first && isTitle(first) && !found.isEmpty
      ? (found, line) : nil
  }

  /// A paragraph, with the points under it when it ends with a colon.
  private func points(of line: Int, from start: Int) -> (tokens: Range<Int>, nextLine: Int) {
    let head = transcript.lines[line].tokens
    guard transcript.is(head.upperBound - 1, ":") else {
      return paragraph(from: start, line: line)
    }
    var next = line + 1
    while next < transcript.lines.count, isPoint(next) { next += 1 }
    return (start..<transcript.lines[next - 1].tokens.upperBound, next)
  }

  private func isPoint(_ line: Int) -> Bool {
    let first = transcript.lines[line].tokens.lowerBound
    return layout.itemLabels[line] != nil || transcript.is(first, "•") || transcript.is(first, "-")
      || transcript.lines[line].isWrapped
  }

  /// Where no label says *Usnesení*, the paragraphs and points that a body's name and a verb that
  /// decides begin: `a) ZO schvaluje podání žádosti`, `Rada schválila nákup stolů`.
  func decisions() -> [(place: Int, resolution: ExtractedResolution)] {
    let votes = Set(transcript.places(of: Self.votes).map { transcript.line(of: $0) })
    let found = transcript.lines.indices.flatMap { line -> [(Int, ExtractedResolution)] in
      let first = transcript.lines[line].tokens.lowerBound
      let isBullet = transcript.is(first, "•") || transcript.is(first, "-")
      let opening =
        layout.itemLabels[line]?.titleStart ?? behindVote(first) ?? (isBullet ? first + 1 : first)
      let isVoted = votes.contains(line) || votes.contains(line + 1)
      let start = isVoted ? votedSentence(line, from: opening) ?? opening : opening
      let tokens = start..<max(start, transcript.lines[line].tokens.upperBound)
      guard line > layout.frontMatter.upperBound, let end = bodyEnd(tokens),
        let verb = (end..<max(end, min(end + 4, tokens.upperBound))).first(where: isOperative),
        !transcript.is(verb, "prijima"), !isProposed(line),
        !isPast(verb) || isPlainDecision(verb, line) || goesOn(from: verb, line)
      else { return [] }
      let range = points(of: line, from: start)
      return single(nil, range.tokens).map { (start, $0) }
    }
    return ofThisBody(found)
  }

  /// `Hlasování: Komise doporučuje …`
  private func behindVote(_ first: Int) -> Int? {
    transcript.is(first, "hlasovani") && transcript.is(first + 1, ":")
      && transcript.tokens[first + 2].gap != .line ? first + 2 : nil
  }

  /// `Komise projednala akce a doporučuje radě …`: what follows is decided.
  private func goesOn(from verb: Int, _ line: Int) -> Bool {
    let end = min(verb + Self.longestReport, transcript.lines[line].tokens.upperBound)
    return (verb + 1..<max(verb + 1, end)).contains { place in
      transcript.is(place, "a") && isOperative(place + 1) && !isPast(place + 1)
    }
  }

  private static let longestReport = 20

  /// `Výbor navrhuje následující usnesení rady:` and under it what others are to resolve.
  private func isProposed(_ line: Int) -> Bool {
    var above = line
    while above > 0, layout.itemLabels[above] != nil || transcript.lines[above].isWrapped {
      above -= 1
    }
    return [line, above].contains { index in
      let tokens = transcript.lines[index].tokens
      return transcript.is(tokens.upperBound - 1, ":")
        && tokens.contains { place in
          ["navrh", "doporuc"].contains(where: transcript.tokens[place].folded.hasPrefix)
            && (place + 1..<place + 3).contains { transcript.is($0, "usneseni") }
        }
    }
  }

  /// `předložil návrh usnesení:`, and its text in quotes in the line below.
  func drafts() -> [(place: Int, resolution: ExtractedResolution)] {
    transcript.places(of: "usneseni").flatMap { place -> [(Int, ExtractedResolution)] in
      let line = transcript.line(of: place)
      guard transcript.is(place - 1, "navrh"), transcript.is(place + 1, ":"),
        place - 1 > transcript.lines[line].tokens.lowerBound,
        transcript.lineEnd(of: place) == place + 2, line + 1 < transcript.lines.count
      else { return [] }
      let text = transcript.lines[line + 1].tokens
      guard transcript.is(text.lowerBound, "\""), isAdopted(below: line + 1) else { return [] }
      return single(nil, transcript.trimmed(text, marks: ["\"", "."])).map { (text.lowerBound, $0) }
    }
  }

  /// `Usnesení bylo schváleno.` in the lines below.
  private func isAdopted(below line: Int) -> Bool {
    let lines = line + 1..<min(line + Self.mostTalk, transcript.lines.count)
    return transcript.places(of: "usneseni").contains { place in
      lines.contains(transcript.line(of: place))
        && (place + 1..<place + 3).contains { next in
          ["schvalen", "prijat"].contains(where: transcript.tokens[next].folded.hasPrefix)
        }
    }
  }

  private static let mostTalk = 18

  private static let votes = WordList(["proti", "hlasov*"])

  /// The sentence right before `Pro 6, proti 0` in the line, when a body begins it.
  private func votedSentence(_ line: Int, from start: Int) -> Int? {
    let tokens = start..<max(start, transcript.lines[line].tokens.upperBound)
    let next = line + 1
    let isVotedBelow =
      next < transcript.lines.count
      && transcript.tokens[transcript.lines[next].tokens.lowerBound].folded.hasPrefix("hlasov")
    guard isVotedBelow || tokens.suffix(12).contains(where: { transcript.is($0, "proti") }) else {
      return nil
    }
    let last = tokens.last { place in
      place > start && transcript.is(place - 1, ".") && transcript.tokens[place].isCapitalized
        && bodyEnd(place..<tokens.upperBound) != nil
    }
    return last.flatMap { (start: Int) -> Int? in
      (start..<tokens.upperBound).contains(where: isOperative) ? start : nil
    }
  }

  /// `Rada schválila nákup stolů`, and nothing on how the meeting goes.
  private func isPlainDecision(_ verb: Int, _ line: Int) -> Bool {
    guard Self.decided.contains(transcript.tokens[verb].folded) else { return false }
    let tokens = transcript.lines[line].tokens
    let isOfMeeting = (verb + 1..<min(verb + 5, tokens.upperBound)).contains { place in
      Self.procedures.contains(where: transcript.tokens[place].folded.hasPrefix)
    }
    return !isOfMeeting
  }

  private static let procedures = [
    "program", "zapis", "porad", "overovatel", "nahradnik", "skrutator", "navrhov", "mandat",
  ]

  private static let decided: WordSet = [
    "schvalil", "schvalila", "schvalilo", "rozhodl", "rozhodla", "rozhodlo", "odsouhlasil",
    "odsouhlasila", "odsouhlasilo", "usnesl", "usnesla", "usneslo", "doporucil", "doporucila",
    "doporucilo", "poveril", "poverila", "poverilo", "ulozil", "ulozila", "ulozilo", "zamitl",
    "zamitla", "zamitlo", "neschvalil", "neschvalila", "neschvalilo", "vybral", "vybrala",
    "vybralo",
  ]

  /// Whether a line begins with the name of a body that decides something.
  private func resolves(_ line: Int) -> Bool {
    let tokens = transcript.lines[line].tokens
    guard !isOther(line), layout.itemLabels[line] == nil, let end = bodyEnd(tokens) else {
      return false
    }
    return (end..<max(end, min(end + 6, tokens.upperBound))).contains(where: isOperative)
  }

  /// `Komise vzala na vědomí` tells what was done at the meeting and resolves nothing more.
  private func reports(_ line: Int) -> Bool {
    transcript.lines[line].tokens.first(where: isOperative).map(isPast) ?? true
  }

  /// `vzala`, `schválil`
  func isPast(_ verb: Int) -> Bool {
    !transcript.is(verb, "vysila")
      && ["l", "la", "lo", "li"].contains(where: transcript.tokens[verb].folded.hasSuffix)
  }

  /// `Rada`, `Obvodní rada`, `ZO`: where the name of a body ends that a line begins with.
  func bodyEnd(_ line: Range<Int>) -> Int? {
    let first = line.lowerBound
    guard transcript.tokens[first].isCapitalized else { return nil }
    // `ZO`, but not `II.`
    if transcript.tokens[first].isUppercase, transcript.tokens[first].folded.utf8.count < 6,
      !transcript.tokens[first].folded.allSatisfy({ "ivx".contains($0) })
    {
      return first + 1
    }
    return (first..<first + 2).lazy.compactMap {
      Bodies.czech.match(transcript.tokens, at: $0, limit: line.upperBound)?.end
    }.first
  }

  /// A few words without an end above what a body resolves.
  func isTitle(_ line: Int) -> Bool {
    let tokens = transcript.lines[line].tokens
    return tokens.count < Self.mostTitleWords && line + 1 < transcript.lines.count
      && transcript.tokens[tokens.lowerBound].isCapitalized
      && transcript.tokens[tokens.upperBound - 1].kind != .mark
      && !tokens.contains(where: isOperative) && resolves(line + 1)
  }

  /// `Usnesení 1/61: Výbor schvaluje …` inside of a line that is a page of text without lines.
  func inside() -> [(place: Int, resolution: ExtractedResolution)] {
    transcript.places(of: "usneseni").flatMap { place -> [(Int, ExtractedResolution)] in
      let line = transcript.lines[transcript.line(of: place)].tokens
      guard line.count > Self.longLine, place > line.lowerBound,
        transcript.tokens[place].isCapitalized, transcript.tokens[place - 1].kind != .word,
        let number = number(in: place + 1..<min(place + 12, line.upperBound)),
        number.lowerBound < place + 4, number.contains(where: { transcript.is($0, "/") })
      else { return [] }
      var start = number.upperBound
      if transcript.is(start, ":") { start += 1 }
      guard start < number.upperBound + 2, start < line.upperBound,
        start > number.upperBound
          || (start..<min(start + 8, line.upperBound)).contains(where: isOperative)
      else { return [] }
      let end =
        (start..<line.upperBound).first {
          transcript.is($0, ".")
            && (transcript.tokens[$0 + 1].isCapitalized || transcript.is($0 + 1, "pro"))
            && !transcript.isAbbreviated($0) && transcript.tokens[$0 - 1].folded.utf8.count > 3
        } ?? line.upperBound
      return single(number, start..<end).map { (place, $0) }
    }
  }
}
