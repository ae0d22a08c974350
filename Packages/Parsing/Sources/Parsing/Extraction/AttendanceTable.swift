import Domain

/// Attendance drawn as a table: a column for each status with marks or names in it, or the status
/// beside each name.
struct AttendanceTable {
  /// The parts of the document.
  let layout: Layout

  /// The people of a table and the lines that it takes.
  struct Found {
    /// The people with their statuses, in the order of the lines.
    var people: [ListedPerson]
    /// The lines of the table.
    var lines: Range<Int>
  }

  private var transcript: Transcript { layout.transcript }
  private var rows: TableRows { TableRows(transcript: transcript) }
  private static let mostLines = 60
  private static let fewestPeople = 2

  /// Returns the first table in the first part of the document.
  func found() -> Found? {
    for line in transcript.lines.indices.prefix(Self.mostLines) {
      let table = underHeader(line) ?? besideNames(from: line)
      if let table, table.people.count >= Self.fewestPeople { return table }
    }
    return nil
  }

  /// `Jméno | Přítomen | Omluven` with marks, or `Přítomni | Omluveni` with names under them.
  private func underHeader(_ line: Int) -> Found? {
    let header = cells(line)
    var statuses = header.map { status(of: $0) }
    // `Účast | Přítomen | Omluven`: the first column heads the names.
    if let first = statuses.first, first != nil, statuses.dropFirst().contains(first) {
      statuses[0] = nil
    }
    guard statuses.count(where: { $0 != nil }) > 1 else {
      return statuses.firstIndex { $0 == .present }.flatMap { answered(below: line, $0) }
    }
    let hasNames = statuses.first == .some(nil)
    var people: [ListedPerson] = []
    var next = line + 1
    while next < transcript.lines.count, next < line + Self.mostLines {
      let row = cells(next)
      let found =
        hasNames
        ? marked(row, statuses).map { described($0, row, header) } : listed(row, statuses)
      guard !found.isEmpty else { break }
      people += found
      next += 1
    }
    return Found(people: people, lines: line..<next)
  }

  /// The name in the first cell, the status from the column that has a mark.
  private func marked(
    _ row: [Range<Int>], _ statuses: [AttendanceStatus?]
  ) -> [ListedPerson] {
    guard let person = row.lazy.compactMap({ person(in: $0) }).first,
      let column = row.indices.first(where: { index in
        index < statuses.count && statuses[index] != nil && isMarked(row[index])
      }), let status = statuses[column]
    else { return [] }
    return [person.with(status)]
  }

  private static let roles: WordSet = ["funkce", "role", "pozice"]
  private static let organizations: WordSet = [
    "organizace", "instituce", "subjekt", "zastupuje", "odbor",
  ]

  /// The person with the cells under `Funkce` and `Organizace`.
  private func described(
    _ person: ListedPerson, _ row: [Range<Int>], _ header: [Range<Int>]
  ) -> ListedPerson {
    var person = person
    for (cell, heading) in zip(row, header) {
      guard let first = heading.first, !cell.isEmpty, isMarked(cell) else { continue }
      let word = transcript.tokens[first].folded
      if Self.roles.contains(word) { person.role = person.role ?? transcript.fact(cell) }
      if Self.organizations.contains(word) {
        person.organization = person.organization ?? transcript.fact(cell)
      }
    }
    return person
  }

  /// `-` and `ne` leave a cell without a mark.
  private func isMarked(_ cell: Range<Int>) -> Bool {
    cell.contains { !["-", "ne", "0"].contains(transcript.tokens[$0].folded) }
  }

  private static let answers: WordSet = ["ano", "ne", "x", "-"]

  /// `Jméno | Účast` with *ano* or *ne* for each; a remark may say that somebody was excused.
  private func answered(below header: Int, _ column: Int) -> Found? {
    var people: [ListedPerson] = []
    var line = header + 1
    while column > 0, line < transcript.lines.count, line < header + Self.mostLines {
      let row = cells(line)
      guard column < row.count, row[column].count == 1, let answer = row[column].first,
        Self.answers.contains(transcript.tokens[answer].folded),
        let person = row[..<column].lazy.compactMap({ person(in: $0) }).first
      else { break }
      let remark = row[(column + 1)...].lazy.compactMap { status(of: $0) }.first
      people.append(person.with(isMarked(row[column]) ? .present : remark ?? .absent))
      line += 1
    }
    return people.isEmpty ? nil : Found(people: people, lines: header..<line)
  }

  /// A name in each cell, the status from its column.
  private func listed(
    _ row: [Range<Int>], _ statuses: [AttendanceStatus?]
  ) -> [ListedPerson] {
    zip(row, statuses).compactMap { cell, status in
      guard let status, let person = person(in: cell) else { return nil }
      return person.with(status)
    }
  }

  /// `Jan Nový | přítomen` in rows under each other.
  private func besideNames(from first: Int) -> Found? {
    var people: [ListedPerson] = []
    var line = first
    while line < transcript.lines.count, line < first + Self.mostLines {
      let row = cells(line)
      // The first column may number the rows.
      guard row.count > 1, let person = person(in: row[0]) ?? person(in: row[1]),
        let status = row.dropFirst().lazy.compactMap({ status(of: $0) }).first
      else { break }
      people.append(person.with(status))
      line += 1
    }
    return Found(people: people, lines: first..<line)
  }

  /// Cells are split by tabs; where there are none, by strokes or by wide gaps.
  private func cells(_ line: Int) -> [Range<Int>] {
    let tabbed = rows.cells(ofLine: line)
    if tabbed.count > 1 { return tabbed }
    let tokens = transcript.lines[line].tokens
    let strokes = tokens.filter { transcript.is($0, "|") && $0 > tokens.lowerBound }
    if !strokes.isEmpty {
      let first = tokens.lowerBound + (transcript.is(tokens.lowerBound, "|") ? 1 : 0)
      return zip([first] + strokes.map { $0 + 1 }, strokes + [tokens.upperBound]).map {
        min($0, $1)..<$1
      }
    }
    let starts = tokens.filter { $0 == tokens.lowerBound || transcript.tokens[$0].gap == .wide }
    return starts.indices.map { index in
      starts[index]..<(index + 1 < starts.count ? starts[index + 1] : tokens.upperBound)
    }
  }

  private func status(of cell: Range<Int>) -> AttendanceStatus? {
    guard let first = cell.first, cell.count < 4 else { return nil }
    return Labels.czech.people(transcript.tokens[first].folded).map { AttendanceStatus($0) }
  }

  /// The person of a cell with what brackets or a dash say of them.
  private func person(in cell: Range<Int>) -> ListedPerson? {
    guard let first = cell.first else { return nil }
    let start = ItemLabel.match(transcript.tokens, line: cell)?.titleStart ?? first
    let parser = NameParser(transcript: transcript)
    guard let person = parser.person(at: start, limit: cell.upperBound),
      person.isCertain || person.wordCount > 1, person.tokens.lowerBound - start < 3
    else { return nil }
    let listed = PeopleList(transcript, in: start..<cell.upperBound).people.first
    return listed ?? ListedPerson(person: person)
  }
}
