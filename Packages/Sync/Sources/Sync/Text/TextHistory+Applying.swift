extension TextHistory {
  /// Adds an edit, all that it had seen being there.
  ///
  /// Parents that its change cannot have seen, or that did not edit the text, are not obeyed. A
  /// machine's edit of what a person has edited does nothing.
  /// - Returns: whether its parents are all the heads there were; `nil` when it was there.
  mutating func append(_ edit: TextEdit, in context: WriteContext) -> Bool? {
    let root = plant(edit.root)
    let author = author(context.dot.replica)
    guard lastSequence(of: author) < context.dot.sequence else { return nil }
    var parents: [Int32] = []
    for parent in edit.parents where context.hasSeen(parent) {
      if let node = node(of: parent) { parents.append(node) }
    }
    if parents.isEmpty, let root { parents = [root] }
    if parents.count > 1 { parents = Set(parents).sorted() }
    return append(
      edit.patches, edit.content[...], parents: parents, author: author,
      sequence: context.dot.sequence, isPerson: context.isPerson)
  }

  /// Takes the words of the value that the text was before all edits from an edit that still
  /// carries them, where the one that brought them first was erased, so that it does not matter
  /// which came first.
  /// - Returns: whether the text must be merged anew.
  mutating func restoreRoot(_ root: TextRoot?) -> Bool {
    guard let root, root.carriesWords, let node = node(of: root.dot),
      scalars(of: Int(node)).allSatisfy({ $0 == TextEdit.erased })
    else { return false }
    return rewrite(root.dot, root.scalars)
  }

  /// Puts as many other scalars in the place of those that an edit brought in.
  /// - Returns: whether anything changed.
  mutating func rewrite(_ dot: Dot, _ scalars: [Unicode.Scalar]) -> Bool {
    guard let node = node(of: dot) else { return false }
    let range = contentRange(of: Int(node))
    guard range.count == scalars.count, content[range] != scalars[...] else { return false }
    replaceContent(range, with: scalars)
    return true
  }

  /// Erases what an edit brought in: U+FFFD stands in the place of each scalar.
  /// - Returns: whether there was anything.
  mutating func erase(_ dot: Dot) -> Bool {
    guard let node = node(of: dot) else { return false }
    let count = contentRange(of: Int(node)).count
    return rewrite(dot, [Unicode.Scalar](repeating: TextEdit.erased, count: count))
  }

  /// The node of the value that the text was before all edits, put there when the edit carries it.
  private mutating func plant(_ root: TextRoot?) -> Int32? {
    guard let root, root.carriedCount > 0 else { return nil }
    if let known = node(of: root.dot) { return known }
    append(
      CollectionOfOne(TextPatch(position: 0, deleted: 0, inserted: root.carriedCount)),
      root.scalars[...], parents: [], author: author(root.id), sequence: root.dot.sequence,
      isPerson: false)
    return Int32(count - 1)
  }
}
