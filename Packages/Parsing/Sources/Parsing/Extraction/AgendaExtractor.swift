import Domain

/// The programme of a meeting.
struct AgendaExtractor {
  /// The parts of the document.
  let layout: Layout

  /// An item of the programme and the line that it begins in.
  struct Entry {
    /// The item.
    var item: ExtractedItem
    /// Its first line.
    var line: Int
  }

  var transcript: Transcript { layout.transcript }

  /// Returns the items of the programme with what was said about them, and items that it lacks.
  func items() -> [ExtractedItem] {
    let announced = announcedEntries()
    let entries = announced ?? headingEntries()
    return DiscussionExtractor(layout: layout, entries: entries).items()
  }

  /// The numbered lines after `Program:`, or `nil` when no programme is announced.
  private func announcedEntries() -> [Entry]? {
    for section in layout.sections(.agenda) where !tellsOutcome(section) {
      let lines = section.line + 1..<max(section.line + 1, lineOfNextPart(after: section.line))
      let entries = isBulleted(lines.first) ? [] : withFirst(list(in: lines), of: section)
      if entries.count > 1 { return entries }
      if let glued = glued(entries) { return glued }
      if !entries.isEmpty { return entries }
      let others = UnnumberedAgenda(layout: layout).titles(
        after: section, lines: section.line + 1..<max(section.line + 1, lineOfDiscussion(section)))
      if !others.isEmpty {
        return others.enumerated().map { index, tokens in
          let written = writtenNumber(tokens)
          let item = ExtractedItem(
            number: written?.number ?? String(index + 1),
            title: title(written.map { $0.end..<tokens.upperBound } ?? tokens), announced: true)
          return Entry(item: item, line: transcript.line(of: tokens.lowerBound))
        }
      }
    }
    for line in transcript.lines.indices.dropLast() where mentionsProgramme(line) {
      let first = isColumnHead(line + 1) && announcesPoints(line) ? line + 2 : line + 1
      guard let label = layout.itemLabels[first],
        label.number == "1" || label.number == "a" && announcesPoints(line)
      else { continue }
      let entries = list(in: first..<transcript.lines.count)
      if entries.count > 1 { return entries }
    }
    return pointedEntries()
  }

  /// `Program: 1/ došlá pošta` or `1. Schválení programu`, and the others in the lines under it.
  private func withFirst(_ entries: [Entry], of section: Section) -> [Entry] {
    if let label = layout.itemLabels[section.line], label.number == "1",
      entries.first?.item.number == "2", entries.first?.line == section.line + 1
    {
      return [entry(label, section.line, count: 0)] + entries
    }
    let start = section.label.upperBound
    let line = start..<transcript.lineEnd(of: section.label.lowerBound)
    guard entries.first?.item.number == "2", !line.isEmpty,
      let label = ItemLabel.match(transcript.tokens, line: line), label.number == "1"
    else { return entries }
    return [entry(label, section.line, count: 0)] + entries
  }

  /// Numbers under a programme with bullets count the discussion.
  private func isBulleted(_ line: Int?) -> Bool {
    guard let line, line < transcript.lines.count else { return false }
    return transcript.is(transcript.lines[line].tokens.lowerBound, "•")
  }

  /// Small labels, as *Kontakt:*, may stand in the discussion of an item.
  private func lineOfNextPart(after line: Int) -> Int {
    let next = layout.sections.first { section in
      section.line > line
        && ![.other, .resolution, .task, .nextMeeting, .chaired].contains(section.kind)
    }
    return next?.line ?? transcript.lines.count
  }

  /// `Zahájení` and `Závěr` in a programme are labels of nothing.
  private func lineOfDiscussion(_ agenda: Section) -> Int {
    let next = layout.sections.first { section in
      section.line > agenda.line
        && ![.other, .resolution, .task, .nextMeeting, .time, .ending].contains(section.kind)
    }
    return next?.line ?? transcript.lines.count
  }

  /// `Starosta přečetl program.` right before the list.
  func mentionsProgramme(_ line: Int) -> Bool {
    let tokens = transcript.lines[line].tokens
    guard tokens.count < 16 || announcesPoints(line) else { return false }
    return tokens.contains {
      let word = transcript.tokens[$0].folded
      return word.hasPrefix("program") || word == "poradu" || word == "porad"
    }
  }

  /// `Na programu schůze byly tyto body:`, and no programme of events.
  func announcesPoints(_ line: Int) -> Bool {
    let tokens = transcript.lines[line].tokens
    return transcript.is(tokens.upperBound - 1, ":")
      && tokens.contains { place in
        ["jednani", "schuz", "zasedani"].contains(
          where: transcript.tokens[place].folded.hasPrefix)
      }
  }

  private func list(in lines: Range<Int>) -> [Entry] {
    var entries: [Entry] = []
    var style: ItemLabel.Style?
    var strangers = 0
    var isSpread = false
    for line in lines {
      guard let label = layout.itemLabels[line], style == nil || label.style == style else {
        if layout.itemLabels[line]?.style == .reference, !entries.isEmpty { break }
        if isNoise(line) { continue }
        if goesOn(line, after: entries.last), strangers == 0 {
          extend(&entries[entries.count - 1], with: line)
        } else if !entries.isEmpty || strangers > 2 {
          strangers += 1
          if !isSpread, entries.count > 1, strangers > 1, !resumes(after: line, entries, style) {
            break
          }
        } else {
          strangers += 1
        }
        continue
      }
      guard label.style != .reference, !label.number.contains(".") else { break }
      if isOfInnerList(label, line, entries, limit: lines.upperBound) {
        isSpread = true
        continue
      }
      if restarts(label, entries) { break }
      if let expected = expected(entries), label.number != expected, label.number != "1" {
        if isSpread { continue }
        break
      }
      if entries.count == 1, strangers > 0 { isSpread = true }
      if transcript.lines[line].hasDividerAbove, !entries.isEmpty { break }
      style = label.style
      strangers = 0
      entries.append(entry(label, line, count: entries.count))
      splitGlued(&entries)
    }
    return entries.filter { !$0.item.title.value.isEmpty }
  }

  /// `1. ročník …` under `1) Zástupci tříd`, when `2)` follows further below.
  private func isOfInnerList(
    _ label: ItemLabel, _ line: Int, _ entries: [Entry], limit: Int
  ) -> Bool {
    guard let first = entries.first, let outer = layout.itemLabels[first.line]?.mark,
      !outer.isEmpty, outer != label.mark, let next = expected(entries)
    else { return false }
    return layout.itemLabels[line + 1..<max(line + 1, min(limit, line + Self.mostInnerLines))]
      .contains { $0?.mark == outer && $0?.number == next }
  }

  private static let mostInnerLines = 30
  private static let mostTitleWords = 14

  private func restarts(_ label: ItemLabel, _ entries: [Entry]) -> Bool {
    guard label.number == "1" || label.number == "a", let last = entries.last else { return false }
    return last.item.number != "1" && !areAllOnes(entries)
  }

  private func areAllOnes(_ entries: [Entry]) -> Bool {
    entries.allSatisfy { layout.itemLabels[$0.line]?.number == "1" }
  }

  private func expected(_ entries: [Entry]) -> String? {
    guard let last = entries.last else { return nil }
    if let number = Int(last.item.number) { return String(number + 1) }
    guard let letter = last.item.number.utf8.first else { return nil }
    return String(decoding: [letter + 1], as: UTF8.self)
  }

  private func entry(_ label: ItemLabel, _ line: Int, count: Int) -> Entry {
    var tokens = label.titleStart..<transcript.lines[line].tokens.upperBound
    if tokens.isEmpty, let titles = titleLine(of: line) { tokens = transcript.lines[titles].tokens }
    if tokens.count(where: { transcript.tokens[$0].kind == .word }) > Self.mostTitleWords,
      let head = headBeforeDash(label, line),
      saysMore(head.upperBound + 1..<max(head.upperBound + 1, tokens.upperBound))
    {
      tokens = head
    }
    let number = label.number == "1" && count > 0 ? String(count + 1) : label.number
    return Entry(
      item: ExtractedItem(number: number, title: title(tokens), announced: true), line: line)
  }

  /// The line of a title that lost its number: below, past the other numbers of a column of
  /// numbers.
  private func titleLine(of line: Int) -> Int? {
    func isBare(_ line: Int) -> Bool {
      layout.itemLabels.indices.contains(line)
        && layout.itemLabels[line].map { $0.titleStart == transcript.lines[line].tokens.upperBound }
          == true
    }
    var first = line
    while isBare(first - 1) { first -= 1 }
    var end = line
    while isBare(end) { end += 1 }
    // A converter leaves the bullet of the first sentence alone in a line.
    while end < transcript.lines.count, isLoneMark(end) { end += 1 }
    let title = end + (line - first)
    guard layout.itemLabels.indices.contains(title), layout.itemLabels[title] == nil else {
      return nil
    }
    return title
  }

  private func isLoneMark(_ line: Int) -> Bool {
    let tokens = transcript.lines[line].tokens
    return tokens.count == 1 && transcript.tokens[tokens.lowerBound].kind == .mark
  }

  /// A line without a number continues the item above when that line was full.
  private func goesOn(_ line: Int, after entry: Entry?) -> Bool {
    guard entry != nil, line > 0 else { return false }
    let above = transcript.range(transcript.lines[line - 1].tokens).count
    let first = transcript.tokens[transcript.lines[line].tokens.lowerBound]
    if transcript.lines[line].hasBlankAbove, first.isCapitalized { return false }
    guard first.kind != .mark, above > 60,
      !transcript.is(transcript.lines[line].tokens.lowerBound + 1, ":"),
      layout.itemLabels[line] == nil,
      transcript.range(transcript.lines[line].tokens).count < 115
    else { return false }
    return !first.isCapitalized || above < 115
  }

  private func extend(_ entry: inout Entry, with line: Int) {
    let start = entry.item.title.source.start
    guard
      let first = transcript.lines[entry.line].tokens.first(where: {
        transcript.tokens[$0].range.start >= start
      })
    else { return }
    entry.item.title = title(first..<transcript.lines[line].tokens.upperBound)
  }

  /// Page numbers and sub-items neither belong to the list nor end it.
  private func isNoise(_ line: Int) -> Bool {
    let tokens = transcript.lines[line].tokens
    if tokens.count == 1, transcript.tokens[tokens.lowerBound].kind == .number { return true }
    if tokens.contains(where: { transcript.is($0, "strana") }) { return true }
    return layout.itemLabels[line]?.style == .letter
  }

  /// Without a programme the numbered headings of the discussion are the items; where nothing is
  /// labelled they may begin right below the title.
  private func headingEntries() -> [Entry] {
    let people = linesOfPeople()
    let found = headings(from: layout.heading.upperBound, besides: people)
    if found.count > 1 { return withRest(found) }
    let referred = referredEntries()
    if !referred.isEmpty { return referred }
    let early = headings(from: layout.heading.lowerBound + 1, besides: people)
    return early.count > 2 ? withRest(early) : []
  }

  private func headings(from first: Int, besides people: Set<Int>) -> [Entry] {
    var entries: [Entry] = []
    var nested: (next: Int, line: Int)?
    for line in transcript.lines.indices where line >= first {
      guard let label = layout.itemLabels[line], !people.contains(line) else { continue }
      // `(Čl. VII` and in the next line `bod 8b)` begins no discussion.
      if label.style == .reference, entries.count > 1,
        entries.contains(where: { $0.item.number == label.number })
      {
        break
      }
      // A list that begins anew inside of an item counts on its own.
      if let inner = nested, label.number == String(inner.next), line - inner.line < 3 {
        nested = (inner.next + 1, line)
        continue
      }
      if label.number == "1", entries.count > 1 { nested = (2, line) }
      guard label.style == .number, label.number == expected(entries) ?? "1" else { continue }
      if isHeading(label, line) || isBareHeading(label, line) {
        entries.append(entry(label, line, count: entries.count))
        if goesOnBelow(line) { extend(&entries[entries.count - 1], with: line + 1) }
      } else if let head = headBeforeDash(label, line) {
        let item = ExtractedItem(number: label.number, title: title(head), announced: true)
        entries.append(Entry(item: item, line: line))
      }
    }
    return entries
  }

  /// `Bod 1 – Schválení programu`, `Ad 2) Rozpočet` where no programme is announced.
  private func referredEntries() -> [Entry] {
    var entries: [Entry] = []
    for line in transcript.lines.indices where line >= layout.heading.upperBound {
      guard let label = layout.itemLabels[line], label.style == .reference,
        label.number == expected(entries) ?? "1",
        isHeading(label, line)
      else { continue }
      entries.append(entry(label, line, count: entries.count))
    }
    return entries.count > 1 ? entries : []
  }

  /// A numbered list of people is no programme.
  private func linesOfPeople() -> Set<Int> {
    var lines: Set<Int> = []
    for section in layout.sections where section.kind.listsPeople && !section.value.isEmpty {
      let end = PeopleList(transcript, in: section.value).end
      guard end > section.value.lowerBound else { continue }
      lines.formUnion(section.line...transcript.line(of: end - 1))
    }
    return lines
  }

  /// `2)` alone, and the title in the line below.
  private func isBareHeading(_ label: ItemLabel, _ line: Int) -> Bool {
    guard label.titleStart == transcript.lines[line].tokens.upperBound,
      let below = titleLine(of: line)
    else { return false }
    return transcript.lines[below].tokens.count < 16
  }

  private func isHeading(_ label: ItemLabel, _ line: Int) -> Bool {
    let tokens = label.titleStart..<transcript.lines[line].tokens.upperBound
    // Days and amounts are many tokens and few words.
    let words = tokens.count { transcript.tokens[$0].kind == .word }
    guard let first = tokens.first, words < 14, tokens.count < 30 else { return false }
    let endsWithForm = tokens.suffix(8).contains {
      LegalForms.czech.match(transcript.tokens, at: $0) == tokens.upperBound
    }
    let endsLikeSentence =
      transcript.is(tokens.upperBound - 1, ".") && tokens.count > 8 && !endsWithForm
      && !isInsideForm(line)
    return !endsLikeSentence && transcript.tokens[first].kind != .mark
  }
}
