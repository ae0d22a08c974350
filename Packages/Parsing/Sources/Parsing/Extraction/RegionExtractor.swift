import Domain

/// The region or the municipality that a document is about.
struct RegionExtractor {
  /// The parts of the document.
  let layout: Layout

  private var transcript: Transcript { layout.transcript }

  /// The page headers, which often name the seat.
  let edges: [PageEdge]

  /// Returns the region: from the body and the title, from the closing, then the one named most
  /// often.
  func region(near facts: [Fact<String>?]) -> Fact<String>? {
    for fact in facts.compactMap({ $0 }) {
      let first = transcript.tokens.firstIndex { $0.range.start >= fact.source.start }
      guard let first else { continue }
      let last = transcript.tokens[first...].firstIndex { $0.range.start >= fact.source.end }
      let range = first..<(last ?? transcript.tokens.count)
      if let found = regionName(in: range) ?? municipality(in: range) { return found }
    }
    if let heading = municipality(in: layout.tokens(ofLines: layout.heading)) { return heading }
    return signed() ?? inEdges() ?? mostFrequent()
  }

  /// What page headers say stands after the plain text, where ``Document/fullText`` has them.
  private func inEdges() -> Fact<String>? {
    var offset = transcript.bytes.count
    for edge in edges {
      let inner = Transcript(edge.text)
      let tokens = inner.tokens
      defer { offset += inner.bytes.count + 1 }
      for place in tokens.indices {
        guard let found = Municipalities.czech.match(tokens, at: place, limit: tokens.count) else {
          continue
        }
        let range = inner.range(place..<found.end).moved(by: offset)
        return Fact(found.name, range, confidence: 0.85)
      }
    }
    return nil
  }

  /// `Libereckého kraje`, `obce Lhota`.
  private func regionName(in range: Range<Int>) -> Fact<String>? {
    for place in range.dropLast() {
      let word = transcript.tokens[place].folded
      if transcript.tokens[place + 1].folded.hasPrefix("kraj"),
        let name = Municipalities.czech.region(adjective: word)
      {
        return Fact(name, transcript.range(place..<place + 2))
      }
      if Self.offices.contains(word), transcript.tokens[place + 1].isCapitalized,
        transcript.tokens[place + 1].gap == .space,
        municipality(in: range) == nil
      {
        var end = place + 1
        while end < range.upperBound, transcript.tokens[end].isCapitalized { end += 1 }
        return transcript.fact(place + 1..<end, confidence: 0.85)
      }
    }
    return nil
  }

  private static let offices: WordSet = ["obce", "obec", "mestyse", "mestys", "mesto"]

  /// `Jana Benešová` is not the town of Benešov.
  private func isSurname(_ place: Int) -> Bool {
    let text = transcript.text(place..<place + 1)
    if ["ová", "ové", "ovou"].contains(where: text.hasSuffix) { return true }
    let before = transcript.tokens[place - 1]
    return GivenNames.contains(before.folded) || Words.isCourtesy(before.folded)
  }

  private func municipality(in range: Range<Int>) -> Fact<String>? {
    for place in range where transcript.tokens[place].isCapitalized {
      if let found = Municipalities.czech.match(
        transcript.tokens, at: place, limit: range.upperBound), !isSurname(place)
      {
        if let district = district(of: found.name, from: place, end: found.end) { return district }
        return Fact(found.name, transcript.range(place..<found.end))
      }
    }
    return nil
  }

  /// `Rada MČ Praha 7`: the numbered parts of the capital have councils of their own.
  private func district(of town: String, from place: Int, end: Int) -> Fact<String>? {
    guard town == Self.capital, let number = transcript.tokens[end].number,
      (1...Self.mostDistricts).contains(number), transcript.tokens[end].gap == .space,
      !transcript.is(end + 1, ".") || transcript.tokens[end + 1].gap != .none
    else { return nil }
    return Fact("\(town) \(number)", transcript.range(place..<end + 1))
  }

  private static let capital = "Praha"
  private static let mostDistricts = 22

  /// `V Liberci dne …` in the last lines.
  private func signed() -> Fact<String>? {
    for line in transcript.lines.suffix(12)
    where transcript.is(line.tokens.lowerBound, "v") || transcript.is(line.tokens.lowerBound, "ve")
    {
      if let found = municipality(in: line.tokens) { return found }
    }
    return nil
  }

  private func mostFrequent() -> Fact<String>? {
    var counts: [String: (count: Int, place: Range<Int>)] = [:]
    for place in transcript.tokens.indices where transcript.tokens[place].isCapitalized {
      guard
        let found = Municipalities.czech.match(
          transcript.tokens, at: place, limit: transcript.tokens.count), !isSurname(place)
      else { continue }
      counts[found.name, default: (0, place..<found.end)].count += 1
    }
    let best = counts.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }
    guard let best, best.value.count > 1 || best.key.contains(" ") else { return nil }
    return Fact(best.key, transcript.range(best.value.place), confidence: 0.75)
  }
}
