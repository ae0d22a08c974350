/// The content types of a package's parts (ECMA-376 part 2, 7.2.3).
struct ContentTypes: XMLConsumer {
  private var overrides: [(part: String, type: String)] = []
  private var defaults: [(ending: String, type: String)] = []
  /// Whether any name or ending stands for macros.
  private(set) var declaresMacros = false

  /// The content type of a part; empty when it has none.
  func type(of part: String) -> String {
    // The last one counts; few types are ever asked for.
    if let entry = overrides.last(where: { PartName.areEqual($0.part, part) }) { return entry.type }
    guard let dot = part.utf8.lastIndex(of: UInt8(ascii: ".")) else { return "" }
    let ending = String(part[part.utf8.index(after: dot)...])
    return defaults.last { PartName.areEqual($0.ending, ending) }?.type ?? ""
  }

  /// Whether a content type is that of a part with macros ([MS-OFFMACRO2]).
  func isMacro(_ type: String) -> Bool {
    type.utf8.count < 64 && type.lowercased().hasSuffix("vbaproject")
  }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes, depth: Int) {
    guard let type = attributes[.contentType]?.string else { return }
    if isMacro(type) { declaresMacros = true }
    if name.local == .override, let part = attributes[.partName]?.string {
      overrides.append((part, type))
    } else if name.local == .defaultType, let fileExtension = attributes[.fileExtension]?.string {
      defaults.append((fileExtension, type))
    }
  }
}

extension ContentTypes {
  static let callbacks = XMLCallbacks(
    start: { session, local, _, space, _, _, count, _, attributes in
      XMLSession<ContentTypes>.start(session, local, space, count, attributes)
    },
    end: { session, _, _, _ in XMLSession<ContentTypes>.end(session) },
    text: { session, bytes, count in XMLSession<ContentTypes>.text(session, bytes, count) },
    documentType: { session, _, _, _ in XMLSession<ContentTypes>.refuseDocumentType(session) })
}
