/// A Word document as a package of parts (ECMA-376 part 2), found by relationships and never by a
/// guessed path.
struct WordPackage: ~Copyable {
  private let archive: ZipArchive
  private var budget: Int
  private var buffer: PartBuffer
  /// The name of the main part.
  let main: String
  /// The relationships of the main part.
  let relationships: Relationships

  /// Opens a package.
  /// - Parameter bytes: The file; it must outlive the package.
  /// - Throws: What is wrong with it, or `notDocx`, or `macro`.
  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(ReadingError) {
    let archive = try ZipArchive(bytes)
    var budget = Self.largestDocument
    var buffer = PartBuffer()
    guard archive.contains(Self.typesPart) else {
      // A document of LibreOffice is an archive as well (ODF 1.3 part 2, 3.3).
      let isOpenDocument = archive.contains("mimetype") && archive.contains("content.xml")
      throw ReadingError(
        .notDocx, place: isOpenDocument ? ForeignFormat.openDocumentPlace : Self.typesPart)
    }
    let types = try Self.parse(archive, Self.typesPart, &buffer, &budget, into: ContentTypes())
    let root = try Self.relationships(archive, "", &buffer, &budget)
    let target = root.first("officeDocument").map { PartName.resolve($0.target, from: "") }
    var main = target ?? ""
    if !archive.contains(main) { main = "word/document.xml" }
    guard archive.contains(main) else { throw ReadingError(.notDocx, place: target ?? "") }
    let type = types.type(of: main)
    guard !Self.isOfAnotherProgram(type) else {
      throw ReadingError(.notDocx, place: type)
    }
    let hasMacros =
      types.declaresMacros
      && archive.directory.entries.contains { types.isMacro(types.type(of: $0.nameText)) }
    if hasMacros { throw ReadingError(.macro) }
    relationships = try Self.relationships(archive, main, &buffer, &budget)
    self.archive = archive
    self.budget = budget
    self.buffer = buffer
    self.main = main
  }

  /// The parts that the main part names by a kind of relationship, each once.
  func parts(_ kind: String) -> [String] {
    var parts: [String] = []
    for (_, entry) in relationships.entries where entry.kind == kind && !entry.isExternal {
      let part = PartName.resolve(entry.target, from: main)
      if archive.contains(part), !parts.contains(part) { parts.append(part) }
    }
    return parts
  }

  /// Whether settings load a template from elsewhere; nothing is fetched.
  mutating func hasRemoteTemplate() throws(ReadingError) -> Bool {
    for part in parts("settings") {
      let entries = try relationships(of: part).entries
      if entries.contains(where: { $0.entry.kind == "attachedTemplate" && $0.entry.isExternal }) {
        return true
      }
    }
    return false
  }

  /// The part that a relationship of another part leads to.
  func part(_ id: String, of relationships: Relationships, from source: String) -> String? {
    guard let entry = relationships[id], !entry.isExternal else { return nil }
    let part = PartName.resolve(entry.target, from: source)
    return archive.contains(part) ? part : nil
  }

  /// Reads the relationships of a part; none where there is no such part.
  mutating func relationships(of part: String) throws(ReadingError) -> Relationships {
    try Self.relationships(archive, part, &buffer, &budget)
  }

  /// Unpacks a part that is no XML.
  mutating func bytes(of part: String) throws(ReadingError) -> [UInt8] {
    try archive.read(part, into: &buffer, budget: &budget)
    return Array(buffer.bytes)
  }

  /// Parses a part.
  mutating func parse<Consumer: XMLConsumer>(
    _ part: String, into consumer: Consumer
  ) throws(ReadingError) -> Consumer {
    try Self.parse(archive, part, &buffer, &budget, into: consumer)
  }

  private static func relationships(
    _ archive: borrowing ZipArchive, _ part: String, _ buffer: inout PartBuffer,
    _ budget: inout Int
  ) throws(ReadingError) -> Relationships {
    let name = PartName.relationships(of: part)
    guard archive.contains(name) else { return Relationships() }
    return try parse(archive, name, &buffer, &budget, into: Relationships())
  }

  private static func parse<Consumer: XMLConsumer>(
    _ archive: borrowing ZipArchive, _ part: String, _ buffer: inout PartBuffer,
    _ budget: inout Int, into consumer: Consumer
  ) throws(ReadingError) -> Consumer {
    try archive.read(part, into: &buffer, budget: &budget)
    return try XMLParser.parse(part, buffer.bytes, into: consumer)
  }

  private static func isOfAnotherProgram(_ type: String) -> Bool {
    let words = type.utf8.split { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
    return words.contains { word in
      others.contains { word.starts(with: $0.utf8) }
    }
  }

  private static let others = ["spreadsheetml", "presentationml", "theme"]
  private static var largestDocument: Int { 256 << 20 }
  private static let typesPart = "[Content_Types].xml"
}
