/// Reads the part of the styles.
struct StylesReader: XMLConsumer {
  private var styles: [StyleSheet.Style] = []
  private var current: StyleSheet.Style?
  private var styleDepth = 0
  private var skippedDepth = Int.max
  private var defaultParagraph: String?
  private var language: String?
  /// Styles of tables are most of the part and say nothing of what a paragraph is.
  private(set) var skipsElement = false

  /// The styles with inheritance resolved.
  var sheet: StyleSheet {
    StyleSheet(styles, defaultParagraph: defaultParagraph, language: language ?? "")
  }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes, depth: Int) {
    guard depth <= skippedDepth, name.space == .word else { return }
    skipsElement = false
    switch name.local {
    case .style where attributes[.type]?.equals("table") ?? false, .latentStyles:
      skipsElement = true
      skippedDepth = depth
    case .style:
      current = StyleSheet.Style(id: attributes[.styleId]?.string ?? "")
      styleDepth = depth
      let isDefault = attributes[.isDefault].map { !$0.isOff } ?? false
      if isDefault, attributes[.type]?.equals("paragraph") ?? true {
        defaultParagraph = defaultParagraph ?? current?.id
      }
    case .tblStylePr, .pPrChange, .rPrChange: skippedDepth = depth
    case .name where depth == styleDepth + 1: current?.name = attributes[.val]?.string ?? ""
    case .basedOn: current?.basedOn = attributes[.val]?.string
    case .outlineLvl: current?.outlineLevel = attributes[.val]?.integer
    case .numPr: current?.numbering = NumberingReference()
    case .numId: current?.numbering?.number = attributes[.val]?.integer
    case .ilvl: current?.numbering?.level = attributes[.val]?.integer
    case .b, .i, .strike, .dstrike, .u, .vertAlign:
      let (on, off) = Emphasis.change(name.local, attributes)
      current?.on.formUnion(on)
      current?.off.formUnion(off)
    case .lang where current == nil: language = language ?? attributes[.val]?.string
    case .vanish: current?.isHidden = attributes.isOn
    default: break
    }
  }

  mutating func end(depth: Int) {
    if depth == skippedDepth { skippedDepth = .max }
    guard depth == styleDepth, let style = current else { return }
    styles.append(style)
    current = nil
    styleDepth = 0
  }
}

extension StylesReader {
  static let callbacks = XMLCallbacks(
    start: { session, local, _, space, _, _, count, _, attributes in
      XMLSession<StylesReader>.start(session, local, space, count, attributes)
    },
    end: { session, _, _, _ in XMLSession<StylesReader>.end(session) },
    text: { session, bytes, count in XMLSession<StylesReader>.text(session, bytes, count) },
    documentType: { session, _, _, _ in XMLSession<StylesReader>.refuseDocumentType(session) })
}
