extension TextDocument {
  /// The edit that does this to the text as it is now; `nil` when it does nothing.
  public func editing(_ replacements: some Sequence<TextReplacement>) -> TextEdit? {
    let edit = TextEdit(parents: version, replacements)
    return edit.isEmpty ? nil : edit
  }

  /// The edit that makes `saved` of the text as it was in a version, with as few scalars replaced
  /// as can be found in reasonable time; `nil` when nothing was changed or the version is not
  /// known.
  ///
  /// What others did since stays, since the edit says only what its writer did.
  public func saving(_ saved: String, openedAt version: [Dot]) -> TextEdit? {
    guard let opened = scalars(at: version) else { return nil }
    let content = TextScalars.array(saved)
    let edit = TextEdit(
      parents: version.sorted(), TextDifference.replacements(from: opened, to: content))
    return edit.isEmpty ? nil : edit
  }

  /// What the text said in a version; `nil` when an edit that it names is not known. Takes the time
  /// of merging all up to it, except for the present.
  public func text(at version: [Dot]) -> String? {
    scalars(at: version).map { TextScalars.string($0[...]) }
  }

  private func scalars(at version: [Dot]) -> [Unicode.Scalar]? {
    if version.sorted() == self.version { return scalars }
    var heads: [Int32] = []
    for dot in version {
      guard let node = history.node(of: dot) else { return nil }
      heads.append(node)
    }
    return TextDocument(copying: history.ancestors(of: heads), of: history).scalars
  }

  /// The text that some of the edits make, with all that they had seen among them.
  private init(copying nodes: [Int], of history: TextHistory) {
    self.init()
    for node in nodes { apply(history.edit(of: node), in: history.context(of: node)) }
  }
}

extension TextHistory {
  /// The edits with all that they had seen, ascending.
  fileprivate func ancestors(of heads: [Int32]) -> [Int] {
    var isIncluded = [Bool](repeating: false, count: count)
    var waiting = heads
    while let head = waiting.popLast() {
      let run = run(of: Int(head))
      var node = Int(head)
      while node >= Int(runs[run].firstNode), !isIncluded[node] {
        isIncluded[node] = true
        node -= 1
      }
      if node < Int(runs[run].firstNode) { waiting.append(contentsOf: parents(ofRun: run)) }
    }
    return isIncluded.indices.filter { isIncluded[$0] }
  }

  /// The edit as it was applied.
  func edit(of node: Int) -> TextEdit {
    TextEdit(
      parents: parents(of: node).map { dot(of: Int($0)) }, patches: patches(of: node),
      content: Array(scalars(of: node)))
  }

  /// The context of an edit as far as its text is concerned.
  func context(of node: Int) -> WriteContext {
    var dependencies = VersionVector()
    for parent in parents(of: node) { dependencies.observe(dot(of: Int(parent))) }
    let dot = dot(of: node)
    dependencies[dot.replica] = 0
    return WriteContext(
      dot: dot, timestamp: HybridTimestamp(rawValue: 0), isPerson: runs[run(of: node)].isPerson,
      dependencies: dependencies)
  }
}
