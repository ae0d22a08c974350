public import Domain

extension RecordState {
  /// The write that gives a field a value in the knowledge of this state, or `nil` when there is
  /// nothing to write.
  ///
  /// A person's value takes the place of all; a machine's only of what machines wrote.
  public func assigning(_ field: UInt16, _ value: FieldValue?, asPerson: Bool) -> Operation? {
    let siblings = registers[field]?.siblings ?? []
    let wanted = Sibling(
      dot: Dot(replica: ReplicaID(number: RecordID(high: 0, low: 0)), sequence: 0),
      timestamp: HybridTimestamp(rawValue: 0), isPerson: asPerson, value: value)
    let replaced = asPerson ? siblings : siblings.filter { !$0.isPerson }
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
    return .assign(field: field, value: value, replaces: replaced.map(\.dot))
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
    let taken = asPerson ? known.insertions : known.insertions.filter { !$0.isPerson }
    if taken.isEmpty { return nil }
    return .remove(field: field, element: element, sees: taken.map(\.dot))
  }

  /// The write of somebody who opened a text in one version and saved it as it is now; `nil` when
  /// they changed nothing, when the version is not known, and for a machine once a person has
  /// edited the text.
  ///
  /// The version is that of ``textVersion(_:)`` when the text was shown.
  public func saving(
    _ field: UInt16, _ saved: String, openedAt version: [Dot], asPerson: Bool = true
  ) -> Operation? {
    let document = texts[field] ?? TextDocument()
    if !asPerson, document.isEditedByPerson { return nil }
    return document.saving(saved, openedAt: version).map { .text(field: field, edit: $0) }
  }

  /// The version of a text, to be remembered by whoever opens it; empty when nobody has written it.
  public func textVersion(_ field: UInt16) -> [Dot] {
    texts[field]?.version ?? []
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
