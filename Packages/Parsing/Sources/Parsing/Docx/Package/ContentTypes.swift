/// The content types of a package's parts (ECMA-376 part 2, 7.2.3).
struct ContentTypes: XMLConsumer {
  private var overrides: [String: String] = [:]
  private var defaults: [String: String] = [:]
  /// Whether any name or ending stands for macros.
  private(set) var declaresMacros = false

  /// The content type of a part; empty when it has none.
  func type(of part: String) -> String {
    let key = PartName.key(part)
    if let type = overrides[key] { return type }
    guard let dot = key.lastIndex(of: ".") else { return "" }
    return defaults[String(key[key.index(after: dot)...])] ?? ""
  }

  /// Whether a content type is that of a part with macros ([MS-OFFMACRO2]).
  func isMacro(_ type: String) -> Bool {
    type.utf8.count < 64 && type.lowercased().hasSuffix("vbaproject")
  }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes, depth: Int) {
    guard let type = attributes[.contentType]?.string else { return }
    if isMacro(type) { declaresMacros = true }
    if name.local == .override, let part = attributes[.partName]?.string {
      overrides[PartName.key(part)] = type
    } else if name.local == .defaultType, let fileExtension = attributes[.fileExtension]?.string {
      defaults[PartName.key(fileExtension)] = type
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
