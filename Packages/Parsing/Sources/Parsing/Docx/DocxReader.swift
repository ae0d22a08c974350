import Domain

/// Reads Word documents (ECMA-376, ISO/IEC 29500; Transitional and Strict).
struct DocxReader: ~Copyable {
  private var package: WordPackage
  private let styles: StyleSheet
  private var counters: ListCounters
  private var notes = NoteNumbers()
  private var builder = DocumentBuilder()

  /// Reads a file.
  /// - Throws: What is wrong with it. No half of a document is returned.
  /// - Complexity: Linear in the number of bytes, unpacked.
  static func read(_ bytes: [UInt8]) throws(ReadingError) -> Document {
    try bytes.withUnsafeBufferPointer { buffer throws(ReadingError) in
      var reader = try DocxReader(buffer)
      try reader.readStories()
      return reader.builder.finish()
    }
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>) throws(ReadingError) {
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
    counters = ListCounters(numbering)
  }

  private mutating func readStories() throws(ReadingError) {
    let body = try readStory(.body, package.main, package.relationships)
    let stories: [(String, StoryKind)] = [
      ("footnotes", .footnotes), ("endnotes", .endnotes), ("comments", .comments),
    ]
    for (relationship, kind) in stories {
      for part in package.parts(relationship) {
        _ = try readStory(kind, part, try package.relationships(of: part))
      }
    }
    try readEdges(body.edges)
  }

  /// Reads a story and appends it.
  private mutating func readStory(
    _ kind: StoryKind, _ part: String, _ relationships: Relationships
  ) throws(ReadingError) -> StoryReader {
    var story = try package.parse(
      part,
      into: StoryReader(
        kind, part: part, styles: styles, relationships: relationships, counters: counters,
        notes: notes))
    counters = story.counters
    notes = story.notes
    builder.append(story.finish())
    return story
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
        PageEdge(kind: kind, text: String(decoding: edge.text.dropLast(), as: UTF8.self)))
    }
  }
}
