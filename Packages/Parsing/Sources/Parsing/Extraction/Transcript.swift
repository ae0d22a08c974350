import Domain

/// A document as the extractors see it: tokens in lines.
struct Transcript {
  /// The plain text.
  let bytes: [UInt8]
  /// The tokens of all lines.
  let tokens: Tokens
  /// The lines that have tokens.
  let lines: [TranscriptLine]
  private let index: WordIndex

  /// Reads the plain text of a document.
  init(_ document: Document) {
    self.init(document.plainText, apart: Self.apart(document.blocks))
  }

  /// Reads a text.
  ///
  /// - Parameter apart: Where the lines begin that stand under an empty line of the file.
  init(_ text: String, apart: [Int] = []) {
    bytes = Array(text.utf8)
    tokens = Tokens(RunOnLabels.broken(LetterBullets.marked(Tokenizer.tokens(of: bytes))))
    lines = TranscriptLine.lines(of: tokens, in: bytes, apart: apart)
    index = WordIndex(tokens)
  }

  /// Where the blocks begin that empty lines set apart; where most are, the lines say nothing.
  private static func apart(_ blocks: [Block]) -> [Int] {
    let starts = blocks.lazy.filter(\.isApart).map(\.range.start)
    return starts.count * 2 > blocks.count ? [] : Array(starts)
  }

  /// Some lines of a transcript, with the places of the whole text.
  init(_ whole: Transcript, lines part: Range<Int>) {
    bytes = whole.bytes
    let first = whole.lines[part.lowerBound].tokens.lowerBound
    let end = whole.lines[part.upperBound - 1].tokens.upperBound
    tokens = Tokens(Array(whole.tokens[first..<end]))
    lines = whole.lines[part].map { $0.moved(by: -first) }
    index = WordIndex(tokens)
  }

  /// The places of a word, in the order of the text.
  func places(of word: String) -> [Int] {
    var found: [Int] = []
    index.collect(word.leadingBytes, into: &found) { tokens[$0].folded == word }
    return found.sorted()
  }

  /// The places of some words, in the order of the text.
  func places(of words: WordSet) -> [Int] {
    var found: [Int] = []
    for key in words.keys {
      index.collect(key, into: &found) { place in
        // Words that begin in other ways may stand in the same row of the index.
        tokens[place].folded.leadingBytes == key && words.contains(tokens[place].folded)
      }
    }
    return found.sorted()
  }

  /// The places of the words of a list, in the order of the text.
  func places(of words: WordList) -> [Int] {
    guard let keys = words.keys else {
      return tokens.indices.filter { words.contains(tokens[$0].folded) }
    }
    var found: Set<Int> = []
    var candidates: [Int] = []
    for key in keys {
      index.collect(key, into: &candidates) { words.contains(tokens[$0].folded) }
    }
    found.formUnion(candidates)
    return found.sorted()
  }

  /// Whether the text has this word with a capital, as it has the names of people.
  func names(_ word: String) -> Bool {
    let folded = Folding.fold(word)
    var found: [Int] = []
    index.collect(folded.leadingBytes, into: &found) {
      tokens[$0].folded == folded && tokens[$0].isCapitalized
    }
    return found.contains { text($0..<$0 + 1) == word }
  }

  /// The line that holds a token; linear only in the logarithm of the number of lines.
  func line(of token: Int) -> Int {
    var low = 0
    var high = lines.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle].tokens.lowerBound <= token { low = middle } else { high = middle }
    }
    return low
  }

  /// The token after the last one of the line that holds `token`.
  func lineEnd(of token: Int) -> Int {
    token < tokens.count ? lines[line(of: token)].tokens.upperBound : tokens.count
  }

  /// Whether a new line begins at a token that does not go on with the sentence of the line above.
  func isBreak(_ token: Int) -> Bool {
    tokens[token].gap == .line && (token >= tokens.count || !lines[line(of: token)].isWrapped)
  }

  /// Whether the dot at `place` stands after an abbreviation or a title, as in `ul.` and `MUDr.`.
  func isAbbreviated(_ place: Int) -> Bool {
    let before = tokens[place - 1]
    guard before.kind == .word, tokens[place].gap == .none else { return false }
    return Words.isAbbreviation(before.folded) || Titles.czech.opens(before.folded)
      || before.isUppercase && isOrdinal(place - 1)
  }

  /// `na VIII. konferenci`: a Roman number inside of a line.
  private func isOrdinal(_ place: Int) -> Bool {
    tokens[place].gap != .line && tokens[place + 2].gap == .space
      && tokens[place].folded.utf8.allSatisfy { "ivxlc".utf8.contains($0) }
  }

  /// The place of tokens in the plain text.
  func range(_ tokens: Range<Int>) -> SourceRange {
    guard let first = tokens.first, let last = tokens.last else { return SourceRange(0, 0) }
    return SourceRange(self.tokens[first].range.start, self.tokens[last].range.end)
  }

  /// The text of tokens, with one space where there is white space or a line end.
  func text(_ tokens: Range<Int>) -> String {
    if tokens.count == 1, tokens.lowerBound < self.tokens.count {
      let range = self.tokens[tokens.lowerBound].range
      let word = bytes[range.start..<range.end]
      // Only letters put apart for emphasis have white space in one token.
      if word.allSatisfy({ $0 > 0x20 && $0 != 0xC2 }) {
        return String(decoding: word, as: UTF8.self)
      }
    }
    var text: [UInt8] = []
    for byte in paragraphs(tokens).utf8 {
      let isNoBreakSpace = byte == 0xA0 && text.last == 0xC2
      if isNoBreakSpace { text.removeLast() }
      let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte) || isNoBreakSpace
      if !isSpace {
        text.append(byte)
      } else if text.last != UInt8(ascii: " ") {
        text.append(UInt8(ascii: " "))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The text of tokens with its lines, separated by `\n`; blanks and tabs in a row are one blank.
  func paragraphs(_ tokens: Range<Int>) -> String {
    let range = range(tokens)
    var text: [UInt8] = []
    text.reserveCapacity(range.count)
    for byte in bytes[range.start..<range.end] {
      let isBlank = byte == 0x20 || byte == 0x09
      if isBlank, text.last == 0x20 { continue }
      text.append(isBlank ? 0x20 : byte)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The text of tokens as a fact.
  func fact(_ tokens: Range<Int>, confidence: Double = 0.95) -> Fact<String> {
    Fact(text(tokens), range(tokens), confidence: confidence)
  }

  /// Tokens without the marks of a sentence at both ends.
  func trimmed(_ tokens: Range<Int>) -> Range<Int> {
    trimmed(tokens) { Self.edgeMarks.contains($0) }
  }

  /// Tokens without the marks in `marks` at both ends.
  func trimmed(_ tokens: Range<Int>, marks: WordSet) -> Range<Int> {
    trimmed(tokens) { marks.contains($0) }
  }

  /// Tokens without the few marks in `marks` at both ends.
  func trimmed(_ tokens: Range<Int>, marks: [String]) -> Range<Int> {
    trimmed(tokens) { marks.contains($0) }
  }

  private func trimmed(_ tokens: Range<Int>, _ isEdge: (String) -> Bool) -> Range<Int> {
    var lower = tokens.lowerBound
    var upper = tokens.upperBound
    while lower < upper, isEdge(self.tokens[lower].folded) { lower += 1 }
    while upper > lower, isEdge(self.tokens[upper - 1].folded) { upper -= 1 }
    return lower..<upper
  }

  /// Marks that belong to the sentence around a value and not to the value.
  static let edgeMarks: WordSet = [",", ";", ":", ".", "-", "•", "/", "|", "+"]

  /// The tokens that begin inside of a range of the plain text.
  func tokens(of source: SourceRange) -> Range<Int> {
    let first = firstToken(from: source.start)
    return first..<max(first, firstToken(from: source.end))
  }

  /// The first token that begins at a byte or after it; logarithmic in the number of tokens.
  private func firstToken(from byte: Int) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].range.start < byte { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether a role is named from a token on: `starosta`, `sociální pracovnice`.
  func isRole(_ place: Int) -> Bool {
    let word = tokens[place].folded
    if Words.isRole(word) { return true }
    return Words.isRoleAdjective(word) && Words.isRole(tokens[place + 1].folded)
      && tokens[place + 1].gap != .line
  }

  /// Whether the token at `place` is `word`.
  @inline(__always)
  func `is`(_ place: Int, _ word: String) -> Bool {
    place >= 0 && place < tokens.count && tokens[place].folded == word
  }

  /// The first place in `tokens` where one of the few `words` stands.
  func first(_ words: [String], in tokens: Range<Int>) -> Int? {
    tokens.first { words.contains(self.tokens[$0].folded) }
  }

  /// The first place in `tokens` where one of `words` stands.
  func first(_ words: WordSet, in tokens: Range<Int>) -> Int? {
    tokens.first { words.contains(self.tokens[$0].folded) }
  }
}
