import Domain

extension Operation {
  /// The edit of a text, if it is one.
  var textEdit: TextEdit? {
    if case .text(_, let edit) = self { edit } else { nil }
  }
}

extension RecordEdit {
  /// How many scalars come into texts.
  var insertedCount: Int {
    operations.reduce(0) { $0 + ($1.textEdit?.insertedCount ?? 0) }
  }

  /// The edit with what comes into its texts, U+FFFD for each scalar when that was erased; `nil`
  /// when the number of scalars is not what the patches say.
  func filled(with scalars: [Unicode.Scalar]?) -> RecordEdit? {
    if let scalars, scalars.count != insertedCount { return nil }
    var start = 0
    let operations = operations.map { operation -> Operation in
      guard case .text(let field, let edit) = operation else { return operation }
      let end = start + edit.insertedCount
      defer { start = end }
      guard let scalars else { return .text(field: field, edit: edit.withErasedContent) }
      let filled = TextEdit(
        parents: edit.parents, patches: edit.patches, content: Array(scalars[start..<end]))
      return .text(field: field, edit: filled)
    }
    return RecordEdit(record: record, kind: kind, operations: operations)
  }
}
