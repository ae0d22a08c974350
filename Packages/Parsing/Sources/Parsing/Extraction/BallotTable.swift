import Domain

/// Tables of votes: a head `Pro | Proti | Zdrželi se | Neplatné` and under it rows that each begin
/// with whom or what was voted on: `Ing. Jan Nový | 19 | 0 | 1 | 0 | zvolen`.
struct BallotTable {
  /// The parts of the document.
  let layout: Layout

  private var transcript: Transcript { layout.transcript }
  private static let mostHead = 16
  private static let mostOutcome = 3
  private static let most = 1000

  private enum Column { case inFavour, against, abstained, other }

  /// Returns the votes of all tables.
  func votes() -> [(place: Int, vote: ExtractedVote)] {
    transcript.places(of: "proti").flatMap { place -> [(place: Int, vote: ExtractedVote)] in
      guard transcript.tokens[place + 1].kind != .number, !transcript.is(place + 1, ":") else {
        return []
      }
      let head = transcript.line(of: place)
      guard let columns = columns(head) else { return [] }
      var found: [(place: Int, vote: ExtractedVote)] = []
      var line = head + 1
      while line < transcript.lines.count, let vote = row(line, columns) {
        found.append((transcript.lines[line].tokens.lowerBound, vote))
        line += 1
      }
      return found
    }
  }

  /// What the columns of numbers say, from the first of them on.
  private func columns(_ line: Int) -> [Column]? {
    let tokens = transcript.lines[line].tokens
    guard tokens.count < Self.mostHead,
      let start = tokens.first(where: { transcript.is($0, "pro") }),
      tokens.allSatisfy({
        transcript.tokens[$0].kind == .word || ["|", "."].contains(transcript.tokens[$0].folded)
      })
    else { return nil }
    let columns = (start..<tokens.upperBound).compactMap { place -> Column? in
      let word = transcript.tokens[place].folded
      if word == "pro" { return .inFavour }
      if word == "proti" { return .against }
      if word.hasPrefix("zdrz") { return .abstained }
      return word.hasPrefix("neplat") ? .other : nil
    }
    return columns.first == .inFavour && columns.contains(.against) ? columns : nil
  }

  private func row(_ line: Int, _ columns: [Column]) -> ExtractedVote? {
    let tokens = transcript.lines[line].tokens
    let cells = tokens.filter { !transcript.is($0, "|") }
    guard let last = cells.last(where: { transcript.tokens[$0].kind == .number }) else {
      return nil
    }
    let after = cells.count { $0 > last }
    let numbers = cells.filter { $0 <= last }.suffix(columns.count)
    guard after <= Self.mostOutcome, numbers.count == columns.count,
      numbers.allSatisfy({ isCell($0) }), let first = numbers.first
    else { return nil }
    let name = transcript.trimmed(tokens.lowerBound..<first, marks: ["|"])
    guard name.contains(where: { transcript.tokens[$0].kind == .word }) else { return nil }
    var counts: [Column: Fact<Int>] = [:]
    for (column, place) in zip(columns, numbers) {
      guard let value = transcript.tokens[place].number, value < Self.most else { return nil }
      counts[column] = Fact(value, transcript.range(place..<place + 1), confidence: 0.9)
    }
    guard let inFavour = counts[.inFavour], let against = counts[.against] else { return nil }
    // Secret ballots count invalid papers instead of abstentions.
    let abstained = counts[.abstained] ?? Fact(0, against.source, confidence: 0.6)
    guard inFavour.value + against.value + abstained.value > 0 else { return nil }
    return ExtractedVote(
      text: transcript.fact(name, confidence: 0.8), inFavour: inFavour, against: against,
      abstained: abstained)
  }

  /// A number that stands apart from the words around it.
  private func isCell(_ place: Int) -> Bool {
    transcript.tokens[place].kind == .number
      && (transcript.tokens[place].gap != .none || transcript.is(place - 1, "|"))
  }
}
