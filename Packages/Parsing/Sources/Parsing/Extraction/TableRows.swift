import Domain

/// The rows of tables: lines of the plain text with tabs between cells.
struct TableRows {
  /// The text.
  let transcript: Transcript

  /// Returns the cells of a line by column, empty ones included; a line without tabs has one cell.
  func cells(ofLine line: Int) -> [Range<Int>] {
    let tokens = transcript.lines[line].tokens
    guard let first = tokens.first else { return [] }
    var cells: [Range<Int>] = Array(
      repeating: first..<first, count: tabs(from: lineStart(of: first), to: first))
    var start = first
    for place in tokens.dropFirst() {
      let gap = tabs(
        from: transcript.tokens[place - 1].range.end, to: place)
      guard gap > 0 else { continue }
      cells.append(start..<place)
      cells += Array(repeating: place..<place, count: gap - 1)
      start = place
    }
    cells.append(start..<tokens.upperBound)
    return cells
  }

  private func lineStart(of token: Int) -> Int {
    var start = transcript.tokens[token].range.start
    while start > 0, transcript.bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    return start
  }

  private func tabs(from start: Int, to token: Int) -> Int {
    let end = transcript.tokens[token].range.start
    return transcript.bytes[min(start, end)..<end].count { $0 == UInt8(ascii: "\t") }
  }
}
