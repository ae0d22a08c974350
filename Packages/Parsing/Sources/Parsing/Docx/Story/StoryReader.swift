import Domain

/// Reads a story of a Word document: the body, the notes, the comments, a header or a footer.
///
/// One pass over the events. Elements that mean nothing are walked through, so that text in
/// wrappers of any producer is found; what must not be seen is skipped by name.
struct StoryReader: XMLConsumer {
  let kind: StoryKind
  let part: String
  let styles: StyleSheet
  let relationships: Relationships
  /// The counts of lists; they go on from story to story.
  var counters: ListCounters
  /// The numbers of notes.
  var notes: NoteNumbers
  /// The identifiers of the headers and footers of all sections, in their order.
  var edges: [(kind: PageEdge.Kind, id: String)] = []
  /// Whether the root is what a document starts with.
  var hasDocumentRoot = true

  var flow = StoryFlow()
  var outerFlows: [StoryFlow] = []
  var fields: FieldStack
  var run = RunState()
  var roles: [ElementRole] = []
  var ranges: [OpenRange] = []
  var alternatives: [Alternatives] = []
  /// The objects of the formula that is read, the outermost first.
  var mathObjects: [MathObject] = []
  /// Whether an object of a formula has just ended, after which words do not go on.
  var endsMathObject = false
  /// Counts what became text, to know whether an alternative had any.
  var produced = 0
  /// How many open elements were deleted or moved away.
  var deletedDepth = 0
  var isText = false
  var isInstruction = false
  var tableCount = 0
  /// Counts paragraphs and flows, to know whether a range begins and ends in one.
  var paragraphCount = 0
  /// The number of paragraphs that have started.
  var paragraphNumber = 0
  /// The comment that is open.
  var comment: Comment?
  private var skippedDepth = Int.max
  /// The style that was looked up last, as neighbours often share one.
  var lastStyle: (id: [UInt8], number: Int?) = ([], nil)

  /// Prepares for a part.
  init(
    _ kind: StoryKind, part: String, styles: StyleSheet, relationships: Relationships,
    counters: ListCounters, notes: NoteNumbers, ignoredFields: Set<Int> = []
  ) {
    self.kind = kind
    self.part = part
    self.styles = styles
    self.relationships = relationships
    self.counters = counters
    self.notes = notes
    fields = FieldStack(ignoring: ignoredFields)
    roles.reserveCapacity(64)
  }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes, depth: Int) {
    guard depth <= skippedDepth else { return }
    if depth == 1 { hasDocumentRoot = name == XMLName(.word, .document) }
    let role =
      switch name.space {
      case .word: startWord(name.local, attributes)
      case .compatibility: startAlternative(name.local)
      case .math: startMath(name.local, attributes)
      case .drawing, .vml: startForeign(name, attributes)
      default: ElementRole.other
      }
    if role == .skipped { skippedDepth = depth } else { roles.append(role) }
  }

  mutating func end(depth: Int) {
    guard depth < skippedDepth else {
      if depth == skippedDepth { skippedDepth = .max }
      return
    }
    guard let role = roles.popLast() else { return }
    switch role {
    case .other, .paragraphProperties, .markProperties, .rowProperties, .cellProperties: break
    case .text: isText = false
    case .run: run = RunState()
    case .runProperties, .skipped: break
    case .instruction: isInstruction = false
    case .paragraph: endParagraph()
    case .boxedParagraph:
      endParagraph()
      leaveFlow()
    case .table: endTable()
    case .boxedTable:
      endTable()
      leaveFlow()
    case .row: endRow()
    case .cell: endCell()
    case .textBox: leaveFlow()
    case .hyperlink, .simpleField, .inserted, .movedTo, .deleted, .movedFrom: endRange(role)
    case .alternatives: alternatives.removeLast()
    case .choice: endChoice()
    case .note: endNote()
    case .ruby: appendSeen(")")
    case .formula: separateWords()
    case .subscripted: appendSeen("]")
    case .mathObject: endMathObject()
    }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isText {
      guard isSeen else { return }
      if run.markedNote != nil { takeMark(bytes) }
      if let font = run.symbolFont, bytes.contains(0xEF) {
        appendSymbols(String(decoding: bytes, as: UTF8.self), font)
      } else {
        flow.paragraph.append(bytes, emphasis)
      }
      produced += 1
    } else if isInstruction {
      fields.instruct(bytes)
    }
  }

  /// Whether text at this place is seen.
  var isSeen: Bool { deletedDepth == 0 && fields.codeDepth == 0 && !run.isHidden }

  /// Notes that something was skipped or repaired.
  mutating func warn(_ code: String) {
    let warning = ReadingWarning(code: code, place: part)
    guard !flow.builder.document.warnings.contains(warning) else { return }
    flow.builder.document.warnings.append(warning)
  }

  /// Ends the story.
  /// - Returns: Its finished lines.
  mutating func finish() -> DocumentBuilder {
    flushStray()
    while !outerFlows.isEmpty { leaveFlow() }
    flow.builder.document.parts = [part]
    return flow.builder
  }
}
