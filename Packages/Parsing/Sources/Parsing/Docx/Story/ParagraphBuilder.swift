import Domain

/// A paragraph while its runs are read.
struct ParagraphBuilder {
  /// A soft line break in the text; XML cannot hold it otherwise.
  static let lineBreak: UInt8 = 0x0B

  /// The text as UTF-8.
  private(set) var text: [UInt8] = []
  /// The number of its style.
  var style: Int?
  /// The outline level that it states itself, 9 for body text.
  var outlineLevel: Int?
  /// Its own membership in a list.
  var numbering: NumberingReference?
  /// Whether its end was deleted, so that the next paragraph goes on with it.
  var isEndDeleted = false
  /// The number of the paragraph in its part, from 1.
  var number = 0
  /// Emphasised text, with ranges in the text.
  private(set) var runs: [Run] = []
  /// Links, with ranges in the text.
  var links: [Link] = []
  /// References to notes, with offsets in the text.
  var noteReferences: [NoteReference] = []
  /// Tracked changes, with ranges in the text.
  var revisions: [Revision] = []
  /// Whether the final text may have line breaks.
  private(set) var hasLineBreaks = false
  private var hasBold = false
  private var hasPlain = false

  /// Whether there is text and all of it is bold.
  var isBold: Bool { hasBold && !hasPlain }

  /// Appends text.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, _ emphasis: Emphasis) {
    let start = text.count
    text.append(contentsOf: bytes)
    if emphasis != [] { emphasise(start, emphasis) }
    let isBold = emphasis.contains(.bold)
    guard isBold ? !hasBold : !hasPlain, bytes.contains(where: { $0 > 0x20 }) else { return }
    if isBold { hasBold = true } else { hasPlain = true }
  }

  private mutating func emphasise(_ start: Int, _ emphasis: Emphasis) {
    if let last = runs.indices.last, runs[last].emphasis == emphasis,
      runs[last].range.end == start
    {
      runs[last].range = SourceRange(runs[last].range.start, text.count)
    } else {
      runs.append(
        Run(
          range: SourceRange(start, text.count), emphasis: emphasis,
          origin: Origin(part: 0, position: number)))
    }
  }

  /// Appends a tab, a line break or a character that a run's element stands for.
  mutating func append(_ scalar: Unicode.Scalar) {
    text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  /// Forgets the properties, as the paragraph that follows a deleted end has its own.
  mutating func resetProperties() {
    style = nil
    outlineLevel = nil
    numbering = nil
    isEndDeleted = false
  }

  /// Forgets everything but the memory.
  mutating func reset() {
    resetProperties()
    text.removeAll(keepingCapacity: true)
    number = 0
    if !runs.isEmpty { runs.removeAll(keepingCapacity: true) }
    if !links.isEmpty { links = [] }
    if !noteReferences.isEmpty { noteReferences = [] }
    if !revisions.isEmpty { revisions = [] }
    hasBold = false
    hasPlain = false
  }

  /// The text without the space at its ends.
  var trimmed: Range<Int> {
    var (lower, upper) = (0, text.count)
    while lower < upper, text[lower] <= 0x20 { lower += 1 }
    while lower < upper, text[upper - 1] <= 0x20 { upper -= 1 }
    return lower..<upper
  }
}

extension ParagraphBuilder {
  /// Brings the text into its final form: composed, without soft hyphens, line ends of the XML as
  /// spaces; in a table row also tabs and line breaks.
  mutating func normalize(inRow: Bool) {
    let (hasControls, hasOthers) = text.withUnsafeBufferPointer { Self.census($0) }
    hasLineBreaks = false
    if hasControls {
      for place in text.indices where text[place] < 0x20 {
        let isKept = text[place] == Self.lineBreak || text[place] == 0x09
        if !isKept || inRow { text[place] = 0x20 }
      }
      hasLineBreaks = !inRow
    }
    if hasOthers { rewrite() }
  }

  /// Whether there are controls, and bytes of characters that may have to be composed or taken out.
  private static func census(
    _ text: UnsafeBufferPointer<UInt8>
  ) -> (controls: Bool, others: Bool) {
    var (controls, others): (UInt64, UInt64) = (0, 0)
    var place = 0
    let bytes = UnsafeRawBufferPointer(text)
    while place + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      controls |= XMLWord.controls(word)
      others |= XMLWord.from0xCC(word) | XMLWord.matches(word, 0xC2)
      place += 8
    }
    for byte in text[place...] {
      controls |= byte < 0x20 ? 1 : 0
      others |= byte >= 0xCC || byte == 0xC2 ? 1 : 0
    }
    return (controls != 0, others != 0)
  }

  /// Composes piece by piece, so that links and references keep their places.
  private mutating func rewrite() {
    let hasSoftHyphen = zip(text, text.dropFirst()).contains { $0 == 0xC2 && $1 == 0xAD }
    guard hasSoftHyphen || NormalForm.mayChange(text) else { return }
    var cuts = Set([0, text.count])
    for run in runs { cuts.formUnion([run.range.start, run.range.end]) }
    for link in links { cuts.formUnion([link.range.start, link.range.end]) }
    for revision in revisions { cuts.formUnion([revision.range.start, revision.range.end]) }
    for reference in noteReferences { cuts.insert(reference.offset) }
    let places = cuts.sorted()
    var moved = [0: 0]
    var rewritten: [UInt8] = []
    for (start, end) in zip(places, places.dropFirst()) {
      rewritten += NormalForm.composed(Self.withoutSoftHyphens(text[start..<end]))
      moved[end] = rewritten.count
    }
    text = rewritten
    move { moved[$0] ?? $0 }
  }

  /// Changes all offsets.
  mutating func move(_ offset: (Int) -> Int) {
    func range(_ range: SourceRange) -> SourceRange {
      SourceRange(offset(range.start), offset(range.end))
    }
    for index in runs.indices { runs[index].range = range(runs[index].range) }
    for index in links.indices { links[index].range = range(links[index].range) }
    for index in revisions.indices { revisions[index].range = range(revisions[index].range) }
    for index in noteReferences.indices {
      noteReferences[index].offset = offset(noteReferences[index].offset)
    }
  }

  private static func withoutSoftHyphens(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var clean: [UInt8] = []
    for byte in text {
      if byte == 0xAD, clean.last == 0xC2 { clean.removeLast() } else { clean.append(byte) }
    }
    return clean
  }
}
