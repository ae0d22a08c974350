import Domain

/// A labelled part of minutes.
struct Section {
  /// What the label opens.
  let kind: LabelKind
  /// The tokens of the label.
  let label: Range<Int>
  /// The tokens from after the label to the next label.
  let value: Range<Int>
  /// The line of the label.
  let line: Int
}

/// The parts of a document, recognised by labels and numbers before anything is read from them.
struct Layout {
  /// The text.
  let transcript: Transcript
  /// The labelled parts in order.
  let sections: [Section]
  /// The number at the beginning of each line.
  let itemLabels: [ItemLabel?]
  /// The kind of the label at the beginning of each line.
  let labelKinds: [LabelKind?]
  /// The lines before the first label or numbered item.
  let heading: Range<Int>
  /// The lines between `---` at the very beginning, as `key: value`.
  let frontMatter: Range<Int>

  /// The labels as they stand, before columns are put back.
  private let labels: [(match: LabelMatch, line: Int)]

  private static let mostHeadingLines = 15

  /// Recognises the parts of a document.
  init(_ transcript: Transcript) {
    let tokens = transcript.tokens
    var labels: [(match: LabelMatch, line: Int)] = []
    for (index, line) in transcript.lines.enumerated() {
      if let match = Labels.czech.match(tokens, line: line.tokens) { labels.append((match, index)) }
    }
    self.init(
      transcript, labels, transcript.lines.map { ItemLabel.match(tokens, line: $0.tokens) })
  }

  /// The parts of some lines of a document whose labels and numbers are known.
  ///
  /// - Parameter transcript: The text of these lines alone.
  init(_ whole: Layout, lines part: Range<Int>, transcript: Transcript) {
    let offset = whole.transcript.lines[part.lowerBound].tokens.lowerBound
    let first = whole.firstLabel(from: part.lowerBound)
    let labels = whole.labels[first..<max(first, whole.firstLabel(from: part.upperBound))]
    self.init(
      transcript, labels.map { ($0.match.moved(by: -offset), $0.line - part.lowerBound) },
      whole.itemLabels[part].map { $0?.moved(by: -offset) })
  }

  /// The index of the first label in a line or after it; logarithmic in the number of labels.
  private func firstLabel(from line: Int) -> Int {
    var low = 0
    var high = labels.count
    while low < high {
      let middle = (low + high) / 2
      if labels[middle].line < line { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private init(
    _ transcript: Transcript, _ labels: [(match: LabelMatch, line: Int)], _ items: [ItemLabel?]
  ) {
    self.transcript = transcript
    self.labels = labels
    itemLabels = items
    let tokens = transcript.tokens
    let front = Self.frontMatter(of: transcript)
    frontMatter = front
    let found = labels.indices.map { index in
      let next = index + 1 < labels.count ? labels[index + 1].match.tokens.lowerBound : tokens.count
      let label = labels[index].match
      return Section(
        kind: label.kind, label: label.tokens, value: label.tokens.upperBound..<next,
        line: labels[index].line)
    }
    sections = ColumnLayout(transcript: transcript).repaired(found)
    var kinds = [LabelKind?](repeating: nil, count: transcript.lines.count)
    for section in sections { kinds[section.line] = section.kind }
    labelKinds = kinds
    let firstLabel = labels.first { $0.match.kind.isMain && $0.line >= front.upperBound }
    var end = min(firstLabel?.line ?? .max, transcript.lines.count)
    end = min(end, front.upperBound + Self.mostHeadingLines)
    heading = front.upperBound..<max(front.upperBound, end)
  }

  /// The labelled parts of one kind.
  func sections(_ kind: LabelKind) -> [Section] { sections.filter { $0.kind == kind } }

  /// The tokens of some lines.
  func tokens(ofLines lines: Range<Int>) -> Range<Int> {
    guard let first = lines.first, let last = lines.last else { return 0..<0 }
    return transcript.lines[first].tokens.lowerBound..<transcript.lines[last].tokens.upperBound
  }

  /// The value of a key of the front matter.
  func frontValue(_ keys: String...) -> Range<Int>? {
    for line in frontMatter {
      let tokens = transcript.lines[line].tokens
      guard tokens.count > 2, transcript.is(tokens.lowerBound + 1, ":"),
        keys.contains(transcript.tokens[tokens.lowerBound].folded)
      else { continue }
      let value = transcript.trimmed(tokens.lowerBound + 2..<tokens.upperBound, marks: ["\"", "'"])
      if !value.isEmpty { return value }
    }
    return nil
  }

  private static let frontKeys: WordSet = [
    "layout", "title", "typ", "nazev", "date", "datum", "znacka", "present", "tags", "author",
  ]

  /// Static site generators keep fields of a page in lines `key: value` at the very beginning.
  private static func frontMatter(of transcript: Transcript) -> Range<Int> {
    var end = 0
    var known = 0
    while end < transcript.lines.count, end < 30, !transcript.lines[end].hasBlankAbove || end == 0 {
      let tokens = transcript.lines[end].tokens
      guard tokens.count > 1 || end > 1, transcript.is(tokens.lowerBound + 1, ":"),
        !transcript.tokens[tokens.lowerBound].isCapitalized
      else { break }
      if frontKeys.contains(transcript.tokens[tokens.lowerBound].folded) { known += 1 }
      end += 1
    }
    return known > 1 ? 0..<end : 0..<0
  }
}
