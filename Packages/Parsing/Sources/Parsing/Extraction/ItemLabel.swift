/// The number of an item at the beginning of a line: `1.`, `1)`, `a)`, `Ad. 1)`, `add3)`, `Bod č.
/// 2`.
struct ItemLabel: Hashable {
  /// How the number is written.
  enum Style: Hashable {
    /// `1.`, `1)`, `1/`
    case number
    /// `a)`, `A)`
    case letter
    /// `Ad 1)`, `Bod č. 2`, `K bodu 3`
    case reference
  }

  /// How the number is written.
  let style: Style
  /// The number without punctuation: `1`, `a`, `4.1`.
  let number: String
  /// The first token after the label.
  let titleStart: Int
  /// The mark behind the number, which tells the items of one list from those of another.
  var mark = ""

  /// The label in a text whose first tokens are missing.
  func moved(by offset: Int) -> ItemLabel {
    ItemLabel(style: style, number: number, titleStart: titleStart + offset, mark: mark)
  }

  /// Returns the label that a line begins with; dates are no labels.
  static func match(_ tokens: Tokens, line: Range<Int>) -> ItemLabel? {
    let start = line.lowerBound
    guard start < line.upperBound else { return nil }
    switch tokens[start].kind {
    case .number: return numbered(tokens, line)
    case .word: return lettered(tokens, line) ?? reference(tokens, line)
    case .mark: return nil
    }
  }

  /// Where a line begins behind its label or its bullet.
  static func contentStart(_ tokens: Tokens, line: Range<Int>) -> Int {
    if let label = match(tokens, line: line) { return label.titleStart }
    guard let first = line.first else { return line.lowerBound }
    return tokens[first].is("•") || tokens[first].is("-") ? first + 1 : first
  }

  private static func numbered(_ tokens: Tokens, _ line: Range<Int>) -> ItemLabel? {
    let start = line.lowerBound
    guard tokens[start].folded.utf8.count < 4, start + 1 < line.upperBound else { return nil }
    guard DateScanner(tokens: tokens[line]).date(at: start) == nil else { return nil }
    var number = tokens[start].folded
    var place = start + 1
    guard [".", ")", "/"].contains(tokens[place].folded) || isComma(place, tokens, line),
      tokens[place].gap != .wide
    else { return nil }
    place += 1
    while place < line.upperBound, tokens[place].gap == .none {
      let token = tokens[place]
      if token.is(".") || token.is(")") {
        place += 1
      } else if token.kind == .number, token.folded.utf8.count > 2 {
        // `1.000` is an amount.
        return nil
      } else if token.kind == .number || (token.kind == .word && token.folded.utf8.count == 1),
        place + 1 < line.upperBound, tokens[place + 1].gap == .none || token.kind == .number,
        !tokens[place - 1].is("/")
      {
        number += "." + token.folded
        place += 1
      } else {
        break
      }
    }
    if tokens[start + 1].is("/"), place < line.upperBound, tokens[place].kind == .number {
      return nil
    }
    return ItemLabel(
      style: .number, number: number, titleStart: place, mark: tokens[start + 1].folded)
  }

  /// `2, Rozpočet`: a comma for the dot.
  private static func isComma(_ place: Int, _ tokens: Tokens, _ line: Range<Int>) -> Bool {
    tokens[place].is(",") && tokens[place].gap == .none && place + 1 < line.upperBound
      && tokens[place + 1].isCapitalized && tokens[place + 1].gap == .space
  }

  private static func lettered(_ tokens: Tokens, _ line: Range<Int>) -> ItemLabel? {
    let start = line.lowerBound
    // `A. Nová` is a person, `A)` is a point.
    guard tokens[start].folded.utf8.count == 1, start + 1 < line.upperBound,
      tokens[start + 1].gap == .none,
      tokens[start + 1].is(")") || tokens[start + 1].is(".") && !tokens[start].isCapitalized
    else { return nil }
    return ItemLabel(style: .letter, number: tokens[start].folded, titleStart: start + 2)
  }

  private static func reference(_ tokens: Tokens, _ line: Range<Int>) -> ItemLabel? {
    var place = line.lowerBound
    let word = tokens[place].folded
    if word == "k", place + 1 < line.upperBound, tokens[place + 1].is("bodu") {
      place += 2
    } else if ["ad", "add", "bod"].contains(word) {
      place += 1
    } else {
      return nil
    }
    while place < line.upperBound, tokens[place].is(".") || tokens[place].is("c") { place += 1 }
    guard place < line.upperBound, tokens[place].kind == .number else { return nil }
    let number = tokens[place].folded
    place += 1
    if word == "bod", place < line.upperBound, tellings.contains(tokens[place].folded) {
      return nil
    }
    while place < line.upperBound, [".", ")", ":", "-", "/"].contains(tokens[place].folded) {
      place += 1
    }
    return ItemLabel(style: .reference, number: number, titleStart: place)
  }

  /// `Bod 6 nebyl schválen` is a sentence.
  private static let tellings: WordSet = [
    "byl", "nebyl", "je", "neni", "bude", "se", "schvalen", "neschvalen", "prijat", "neprijat",
  ]
}
