import Domain

extension RecordEdit {
  /// The edits sorted by record, one a record, each with its operations in their order.
  ///
  /// Of two assignments to one field the later holds.
  static func canonical(_ edits: [RecordEdit]) throws(SyncError) -> [RecordEdit] {
    let canonical = try sorted(edits)
    // Two edits of one text say nothing of each other, so neither may take the other's place.
    for edit in canonical where edit.hasTextTwice {
      throw SyncError(.format, place: "draft:text")
    }
    return canonical.map(\.inOrder)
  }

  private static func sorted(_ edits: [RecordEdit]) throws(SyncError) -> [RecordEdit] {
    if areInOrder(edits) { return edits }
    let numbered = edits.enumerated().sorted {
      ($0.element.record, $0.offset) < ($1.element.record, $1.offset)
    }
    var sorted: [RecordEdit] = []
    sorted.reserveCapacity(edits.count)
    for (_, edit) in numbered where !edit.operations.isEmpty {
      if let last = sorted.last, last.record == edit.record {
        guard last.kind == edit.kind else { throw SyncError(.format, place: "draft:kind") }
        sorted[sorted.count - 1] = RecordEdit(
          record: edit.record, kind: edit.kind, operations: last.operations + edit.operations)
      } else {
        sorted.append(edit)
      }
    }
    return sorted
  }

  private static func areInOrder(_ edits: [RecordEdit]) -> Bool {
    var last: RecordID?
    for edit in edits {
      if edit.operations.isEmpty { return false }
      if let last, last >= edit.record { return false }
      last = edit.record
    }
    return true
  }

  private var hasTextTwice: Bool {
    var fields: Set<UInt16> = []
    for case .text(let field, _) in operations where !fields.insert(field).inserted { return true }
    return false
  }

  private var inOrder: RecordEdit {
    if operations.allSatisfy(\.hasDotsInOrder), Operation.ascend(operations) { return self }
    let operations = operations.map(\.withSortedDots)
    if Operation.ascend(operations) {
      return RecordEdit(record: record, kind: kind, operations: operations)
    }
    let known = operations.filter { $0.code != nil }.enumerated().sorted { left, right in
      left.element.precedes(right.element)
        || (!right.element.precedes(left.element) && left.offset < right.offset)
    }
    var kept: [Operation] = []
    for (_, operation) in known {
      if let last = kept.last, !last.precedes(operation) { kept.removeLast() }
      kept.append(operation)
    }
    return RecordEdit(
      record: record, kind: kind, operations: kept + operations.filter { $0.code == nil })
  }
}
