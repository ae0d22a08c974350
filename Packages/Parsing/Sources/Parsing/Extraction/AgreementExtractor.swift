import Domain

/// What an agreement on cooperation states about itself and about the people in charge.
struct AgreementExtractor {
  /// The parts of the document.
  let layout: Layout

  private var transcript: Transcript { layout.transcript }
  private var rows: TableRows { TableRows(transcript: transcript) }

  /// Returns seat, number, validity and commitments.
  func agreement() -> ExtractedAgreement {
    var agreement = ExtractedAgreement()
    for line in transcript.lines.indices {
      let cells = rows.cells(ofLine: line)
      guard cells.count == 2, let label = cells[0].first else { continue }
      let value = transcript.trimmed(cells[1])
      switch transcript.tokens[label].folded {
      case "sidlo": agreement.seat = agreement.seat ?? transcript.fact(value)
      case "ic", "ico":
        guard let number = CompanyNumber(transcript.text(value)) else { continue }
        agreement.ico = Fact(number, transcript.range(value))
      default: continue
      }
    }
    if let years = validity() {
      agreement.validFrom = years.from
      agreement.validTo = years.to
    }
    agreement.commitments = CommitmentTable(transcript: transcript).commitments()
    return agreement
  }

  /// Returns the people of rows *role, person*.
  func people() -> [ExtractedPerson] {
    let parser = NameParser(transcript: transcript)
    return transcript.lines.indices.compactMap { line in
      let cells = rows.cells(ofLine: line)
      guard cells.count == 2, cells[0].count > 0,
        let person = parser.person(at: cells[1].lowerBound, limit: cells[1].upperBound),
        person.isCertain, person.tokens.upperBound == cells[1].upperBound
      else { return nil }
      var found = ExtractedPerson(person: Fact(person.name, transcript.range(person.tokens)))
      found.role = transcript.fact(withoutNoteMark(cells[0]))
      return found
    }
  }

  /// A raised number at the end of a label refers to a note.
  private func withoutNoteMark(_ tokens: Range<Int>) -> Range<Int> {
    var end = tokens.upperBound
    while end > tokens.lowerBound + 1, transcript.tokens[end - 1].kind != .word,
      !transcript.is(end - 1, ")")
    {
      end -= 1
    }
    return tokens.lowerBound..<end
  }

  /// `Doba platnosti` and, below it, `2022 – 2026`.
  private func validity() -> (from: Fact<CalendarPeriod>, to: Fact<CalendarPeriod>)? {
    guard
      let label = transcript.tokens.indices.first(where: {
        transcript.is($0, "doba") && transcript.is($0 + 1, "platnosti")
      })
    else { return nil }
    for place in label..<min(label + 40, transcript.tokens.count) {
      guard let from = year(place), transcript.is(place + 1, "-"), let to = year(place + 2) else {
        continue
      }
      return (from, to)
    }
    return nil
  }

  private func year(_ place: Int) -> Fact<CalendarPeriod>? {
    guard place < transcript.tokens.count, let year = transcript.tokens[place].number,
      (1990...2100).contains(year), let date = CalendarDate(year: year)
    else { return nil }
    return Fact(CalendarPeriod(date), transcript.range(place..<place + 1))
  }
}
