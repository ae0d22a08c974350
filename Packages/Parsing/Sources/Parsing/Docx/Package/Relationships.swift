/// The relationships of one part (ECMA-376 part 2, 6.5).
struct Relationships: XMLConsumer {
  /// One relationship.
  struct Entry {
    /// The last segment of the type, as `officeDocument`; the same in Transitional and Strict.
    var kind: String
    /// The target as written.
    var target: String
    /// Whether the target is outside of the package.
    var isExternal: Bool
  }

  /// The relationships in the order of the part.
  private(set) var entries: [(id: String, entry: Entry)] = []
  private var numbers: [String: Int] = [:]
  /// More than any document has; further ones are not seen.
  private static let most = 100_000

  /// The relationship with an identifier.
  subscript(_ id: String) -> Entry? {
    numbers[id].map { entries[$0].entry }
  }

  private static func lastSegment(_ type: String) -> String {
    guard let slash = type.utf8.lastIndex(of: UInt8(ascii: "/")) else { return type }
    return String(type[type.utf8.index(after: slash)...])
  }

  /// The first relationship of a kind that stays in the package.
  func first(_ kind: String) -> Entry? {
    entries.first { $0.entry.kind == kind && !$0.entry.isExternal }?.entry
  }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes, depth: Int) {
    guard name.local == .relationship, entries.count < Self.most,
      let type = attributes[.relationshipType]?.string,
      let target = attributes[.target]?.string
    else { return }
    let id = attributes[.relationshipID]?.string ?? ""
    let kind = Self.lastSegment(type)
    let isExternal = attributes[.targetMode]?.equals("External") ?? false
    numbers[id] = numbers[id] ?? entries.count
    entries.append((id, Entry(kind: kind, target: target, isExternal: isExternal)))
  }
}

extension Relationships {
  static let callbacks = XMLCallbacks(
    start: { session, local, _, space, _, _, count, _, attributes in
      XMLSession<Relationships>.start(session, local, space, count, attributes)
    },
    end: { session, _, _, _ in XMLSession<Relationships>.end(session) },
    text: { session, bytes, count in XMLSession<Relationships>.text(session, bytes, count) },
    documentType: { session, _, _, _ in XMLSession<Relationships>.refuseDocumentType(session) })
}
