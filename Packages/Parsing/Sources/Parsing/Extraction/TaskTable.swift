import Domain

/// Tasks in a table whose head names the columns: `Úkol | Zodpovídá | Termín`.
struct TaskTable {
  /// The text.
  let transcript: Transcript
  /// The day of the meeting.
  let held: CalendarDate?

  /// The words that may head the column of tasks.
  static let words: WordSet = ["ukol", "ukoly", "opatreni", "co"]
  private static let people = ["zajist", "zodpov", "odpov", "kdo", "resitel", "provede"]
  private static let terms = ["termin", "splnit", "dokdy", "kdy"]

  private struct Columns {
    var task: Int
    var responsible: Int?
    var due: Int?
  }

  /// Returns the tasks under the head in a line, and the line after them.
  func tasks(under line: Int) -> (tasks: [ExtractedTask], nextLine: Int)? {
    guard transcript.first(Self.words, in: transcript.lines[line].tokens) != nil else { return nil }
    let rows = TableRows(transcript: transcript)
    guard let columns = columns(rows.cells(ofLine: line)) else { return nil }
    var found: [ExtractedTask] = []
    var next = line + 1
    while next < transcript.lines.count {
      let cells = rows.cells(ofLine: next)
      guard cells.count > 1 else { break }
      if let task = task(cells, columns) { found.append(task) }
      next += 1
    }
    return found.isEmpty ? nil : (found, next)
  }

  private func columns(_ head: [Range<Int>]) -> Columns? {
    func index(_ fits: (String) -> Bool) -> Int? {
      head.firstIndex { cell in
        cell.count < 5 && cell.first.map { fits(transcript.tokens[$0].folded) } ?? false
      }
    }
    guard head.count > 1, let task = index({ Self.words.contains($0) }) else { return nil }
    let columns = Columns(
      task: task,
      responsible: index { word in Self.people.contains(where: word.hasPrefix) },
      due: index { word in Self.terms.contains(where: word.hasPrefix) })
    return columns.responsible == nil && columns.due == nil ? nil : columns
  }

  private func task(_ cells: [Range<Int>], _ columns: Columns) -> ExtractedTask? {
    guard cells.indices.contains(columns.task) else { return nil }
    let text = transcript.trimmed(cells[columns.task])
    guard text.count > 1 else { return nil }
    var task = ExtractedTask(text: transcript.fact(text, confidence: 0.9))
    if let column = columns.responsible, cells.indices.contains(column), !cells[column].isEmpty {
      task.responsible = transcript.fact(transcript.trimmed(cells[column]), confidence: 0.9)
    }
    if let column = columns.due, cells.indices.contains(column),
      let date = DateScanner(tokens: transcript.tokens[cells[column]]).dates().first,
      let period = TaskSentence(transcript: transcript, held: held).period(of: date)
    {
      task.due = Fact(period, transcript.range(date.tokens))
    }
    return task
  }
}
