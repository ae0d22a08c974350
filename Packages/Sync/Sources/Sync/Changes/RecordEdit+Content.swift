import Domain

extension Operation {
  /// The edit of a text, if it is one.
  var textEdit: TextEdit? {
    if case .text(_, let edit) = self { edit } else { nil }
  }
}

extension RecordEdit {
  /// How many scalars the edits of texts carry.
  var carriedCount: Int {
    operations.reduce(0) { $0 + ($1.textEdit?.carriedCount ?? 0) }
  }

  /// The edit with what the edits of its texts carry, U+FFFD for each scalar when that was erased;
  /// `nil` when the scalars are not as many as the edits say, or not those of a root.
  func filled(with scalars: [Unicode.Scalar]?) -> RecordEdit? {
    if let scalars, scalars.count != carriedCount { return nil }
    var start = 0
    var filled: [Operation] = []
    filled.reserveCapacity(operations.count)
    for operation in operations {
      guard case .text(let field, let edit) = operation else {
        filled.append(operation)
        continue
      }
      let end = start + edit.carriedCount
      guard let edit = edit.filled(with: scalars.map { $0[start..<end] }) else { return nil }
      filled.append(.text(field: field, edit: edit))
      start = end
    }
    return RecordEdit(record: record, kind: kind, operations: filled)
  }
}
