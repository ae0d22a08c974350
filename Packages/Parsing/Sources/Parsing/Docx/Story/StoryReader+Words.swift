import Domain

extension StoryReader {
  /// The role of an element of WordprocessingML.
  mutating func startWord(_ name: XMLLocal, _ attributes: XMLAttributes) -> ElementRole {
    switch name {
    case .r: return .run
    case .t:
      isText = true
      return .text
    case .rPr: return startRunProperties()
    case .p: return startParagraph()
    case .pPr: return .paragraphProperties
    case .tbl, .tr, .tc, .trPr, .tcPr, .tblGrid: return startTablePart(name)
    case .instrText:
      isInstruction = true
      return .instruction
    case .tblPr, .sdtPr, .smartTagPr, .customXmlPr, .delText, .delInstrText, .pPrChange, .rPrChange,
      .tblPrChange, .trPrChange, .tcPrChange, .sectPrChange, .numberingChange, .tblGridChange,
      .tblPrExChange:
      return .skipped
    case .ins, .del, .moveFrom, .moveTo: return startRevision(name, attributes)
    case .hyperlink: return startHyperlink(attributes)
    case .fldSimple: return startSimpleField(attributes)
    case .txbxContent:
      enterFlow()
      return .textBox
    case .headerReference, .footerReference:
      guard let id = attributes.value(.id, in: .relationships)?.string else { return .other }
      edges.append((name == .headerReference ? .header : .footer, id))
      return .other
    case .footnote, .endnote, .comment: return startNote(attributes)
    case .ddList, .listEntry, .result, .checkBox, .checked, .isDefault:
      readForm(name, attributes)
      return .other
    case .subDoc:
      warn("subdocument")
      return .other
    case .rt:
      appendSeen("(")
      return .ruby
    default:
      switch roles.last {
      case .run, .choice: startRunContent(name, attributes)
      case .runProperties: readRunProperty(name, attributes)
      case .paragraphProperties, .markProperties: readParagraphProperty(name, attributes)
      case .rowProperties, .cellProperties: readTableProperty(name, attributes)
      case .other: readParagraphProperty(name, attributes)
      default: break
      }
      return .other
    }
  }

  /// The role of an element of drawings and VML.
  mutating func startForeign(_ name: XMLName, _ attributes: XMLAttributes) -> ElementRole {
    switch (name.space, name.local) {
    case (.drawing, .r): return .run
    case (.drawing, .t):
      isText = true
      return .text
    case (.drawing, .p): return startParagraph()
    case (.drawing, .br):
      appendSeen("\u{0B}")
      return .other
    case (.vml, .textpath):
      if isSeen, let string = attributes[.string] {
        enterFlow()
        flow.paragraph.append(string.bytes, [])
        produced += 1
        leaveFlow()
      }
      return .other
    default: return .other
    }
  }

  /// The role of an element of markup compatibility: the first choice that has text is read, else
  /// the fallback.
  mutating func startAlternative(_ name: XMLLocal) -> ElementRole {
    switch name {
    case .alternateContent:
      alternatives.append(Alternatives())
      return .alternatives
    case .choice, .fallback:
      guard let last = alternatives.indices.last else { return .other }
      guard !alternatives[last].isTaken else { return .skipped }
      alternatives[last].produced = produced
      return .choice
    default: return .other
    }
  }

  mutating func endChoice() {
    guard let last = alternatives.indices.last else { return }
    alternatives[last].isTaken = produced != alternatives[last].produced
  }

  private mutating func startNote(_ attributes: XMLAttributes) -> ElementRole {
    if let type = attributes[.type], !type.equals("normal") { return .skipped }
    flushStray()
    let label = attributes[.id]?.integer.flatMap { notes.label(of: $0, in: kind) }
    if kind == .comments {
      comment = Comment(
        range: SourceRange(flow.builder.text.count, flow.builder.text.count), label: label ?? "",
        author: attributes[.author]?.string ?? "", date: attributes[.date]?.string ?? "")
    } else {
      flow.pendingLabel = label
    }
    return .note
  }

  mutating func endNote() {
    flushStray()
    guard var comment else { return }
    comment.range = SourceRange(comment.range.start, flow.builder.text.count - 1)
    if comment.range.count > 0 { flow.builder.document.comments.append(comment) }
    self.comment = nil
  }
}
