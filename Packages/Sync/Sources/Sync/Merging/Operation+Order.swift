import Domain

extension Operation {
  /// Whether the operations that this version knows ascend, so that none of them is there twice.
  static func ascend(_ operations: [Operation]) -> Bool {
    var last: Operation?
    for operation in operations where operation.code != nil {
      if let last, !last.precedes(operation) { return false }
      last = operation
    }
    return true
  }

  /// Whether a known operation stands before another: by code, then by field, then by element.
  func precedes(_ other: Operation) -> Bool {
    guard let mine = code?.rawValue, let theirs = other.code?.rawValue else { return false }
    if mine != theirs { return mine < theirs }
    if field != other.field { return field < other.field }
    guard let element, let otherElement = other.element else { return false }
    return element < otherElement
  }

  /// The number that stands for the operation in payloads; `nil` when a newer version made it.
  var code: OperationCode? {
    switch self {
    case .assign: .assign
    case .insert: .insert
    case .remove: .remove
    case .delete: .delete
    case .restore: .restore
    case .text: .text
    case .withdraw: .withdraw
    case .erase: .erase
    case .unknown: nil
    }
  }

  /// Whether the operation names at most one dot of each sort, which is then in order.
  var hasDotsInOrder: Bool {
    switch self {
    case .assign(_, _, let dots), .remove(_, _, let dots), .delete(let dots),
      .withdraw(_, let dots):
      dots.count < 2
    case .erase(let dots, let ends): dots.count < 2 && ends.count < 2
    case .text(_, let edit): edit.parents.count < 2 && edit.replaces.count < 2
    case .insert, .restore, .unknown: true
    }
  }

  /// The same operation with the dots that it names in their order, each once.
  var withSortedDots: Operation {
    switch self {
    case .assign(let field, let value, let dots):
      .assign(field: field, value: value, replaces: Self.sorted(dots))
    case .remove(let field, let element, let dots):
      .remove(field: field, element: element, sees: Self.sorted(dots))
    case .delete(let dots): .delete(sees: Self.sorted(dots))
    case .erase(let dots, let ends):
      .erase(writes: Self.sorted(dots), folded: Self.sorted(ends))
    case .withdraw(let field, let dots):
      .withdraw(field: field, writes: Self.sorted(dots))
    case .text(let field, let edit):
      .text(
        field: field,
        edit: TextEdit(
          parents: Self.sorted(edit.parents), root: edit.root,
          replaces: Self.sorted(edit.replaces), patches: edit.patches, content: edit.content))
    case .insert, .restore, .unknown: self
    }
  }

  private static func sorted(_ dots: [Dot]) -> [Dot] {
    dots.count < 2 ? dots : Set(dots).sorted()
  }

  private var field: UInt16 {
    switch self {
    case .assign(let field, _, _), .text(let field, _), .withdraw(let field, _),
      .insert(let field, _), .remove(let field, _, _):
      field
    case .delete, .restore, .erase, .unknown: 0
    }
  }

  private var element: FieldValue? {
    switch self {
    case .insert(_, let element), .remove(_, let element, _): element
    default: nil
    }
  }
}
