import Domain

/// Reads Word documents (ECMA-376, ISO/IEC 29500; Transitional and Strict).
struct DocxReader: ~Copyable {
  private var package: WordPackage
  private let styles: StyleSheet
  private let isChunk: Bool
  private var counters: ListCounters
  private var notes = NoteNumbers()
  private var builder = DocumentBuilder()

  /// Reads a file; a chunk in one holds no chunks that are documents again.
  /// - Throws: What is wrong with it. No half of a document is returned.
  /// - Complexity: Linear in the number of bytes, unpacked.
  static func read(
    _ bytes: [UInt8], isChunk: Bool = false
  ) throws(ReadingError) -> Document {
    try bytes.withUnsafeBufferPointer { buffer throws(ReadingError) in
      var reader = try DocxReader(buffer, isChunk: isChunk)
      try reader.readStories()
      return reader.builder.finish()
    }
  }

  private init(
    _ bytes: UnsafeBufferPointer<UInt8>, isChunk: Bool
  ) throws(ReadingError) {
    var package = try WordPackage(bytes)
    var styles = StyleSheet()
    if let part = package.parts("styles").first {
      styles = try package.parse(part, into: StylesReader()).sheet
    }
    var numbering = Numbering()
    if let part = package.parts("numbering").first {
      numbering = try package.parse(part, into: NumberingReader()).result
    }
    self.package = package
    self.styles = styles
    self.isChunk = isChunk
    counters = ListCounters(numbering, language: styles.language)
  }

  private mutating func readStories() throws(ReadingError) {
    let body = try readStory(.body, package.main, package.relationships)
    guard body.hasDocumentRoot else { throw ReadingError(.notDocx, place: package.main) }
    if try package.hasRemoteTemplate() { warn("remote-template", package.main) }
    let stories: [(String, StoryKind)] = [
      ("footnotes", .footnotes), ("endnotes", .endnotes), ("comments", .comments),
    ]
    for (relationship, kind) in stories {
      for part in package.parts(relationship) {
        _ = try readStory(kind, part, try package.relationships(of: part))
      }
    }
    let others = package.relationships.entries.compactMap { id, entry -> (PageEdge.Kind, String)? in
      switch entry.kind {
      case "header": (.header, id)
      case "footer": (.footer, id)
      default: nil
      }
    }
    // Sections name theirs in order; what no section names follows, since some producers name none.
    try readEdges(body.edges + others)
  }

  /// Reads a story and appends it.
  private mutating func readStory(
    _ kind: StoryKind, _ part: String, _ relationships: Relationships
  ) throws(ReadingError) -> StoryReader {
    var story = try parse(kind, part, relationships)
    let unfinished = story.fields.unfinished
    if !unfinished.isEmpty {
      story = try parse(kind, part, relationships, ignoring: unfinished)
      story.warn("unfinished-field")
    }
    counters = story.counters
    notes = story.notes
    builder.append(story.finish())
    try readInclusions(relationships, from: part)
    return story
  }

  private mutating func parse(
    _ kind: StoryKind, _ part: String, _ relationships: Relationships,
    ignoring ignored: Set<Int> = []
  ) throws(ReadingError) -> StoryReader {
    try package.parse(
      part,
      into: StoryReader(
        kind, part: part, styles: styles, relationships: relationships, counters: counters,
        notes: notes, ignoredFields: ignored))
  }

  /// Reads what a story shows of other parts: charts, diagrams, chunks of other formats.
  private mutating func readInclusions(
    _ relationships: Relationships, from source: String
  ) throws(ReadingError) {
    for (id, entry) in relationships.entries {
      let isChunk = entry.kind == "aFChunk"
      guard isChunk || Self.graphics.contains(entry.kind),
        let part = package.part(id, of: relationships, from: source)
      else { continue }
      if isChunk {
        warn("chunk-of-other-format", part)
        try readChunk(part)
      } else {
        do throws(ReadingError) { try readGraphic(part) } catch { try passOver(part, error) }
      }
    }
  }

  /// A chart or a diagram that is damaged takes nothing else with it; one that is hostile does.
  private mutating func passOver(_ part: String, _ error: ReadingError) throws(ReadingError) {
    guard [.xmlMalformed, .xmlEncoding, .zipCorrupt].contains(error.code) else { throw error }
    warn("part-not-read", part)
  }

  private static let graphics = ["chart", "chartEx", "diagramData"]

  /// Reads a chart or a diagram, and the shapes that a user drew into a chart.
  private mutating func readGraphic(_ part: String) throws(ReadingError) {
    builder.append(try package.parse(part, into: GraphicTextReader()).builder(part: part))
    let relationships = try package.relationships(of: part)
    for (id, entry) in relationships.entries where entry.kind == "chartUserShapes" {
      guard let shapes = package.part(id, of: relationships, from: part) else { continue }
      builder.append(try package.parse(shapes, into: GraphicTextReader()).builder(part: shapes))
    }
  }

  private mutating func readChunk(_ part: String) throws(ReadingError) {
    let bytes = try package.bytes(of: part)
    let chunk =
      FileFormat.detect(bytes) == .zip && !isChunk
      ? try? DocxReader.read(bytes, isChunk: true) : ChunkReader.read(bytes, part: part)
    guard let chunk else { return warn("chunk-not-read", part) }
    var lines = DocumentBuilder()
    lines.document = chunk
    lines.document.plainText = ""
    lines.document.parts = chunk.parts.map { $0.isEmpty ? part : "\(part)/\($0)" }
    lines.text = Array(chunk.plainText.utf8)
    builder.append(lines)
  }

  private mutating func warn(_ code: String, _ place: String) {
    builder.document.warnings.append(ReadingWarning(code: code, place: place))
  }

  /// Reads headers and footers, each part once however many sections use it.
  private mutating func readEdges(
    _ edges: [(kind: PageEdge.Kind, id: String)]
  ) throws(ReadingError) {
    var seen: Set<String> = []
    for (kind, id) in edges {
      guard let part = package.part(id, of: package.relationships, from: package.main),
        seen.insert(part).inserted
      else { continue }
      let text = builder
      builder = DocumentBuilder()
      _ = try readStory(
        kind == .header ? .header : .footer, part, try package.relationships(of: part))
      let edge = builder
      builder = text
      builder.document.warnings += edge.document.warnings
      guard !edge.text.isEmpty else { continue }
      builder.document.pageEdges.append(
        PageEdge(
          kind: kind, text: String(decoding: edge.text.dropLast(), as: UTF8.self), part: part))
    }
  }
}
