import Domain

/// The table of an agreement that says who does what until when and how often.
struct CommitmentTable {
  /// The text.
  let transcript: Transcript

  /// Which column holds what.
  private struct Columns {
    var output: Int
    var term: Int
  }

  private static let longestOutput = 6
  private static let longestPhase = 4

  /// Returns the commitments in the order of the rows.
  func commitments() -> [ExtractedCommitment] {
    let rows = TableRows(transcript: transcript)
    var columns: Columns?
    var activity: Fact<String>?
    var found: [ExtractedCommitment] = []
    for line in transcript.lines.indices {
      let cells = rows.cells(ofLine: line)
      if let header = header(cells) {
        columns = header
        continue
      }
      guard let columns, cells.count > 2 else { continue }
      if !cells[0].isEmpty { activity = name(cells[0]) }
      guard let activity else { continue }
      found += row(cells, columns, activity)
    }
    return found
  }

  private func header(_ cells: [Range<Int>]) -> Columns? {
    guard cells.count > 2, transcript.first(["cinnost", "aktivita"], in: cells[0]) != nil else {
      return nil
    }
    let output = cells.firstIndex { transcript.first(["vystup", "vystupy"], in: $0) != nil }
    let term = cells.firstIndex { transcript.first(["termin"], in: $0) != nil }
    guard let output, let term else { return nil }
    return Columns(output: output, term: term)
  }

  /// A long remark in brackets is no part of the activity's name.
  private func name(_ cell: Range<Int>) -> Fact<String> {
    guard let open = cell.first(where: { transcript.is($0, "(") }), open > cell.lowerBound,
      cell.upperBound - open > 5
    else { return transcript.fact(cell) }
    return transcript.fact(cell.lowerBound..<open)
  }

  private func row(
    _ cells: [Range<Int>], _ columns: Columns, _ activity: Fact<String>
  ) -> [ExtractedCommitment] {
    guard columns.term < cells.count, !cells[columns.term].isEmpty else { return [] }
    let term = cells[columns.term]
    var base = ExtractedCommitment(activity: activity)
    let output = cells[columns.output]
    if !output.isEmpty, wordCount(output) <= Self.longestOutput {
      base.output = transcript.fact(output)
    }
    let times = TimesPerYear(transcript: transcript).parts(of: term)
    if !times.isEmpty { return repeated(times, base) }
    let dates = DateScanner(tokens: transcript.tokens[term]).dates()
    guard let date = dates.first, let period = date.period() else { return [] }
    base.due = Fact(period, transcript.range(date.tokens))
    if wordCount(cells[1]) <= Self.longestPhase, !cells[1].isEmpty {
      base.what = transcript.fact(cells[1])
    }
    base.persons = count(before: ["osob", "osoby"], in: cells[1])
    base.events = count(before: ["akcich", "akci", "akce"], in: cells[1])
    return [base]
  }

  private func repeated(
    _ times: [TimesPerYear.Part], _ base: ExtractedCommitment
  ) -> [ExtractedCommitment] {
    times.map { part in
      var commitment = base
      commitment.atLeast = part.count
      commitment.per = part.isYearly ? "year" : "agreement"
      if let what = part.what, part.isYearly {
        commitment.what = transcript.fact(what)
        commitment.output = nil
      }
      return commitment
    }
  }

  private func wordCount(_ tokens: Range<Int>) -> Int {
    tokens.count { transcript.tokens[$0].kind == .word }
  }

  private func count(before words: WordSet, in tokens: Range<Int>) -> Fact<Int>? {
    for place in tokens.dropLast() {
      guard let value = transcript.tokens[place].number,
        words.contains(transcript.tokens[place + 1].folded)
      else { continue }
      return Fact(value, transcript.range(place..<place + 2))
    }
    return nil
  }
}
