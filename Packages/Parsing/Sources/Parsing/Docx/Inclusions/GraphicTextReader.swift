import Domain

/// Reads the words of a chart or a diagram: titles, names of series and categories, values.
struct GraphicTextReader: XMLConsumer {
  private var lines: [[UInt8]] = []
  private var line: [UInt8] = []
  private var isText = false
  private var textDepth = 0
  private var lineDepth = 0

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes, depth: Int) {
    switch (name.space, name.local) {
    case (.drawing, .t), (.chart, .v), (.other, .v), (.other, .pt):
      isText = true
      textDepth = depth
    case (.drawing, .p), (.chart, .pt):
      endLine()
      lineDepth = depth
    default: break
    }
  }

  mutating func end(depth: Int) {
    if isText, depth == textDepth { isText = false }
    if depth == lineDepth { endLine() }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard isText else { return }
    line.append(contentsOf: bytes.map { $0 < 0x20 ? 0x20 : $0 })
  }

  private mutating func endLine() {
    if line.contains(where: { $0 > 0x20 }) { lines.append(line) }
    line = []
    lineDepth = 0
  }

  /// The lines as blocks of one text box.
  func builder(part: String) -> DocumentBuilder {
    var builder = DocumentBuilder()
    builder.document.parts = [part]
    for (number, line) in (lines + [line]).enumerated() where !line.isEmpty {
      let line = NormalForm.mayChange(line) ? NormalForm.composed(line) : line
      builder.appendLine(line, .textBox, position: number + 1)
    }
    return builder
  }
}

extension GraphicTextReader {
  static let callbacks = XMLCallbacks(
    start: { session, local, _, space, _, _, count, _, attributes in
      XMLSession<GraphicTextReader>.start(session, local, space, count, attributes)
    },
    end: { session, _, _, _ in XMLSession<GraphicTextReader>.end(session) },
    text: { session, bytes, count in XMLSession<GraphicTextReader>.text(session, bytes, count) },
    documentType: { session, _, _, _ in XMLSession<GraphicTextReader>.refuseDocumentType(session) })
}
