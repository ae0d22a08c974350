import Domain

extension StoryReader {
  /// How the open run stands out; bold, italic and struck text of styles of paragraphs and of
  /// characters toggle each other (ECMA-376 part 1, 17.7.3).
  var emphasis: Emphasis {
    let paragraphStyle = flow.paragraph.style ?? styles.defaultParagraph
    var emphasis = paragraphStyle.map { styles.resolved[$0].emphasis } ?? []
    if let ofCharacters = run.style.map({ styles.resolved[$0].emphasis }) {
      let toggled = emphasis.symmetricDifference(ofCharacters).intersection(Emphasis.toggles)
      emphasis = emphasis.union(ofCharacters).subtracting(Emphasis.toggles).union(toggled)
    }
    return emphasis.subtracting(run.off).union(run.on)
  }

  mutating func startRunProperties() -> ElementRole {
    switch roles.last {
    case .run: .runProperties
    case .paragraphProperties: .markProperties
    default: .skipped
    }
  }

  mutating func readRunProperty(_ name: XMLLocal, _ attributes: XMLAttributes) {
    switch name {
    case .b, .i, .strike, .dstrike, .u, .vertAlign:
      let (on, off) = Emphasis.change(name, attributes)
      run.on = run.on.subtracting(off).union(on)
      run.off = run.off.subtracting(on).union(off)
    case .rFonts:
      run.symbolFont = (attributes[.ascii] ?? attributes[.hAnsi]).flatMap(SymbolFont.name)
    case .rStyle:
      run.style = attributes[.val].flatMap { styleNumber($0) }
      if let style = run.style, styles.resolved[style].isHidden { hide() }
    case .vanish:
      run.isHidden = false
      if attributes.isOn { hide() }
    default: break
    }
  }

  private mutating func hide() {
    run.isHidden = true
    warn("hidden-text")
  }

  /// Appends what an element in a run stands for.
  mutating func startRunContent(_ name: XMLLocal, _ attributes: XMLAttributes) {
    switch name {
    case .tab, .ptab: appendSeen("\t")
    case .br, .cr: appendSeen("\u{0B}")
    case .noBreakHyphen: appendSeen("\u{2011}")
    case .sym: appendSymbol(attributes)
    case .fldChar: readFieldMark(attributes)
    case .footnoteReference, .endnoteReference, .commentReference: refer(name, attributes)
    default: break
    }
  }

  mutating func appendSeen(_ scalar: Unicode.Scalar) {
    guard isSeen else { return }
    flow.paragraph.append(scalar)
    produced += 1
  }

  private mutating func appendSymbol(_ attributes: XMLAttributes) {
    guard let code = attributes[.char].flatMap({ UInt32($0.string, radix: 16) }), code >= 0x20
    else { return }
    // A font of symbols has its signs at the low codes as well.
    let isLow = code < 0x100 && attributes[.font].flatMap(SymbolFont.name) != nil
    guard let scalar = Unicode.Scalar(isLow ? 0xF000 | code : code) else { return }
    appendSeen(SymbolFont.replace(scalar, attributes[.font]?.string))
  }

  /// Appends text in a font of symbols.
  mutating func appendSymbols(_ text: String, _ font: String) {
    var text = SymbolFont.text(text, font)
    text.withUTF8 { flow.paragraph.append($0, emphasis) }
  }

  private mutating func refer(_ name: XMLLocal, _ attributes: XMLAttributes) {
    guard isSeen, let id = attributes[.id]?.integer else { return }
    let kind: StoryKind =
      switch name {
      case .endnoteReference: .endnotes
      case .commentReference: .comments
      default: .footnotes
      }
    if attributes[.customMarkFollows].map({ !$0.isOff }) ?? false {
      run.markedNote = (id, kind)
      return
    }
    flow.paragraph.noteReferences.append(
      NoteReference(
        offset: flow.paragraph.text.count, label: notes.refer(to: id, in: kind),
        kind: kind.blockKind))
  }

  /// Takes the text of a run as the mark of its note.
  mutating func takeMark(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let (id, kind) = run.markedNote else { return }
    let words = bytes.split { $0 <= 0x20 }
    guard let word = words.first else { return }
    let label = String(decoding: word, as: UTF8.self)
    run.markedNote = nil
    notes.mark(id, in: kind, label)
    flow.paragraph.noteReferences.append(
      NoteReference(
        offset: flow.paragraph.text.count, label: label, kind: kind.blockKind))
  }

  // MARK: Fields

  private mutating func readFieldMark(_ attributes: XMLAttributes) {
    guard let type = attributes[.fldCharType] else { return }
    if type.equals("begin") {
      fields.begin()
    } else if type.equals("separate") {
      fields.separate(paragraph: paragraphCount, offset: flow.paragraph.text.count)
    } else if type.equals("end"), let field = fields.end() {
      guard !field.isCode else { return appendChoice(of: field) }
      guard let target = FieldStack.target(of: field.instruction) else { return }
      let (paragraph, start) = field.resultStart
      addLink(OpenRange(paragraph: paragraph, start: start, text: target))
    }
  }

  /// What the field of a form shows: it has no result.
  private mutating func appendChoice(of field: FieldStack.Field) {
    let chosen = field.chosen ?? field.chosenByDefault
    guard isSeen, field.choices.indices.contains(chosen) else { return }
    field.choices[chosen].withUnsafeBufferPointer { flow.paragraph.append($0, emphasis) }
    produced += 1
  }

  /// Reads the data of a form's field (ECMA-376 part 1, 17.16.17): a list or a box to tick.
  mutating func readForm(_ name: XMLLocal, _ attributes: XMLAttributes) {
    switch name {
    case .checkBox: fields.changeForm { $0.choices = ["☐", "☒"].map { Array($0.utf8) } }
    case .checked: fields.changeForm { $0.chosen = attributes.isOn ? 1 : 0 }
    case .listEntry:
      guard let value = attributes[.val] else { return }
      fields.changeForm { $0.choices.append(Array(value.bytes)) }
    case .result: fields.changeForm { $0.chosen = attributes[.val]?.integer }
    case .isDefault:
      // A list states its number, a box whether it is ticked.
      let number = attributes[.val]?.integer ?? (attributes.isOn ? 1 : 0)
      fields.changeForm { $0.chosenByDefault = number }
    default: break
    }
  }

  mutating func startSimpleField(_ attributes: XMLAttributes) -> ElementRole {
    let target = attributes[.instr].flatMap { instruction in
      FieldStack.target(of: Array(instruction.bytes.drop { $0 == 0x20 }))
    }
    open(target ?? "")
    return .simpleField
  }

  // MARK: Links and tracked changes

  mutating func startHyperlink(_ attributes: XMLAttributes) -> ElementRole {
    let entry = attributes.value(.id, in: .relationships).flatMap { relationships[$0.string] }
    let anchor = attributes[.anchor].map { "#" + $0.string }
    open((entry?.target ?? "") + (anchor ?? ""))
    return .hyperlink
  }

  mutating func startRevision(_ name: XMLLocal, _ attributes: XMLAttributes) -> ElementRole {
    switch roles.last {
    case .markProperties:
      if name == .del || name == .moveFrom { flow.paragraph.isEndDeleted = true }
      return .skipped
    case .rowProperties:
      if name == .del, let table = flow.tables.indices.last {
        flow.tables[table].isRowDeleted = true
      }
      return .skipped
    case .paragraphProperties, .runProperties, .cellProperties: return .skipped
    default: break
    }
    open(attributes[.author]?.string ?? "", date: attributes[.date]?.string ?? "")
    switch name {
    case .ins: return .inserted
    case .moveTo: return .movedTo
    default:
      deletedDepth += 1
      return name == .del ? .deleted : .movedFrom
    }
  }

  private mutating func open(_ text: String, date: String = "") {
    ranges.append(
      OpenRange(
        paragraph: paragraphCount, start: flow.paragraph.text.count, text: text, date: date))
  }

  mutating func endRange(_ role: ElementRole) {
    guard let range = ranges.popLast() else { return }
    switch role {
    case .inserted: addRevision(.inserted, range)
    case .movedTo: addRevision(.movedTo, range)
    case .deleted:
      deletedDepth -= 1
      addRevision(.deleted, range)
    case .movedFrom:
      deletedDepth -= 1
      addRevision(.movedFrom, range)
    default: addLink(range)
    }
  }

  private mutating func addLink(_ range: OpenRange) {
    guard range.paragraph == paragraphCount, !range.text.isEmpty,
      range.start < flow.paragraph.text.count
    else { return }
    flow.paragraph.links.append(
      Link(range: SourceRange(range.start, flow.paragraph.text.count), target: range.text))
  }

  private mutating func addRevision(_ kind: Revision.Kind, _ range: OpenRange) {
    guard range.paragraph == paragraphCount else { return }
    flow.paragraph.revisions.append(
      Revision(
        kind: kind, range: SourceRange(range.start, flow.paragraph.text.count),
        author: range.text, date: range.date))
  }
}
