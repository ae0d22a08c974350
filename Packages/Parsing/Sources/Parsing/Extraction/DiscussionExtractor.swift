import Domain

/// Finds what was said about each item, although the numbers of programme and discussion may
/// disagree.
struct DiscussionExtractor {
  /// The parts of the document.
  let layout: Layout
  /// The items of the programme.
  let entries: [AgendaExtractor.Entry]

  private var transcript: Transcript { layout.transcript }
  private static let mostTitleTokens = 60

  /// The beginning of the discussion of an item.
  private struct Opening {
    var line: Int
    var entry: Int?
    var number: String
    var title: Range<Int>
  }

  /// Returns the items with their texts, and the ones that the programme lacks.
  func items() -> [ExtractedItem] {
    var items = entries.map(\.item)
    let openings = openings()
    let end = closingLine()
    for (index, opening) in openings.enumerated() {
      let next = index + 1 < openings.count ? openings[index + 1].line : max(end, opening.line + 1)
      let text = text(of: opening, until: next)
      if let entry = opening.entry {
        if items[entry].text == nil { items[entry].text = text }
      } else {
        let title = transcript.trimmed(opening.title)
        var item = ExtractedItem(
          number: opening.number, title: transcript.fact(title), announced: false)
        item.text = text
        items.append(item)
      }
    }
    return items
  }

  private func text(of opening: Opening, until end: Int) -> Fact<String>? {
    guard opening.line + 1 < end else { return nil }
    let tokens = layout.tokens(ofLines: opening.line + 1..<end)
    guard !tokens.isEmpty else { return nil }
    return Fact(transcript.paragraphs(tokens), transcript.range(tokens))
  }

  private func openings() -> [Opening] {
    guard let last = entries.last else { return references(from: 0) }
    let referred = references(from: last.line + 1)
    if !referred.isEmpty { return referred }
    let repeated = repetitions(from: last.line + 1)
    if !repeated.isEmpty { return repeated }
    return entries.indices.map { index in
      Opening(
        line: entries[index].line, entry: index, number: entries[index].item.number, title: 0..<0)
    }
  }

  /// `Ad 1)`, `K bodu 2`.
  private func references(from first: Int) -> [Opening] {
    var openings: [Opening] = []
    for line in transcript.lines.indices where line >= first {
      guard let label = layout.itemLabels[line], label.style == .reference else { continue }
      let title = label.titleStart..<transcript.lines[line].tokens.upperBound
      let entry = entries.firstIndex { $0.item.number == label.number }
      if entry == nil, title.isEmpty { continue }
      openings.append(Opening(line: line, entry: entry, number: label.number, title: title))
    }
    return openings
  }

  /// Numbered headings after the programme: matched by their words, then by their number.
  private func repetitions(from first: Int) -> [Opening] {
    var openings: [Opening] = []
    var used: Set<Int> = []
    let wanted = titleWords()
    for line in transcript.lines.indices where line >= first {
      guard let label = layout.itemLabels[line], label.style == .number,
        !label.number.contains(".")
      else { continue }
      let title = label.titleStart..<transcript.lines[line].tokens.upperBound
      guard title.count < Self.mostTitleTokens,
        let entry = entryNamed(title, among: wanted), used.insert(entry).inserted
      else { continue }
      openings.append(Opening(line: line, entry: entry, number: label.number, title: title))
    }
    return openings
  }

  /// The words of each item's title.
  private func titleWords() -> [Set<String>] {
    entries.map { entry in
      let tokens = transcript.tokens[transcript.tokens(of: entry.item.title.source)]
      return Set(tokens.filter { $0.kind == .word }.map(\.folded))
    }
  }

  private func entryNamed(_ title: Range<Int>, among wanted: [Set<String>]) -> Int? {
    let words = Set(transcript.tokens[title].filter { $0.kind == .word }.map(\.folded))
    var best: (entry: Int, share: Double)?
    for (index, wanted) in wanted.enumerated() {
      let common = Double(words.intersection(wanted).count)
      let share = 2 * common / Double(max(1, words.count + wanted.count))
      if share > best?.share ?? 0.45 { best = (index, share) }
    }
    return best?.entry
  }

  private func closingLine() -> Int {
    let closing: Set<LabelKind> = [.recorded, .verified, .approved, .recordedOn]
    let after = layout.sections.first { section in
      closing.contains(section.kind) && section.line > (entries.last?.line ?? 0)
    }
    return after?.line ?? transcript.lines.count
  }
}
