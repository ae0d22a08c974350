public import Domain

extension RecordState {
  /// The write that gives a field a value in the knowledge of this state, or `nil` when there is
  /// nothing to write.
  ///
  /// A person's value takes the place of all; a machine's only of what machines wrote.
  public func assigning(_ field: UInt16, _ value: FieldValue?, asPerson: Bool) -> Operation? {
    let siblings = register(field)?.siblings ?? []
    let wanted = Sibling(
      dot: Dot(replica: ReplicaID(number: RecordID(high: 0, low: 0)), sequence: 0),
      timestamp: HybridTimestamp(rawValue: 0), isPerson: asPerson, value: value)
    let replaced = siblings.filter { asPerson || !$0.isPerson }
    if asPerson {
      if let only = siblings.first, siblings.count == 1, only.isPerson,
        only.hasSameValue(as: wanted)
      {
        return nil
      }
    } else if replaced.contains(where: wanted.hasSameValue) {
      return nil
    }
    if siblings.isEmpty, value == nil { return nil }
    let edits = asPerson ? (texts[field] ?? []).flatMap(\.standingDots) : []
    return .assign(field: field, value: value, replaces: replaced.map(\.dot) + edits)
  }

  /// The write that puts a value into a set, or `nil` when it is there, or when a machine would put
  /// in what a person took out.
  public func inserting(
    _ field: UInt16, _ element: FieldValue, asPerson: Bool = true
  ) -> Operation? {
    if let known = sets[field]?.element(element) {
      if known.isPresent || (!asPerson && !known.insertions.isEmpty) { return nil }
      if !asPerson, !known.rejections.isEmpty { return nil }
    }
    return .insert(field: field, element: element)
  }

  /// The write that takes a value out of a set, or `nil` when there is nothing that the writer may
  /// take.
  public func removing(
    _ field: UInt16, _ element: FieldValue, asPerson: Bool = true
  ) -> Operation? {
    guard let known = sets[field]?.element(element), known.isPresent else { return nil }
    let taken = known.insertions.filter { asPerson || !$0.isPerson }
    if taken.isEmpty { return nil }
    return .remove(field: field, element: element, sees: taken.map(\.dot))
  }

  /// The write of somebody who opened a text and saved it as it is now: what they changed, and
  /// nothing of what others did meanwhile; `nil` when they changed nothing, or when the field does
  /// not have the version any more.
  public func saving(
    _ field: UInt16, _ saved: String, openedAt version: TextVersion
  ) -> Operation? {
    if let text = texts[field]?.first(where: { $0.root == version.root?.id }) {
      let opened =
        version.edits.isEmpty ? version.root.map { [$0.dot] } ?? [] : version.edits
      guard let edit = text.document.saving(saved, openedAt: opened) else { return nil }
      return .text(
        field: field,
        edit: TextEdit(
          parents: version.edits.sorted(), root: version.root, replaces: version.values,
          patches: edit.patches, content: edit.content))
    }
    let opened = version.root?.scalars ?? []
    let edit = TextEdit(
      parents: [], root: version.root, replaces: version.values,
      TextDifference.replacements(from: opened, to: TextScalars.array(saved)))
    return edit.isEmpty ? nil : .text(field: field, edit: edit)
  }

  /// The version of the text that a field shows, to be remembered by whoever opens it.
  public func textVersion(_ field: UInt16) -> TextVersion {
    guard let shown = register(field)?.shown else { return TextVersion(root: nil) }
    if let text = texts[field]?.first(where: { $0.sibling?.dot == shown.dot }) {
      return TextVersion(
        root: text.root.map { TextRoot(id: $0) }, edits: text.document.version)
    }
    guard case .text(let value) = shown.value, !value.isEmpty else {
      return TextVersion(root: nil, values: [shown.dot])
    }
    let same = (registers[field]?.siblings ?? []).filter(shown.hasSameValue)
    return TextVersion(root: TextRoot(TextScalars.array(value)), values: same.map(\.dot))
  }

  /// The write that says once more what a field says because of these changes, whose words are to
  /// be erased; `nil` where nothing is lost.
  ///
  /// A machine repeats what machines said, a person what persons did, and texts edited in parts.
  public func repeating(_ field: UInt16, of writes: [Dot], asPerson: Bool) -> Operation? {
    let siblings = register(field)?.siblings ?? []
    if let texts = texts[field] {
      guard asPerson, let shown = shown(field) else { return nil }
      let edits = texts.flatMap(\.standingDots)
      return .assign(field: field, value: shown, replaces: siblings.map(\.dot) + edits)
    }
    let erased = DotSet(writes)
    let lost = Register(
      siblings: siblings.filter {
        $0.isPerson == asPerson && $0.value?.text != nil && erased.contains($0.dot)
      })
    guard let shown = lost.shown else { return nil }
    return .assign(field: field, value: shown.value, replaces: lost.siblings.map(\.dot))
  }

  /// The writes behind everything that a field says now, sorted.
  public func standingWrites(of field: UInt16) -> [Dot] {
    let values = (registers[field]?.siblings ?? []).map(\.dot)
    let edits = (texts[field] ?? []).flatMap(\.standingDots)
    let insertions = (sets[field]?.elements ?? []).flatMap(\.dots)
    return Set(values + edits + insertions).sorted()
  }

  /// The write that deletes the record, or `nil` when it is not there.
  public func deleting() -> Operation? {
    isVisible ? .delete(sees: existence.writes.dots) : nil
  }

  /// The write that brings the record back, or that says it is to stay although somebody deleted
  /// it; `nil` when no deletion stands.
  public func restoring() -> Operation? {
    existence.standing.isEmpty ? nil : .restore
  }
}
