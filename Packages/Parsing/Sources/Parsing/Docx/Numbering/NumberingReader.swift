/// Reads the part of the list definitions.
struct NumberingReader: XMLConsumer {
  private var numbering = Numbering()
  private var abstract: Int?
  private var list: Int?
  private var level: Int?
  private var overridden: Int?
  private var skippedDepth = Int.max

  /// The definitions, links between them resolved.
  var result: Numbering {
    var result = numbering
    result.resolveLinks()
    return result
  }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes, depth: Int) {
    guard depth <= skippedDepth else { return }
    // The fallback is for readers that do not know the format of the choice.
    if name == XMLName(.compatibility, .fallback) { skippedDepth = depth }
    guard name.space == .word else { return }
    let value = attributes[.val]
    switch name.local {
    case .abstractNum:
      (abstract, list, level) = (attributes[.abstractNumId]?.integer, nil, nil)
      if let abstract { numbering.abstracts[abstract] = Numbering.Abstract() }
    case .num:
      (abstract, list, level) = (nil, attributes[.numId]?.integer, nil)
      if let list { numbering.lists[list] = Numbering.List() }
    case .abstractNumId:
      if let list, let id = value?.integer { numbering.lists[list]?.abstract = id }
    case .lvlOverride: overridden = attributes[.ilvl]?.integer
    case .startOverride:
      guard let list, let overridden else { return }
      numbering.lists[list]?.starts[overridden] = value?.integer ?? 1
    case .numStyleLink: change { $0.numStyleLink = value?.string }
    case .styleLink: change { $0.styleLink = value?.string }
    case .lvl:
      level = attributes[.ilvl]?.integer.flatMap {
        (0...Numbering.deepestLevel).contains($0) ? $0 : nil
      }
      changeLevel { $0 = Numbering.Level() }
    default: readLevel(name.local, value, attributes)
    }
  }

  mutating func end(depth: Int) {
    if depth == skippedDepth { skippedDepth = .max }
  }

  private mutating func readLevel(
    _ name: XMLLocal, _ value: XMLValue?, _ attributes: XMLAttributes
  ) {
    guard level != nil else { return }
    switch name {
    case .start: changeLevel { $0.start = value?.integer ?? 1 }
    case .numFmt:
      let format = NumberFormat(value?.string ?? "", custom: attributes[.format]?.string)
      changeLevel { $0.format = format }
    case .lvlText: changeLevel { $0.text = value.map { Array($0.bytes) } ?? [] }
    case .isLgl: changeLevel { $0.isLegal = attributes.isOn }
    case .lvlRestart: changeLevel { $0.restart = value?.integer }
    case .pStyle: changeLevel { $0.style = value?.string }
    case .rFonts:
      guard let font = (attributes[.ascii] ?? attributes[.hAnsi])?.string else { return }
      changeLevel { $0.font = font }
    default: break
    }
  }

  private mutating func change(_ body: (inout Numbering.Abstract) -> Void) {
    guard let abstract, var changed = numbering.abstracts[abstract] else { return }
    body(&changed)
    numbering.abstracts[abstract] = changed
  }

  private mutating func changeLevel(_ body: (inout Numbering.Level) -> Void) {
    guard let level else { return }
    if let list {
      body(&numbering.lists[list, default: Numbering.List()].levels[level, default: .init()])
    } else if let abstract {
      body(&numbering.abstracts[abstract, default: .init()].levels[level, default: .init()])
    }
  }
}

extension NumberingReader {
  static let callbacks = XMLCallbacks(
    start: { session, local, _, space, _, _, count, _, attributes in
      XMLSession<NumberingReader>.start(session, local, space, count, attributes)
    },
    end: { session, _, _, _ in XMLSession<NumberingReader>.end(session) },
    text: { session, bytes, count in XMLSession<NumberingReader>.text(session, bytes, count) },
    documentType: { session, _, _, _ in XMLSession<NumberingReader>.refuseDocumentType(session) })
}
