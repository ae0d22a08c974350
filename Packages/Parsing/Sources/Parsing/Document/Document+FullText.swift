public import Domain

extension Document {
  /// The plain text followed by the page headers and footers, each once: everything that evidence
  /// can point into. Places in the plain text are the same places here.
  public var fullText: String {
    pageEdges.reduce(plainText) { text, edge in text + edge.text + "\n" }
  }

  /// Where the page edge with this index stands in ``fullText``.
  public func range(ofPageEdge index: Int) -> SourceRange {
    let start = pageEdges[..<index].reduce(plainText.utf8.count) { $0 + $1.text.utf8.count + 1 }
    return SourceRange(start, start + pageEdges[index].text.utf8.count)
  }
}
