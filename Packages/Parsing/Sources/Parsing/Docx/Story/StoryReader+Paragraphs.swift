import Domain

extension StoryReader {
  mutating func startParagraph() -> ElementRole {
    let isBoxed = flow.isParagraphOpen
    if isBoxed { enterFlow() }
    if flow.paragraph.isEndDeleted {
      flow.paragraph.resetProperties()
    } else {
      flushStray()
      paragraphCount += 1
      flow.paragraph.number = paragraphNumber + 1
    }
    paragraphNumber += 1
    flow.isParagraphOpen = true
    return isBoxed ? .boxedParagraph : .paragraph
  }

  mutating func readParagraphProperty(_ name: XMLLocal, _ attributes: XMLAttributes) {
    guard flow.isParagraphOpen, let value = attributes[.val] else { return }
    switch name {
    case .pStyle: flow.paragraph.style = styleNumber(value)
    case .outlineLvl where roles.last == .paragraphProperties:
      flow.paragraph.outlineLevel = value.integer
    case .numId:
      flow.paragraph.numbering = flow.paragraph.numbering ?? NumberingReference()
      flow.paragraph.numbering?.number = value.integer
    case .ilvl:
      flow.paragraph.numbering = flow.paragraph.numbering ?? NumberingReference()
      flow.paragraph.numbering?.level = value.integer
      if !(0...Numbering.deepestLevel).contains(value.integer ?? -1) { warn("invalid-list-level") }
    default: break
    }
  }

  /// The number of the style that an attribute names.
  mutating func styleNumber(_ value: XMLValue) -> Int? {
    if lastStyle.id.elementsEqual(value.bytes) { return lastStyle.number }
    lastStyle = (Array(value.bytes), styles.number(of: value.string))
    return lastStyle.number
  }

  mutating func endParagraph() {
    flow.isParagraphOpen = false
    if !flow.paragraph.isEndDeleted { emit() }
  }

  /// Ends whatever text is left: of a paragraph whose end was deleted, or outside of any paragraph.
  mutating func flushStray() {
    if !flow.paragraph.text.isEmpty || !flow.boxes.isEmpty { emit() }
    flow.paragraph.reset()
  }

  private mutating func emit() {
    let style = (flow.paragraph.style ?? styles.defaultParagraph).map { styles.resolved[$0] }
    var block = Block(
      kind: blockKind(style), range: SourceRange(0, 0), textRange: SourceRange(0, 0))
    if let reference = reference(style), fields.codeDepth == 0,
      let item = counters.next(reference)
    {
      block.listLevel = item.level
      if !item.label.isEmpty { block.label = item.label }
    }
    if let label = flow.pendingLabel {
      block.label = label
      flow.pendingLabel = nil
    }
    flow.append(block)
    flow.paragraph.reset()
    flow.appendBoxes()
  }

  private func blockKind(_ style: StyleSheet.Resolved?) -> Block.Kind {
    if !outerFlows.isEmpty { return .textBox }
    guard kind == .body else { return kind.blockKind }
    if style?.isCaption ?? false { return .caption }
    if let outline = flow.paragraph.outlineLevel {
      return (0..<9).contains(outline) ? .heading(level: outline + 1) : .paragraph
    }
    return style?.headingLevel.map { .heading(level: $0) } ?? .paragraph
  }

  /// The list of the paragraph: its own, completed or replaced by that of its style.
  private func reference(_ style: StyleSheet.Resolved?) -> NumberingReference? {
    guard let own = flow.paragraph.numbering else { return style?.numbering }
    return NumberingReference(
      number: own.number ?? style?.numbering?.number,
      level: own.level ?? style?.numbering?.level, style: style?.numbering?.style)
  }

  // MARK: Text boxes

  mutating func enterFlow() {
    outerFlows.append(flow)
    flow = StoryFlow()
    paragraphCount += 1
  }

  mutating func leaveFlow() {
    flushStray()
    guard var outer = outerFlows.popLast() else { return }
    outer.boxes.append(flow.builder)
    flow = outer
    paragraphCount += 1
  }
}
