import Domain

/// Labels of minutes inside of a long line, where a converter lost the lines of the page.
enum RunOnLabels {
  private static let longLine = 40
  private static let mostWords = 4
  private static let mostHeadLines = 8
  private static let people: WordSet = [
    "pritomni", "pritomna", "pritomen", "omluveni", "omluven", "omluvena", "nepritomni",
    "nepritomen", "neomluveni", "hoste", "host", "ucast", "prizvani",
  ]
  private static let others: WordSet = [
    "program", "zapsal", "zapsala", "zapisovatel", "zapisovatelka", "overovatel", "overovatele",
    "misto",
  ]

  /// Returns the tokens with a line's end before each such label of a line that lists people.
  static func broken(_ tokens: [Token]) -> [Token] {
    var result = tokens
    var start = 0
    var lines = 0
    while start < tokens.count {
      var end = start + 1
      while end < tokens.count, tokens[end].gap != .line { end += 1 }
      if lines < mostHeadLines, let place = presence(in: start + 1..<end, of: tokens) {
        result[place] = tokens[place].atLineStart
      }
      lines += 1
      if end - start > longLine {
        for place in labels(in: start + 1..<end, of: tokens) {
          result[place] = tokens[place].atLineStart
        }
      }
      start = end
    }
    return result
  }

  /// `konané dne 5. 6. v klubovně, za přítomnosti: …` in the title.
  private static func presence(in line: Range<Int>, of tokens: [Token]) -> Int? {
    guard line.count > 3 else { return nil }
    return line.dropLast(2).first { place in
      tokens[place].folded == "za" && tokens[place + 1].folded == "pritomnosti"
        && tokens[place + 2].folded == ":"
    }
  }

  private static func labels(in line: Range<Int>, of tokens: [Token]) -> [Int] {
    var found: [Int] = []
    var hasPeople = false
    for place in line where tokens[place].isCapitalized && tokens[place].gap != .none {
      let isPeople = people.contains(tokens[place].folded)
      guard isPeople || others.contains(tokens[place].folded),
        hasColon(after: place, in: line, of: tokens)
      else { continue }
      hasPeople = hasPeople || isPeople
      found.append(place)
    }
    return hasPeople ? found : []
  }

  private static func hasColon(after label: Int, in line: Range<Int>, of tokens: [Token]) -> Bool {
    var place = label + 1
    while place < line.upperBound, place - label <= mostWords {
      if tokens[place].folded == ":" { return true }
      guard tokens[place].kind == .word else { return false }
      place += 1
    }
    return false
  }
}
