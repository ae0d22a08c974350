import Domain

/// The words that an edit brings, apart from what it does with them, so that they can be erased and
/// everything else still means what it meant.
struct EditContent {
  /// The values of the fields that it assigns texts to, in the order of the operations.
  var values: [String] = []
  /// What comes into the texts that it edits, one after the other.
  var scalars: [Unicode.Scalar] = []

  var isEmpty: Bool { values.isEmpty && scalars.isEmpty }
}

extension Operation {
  /// The edit of a text, if it is one.
  var textEdit: TextEdit? {
    if case .text(_, let edit) = self { edit } else { nil }
  }
}

extension RecordEdit {
  /// Whether words belong to it, there or erased.
  var hasContent: Bool {
    operations.contains { operation in
      switch operation {
      case .assign(_, .text, _): true
      case .text(_, let edit): edit.carriedCount > 0
      default: false
      }
    }
  }

  /// How many scalars the edits of texts carry.
  var carriedCount: Int {
    operations.reduce(0) { $0 + ($1.textEdit?.carriedCount ?? 0) }
  }

  /// The words that belong to it.
  var content: EditContent {
    var content = EditContent()
    for operation in operations {
      switch operation {
      case .assign(_, .text(let text), _): content.values.append(text)
      case .text(_, let edit): content.scalars += edit.carried
      default: break
      }
    }
    return content
  }

  /// The edit with the words that belong to it. When they were erased, its values are
  /// ``FieldValue/erased``, and each scalar of a text is U+FFFD.
  /// - Returns: `nil` when the words are not as many as the edit says, or not those of a root.
  func filled(with content: EditContent?) -> RecordEdit? {
    if let content, content.scalars.count != carriedCount { return nil }
    var start = 0
    var values = content?.values[...]
    var filled: [Operation] = []
    filled.reserveCapacity(operations.count)
    for operation in operations {
      switch operation {
      case .assign(let field, .text, let replaces):
        guard let value = values == nil ? .erased : values?.popFirst().map(FieldValue.text) else {
          return nil
        }
        filled.append(.assign(field: field, value: value, replaces: replaces))
      case .text(let field, let edit):
        let end = start + edit.carriedCount
        guard let edit = edit.filled(with: content.map { $0.scalars[start..<end] }) else {
          return nil
        }
        filled.append(.text(field: field, edit: edit))
        start = end
      default: filled.append(operation)
      }
    }
    guard values?.isEmpty ?? true else { return nil }
    return RecordEdit(record: record, kind: kind, operations: filled)
  }
}
