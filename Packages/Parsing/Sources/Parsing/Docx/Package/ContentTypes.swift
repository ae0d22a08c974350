/// The content types of a package's parts (ECMA-376 part 2, 7.2.3).
struct ContentTypes: XMLConsumer {
  private var overrides: [String: String] = [:]
  private var defaults: [String: String] = [:]

  /// The content type of a part; empty when it has none.
  func type(of part: String) -> String {
    let key = PartName.key(part)
    if let type = overrides[key] { return type }
    guard let dot = key.lastIndex(of: ".") else { return "" }
    return defaults[String(key[key.index(after: dot)...])] ?? ""
  }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes, depth: Int) {
    guard let type = attributes[.contentType]?.string else { return }
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
