extension Operation {
  /// The same operation with other names for the changes that it names.
  public func renaming(_ name: (Dot) -> Dot) -> Operation {
    switch self {
    case .assign(let field, let value, let dots):
      .assign(field: field, value: value, replaces: dots.map(name))
    case .remove(let field, let element, let dots):
      .remove(field: field, element: element, sees: dots.map(name))
    case .delete(let dots): .delete(sees: dots.map(name))
    case .withdraw(let field, let dots): .withdraw(field: field, writes: dots.map(name))
    case .erase(let dots, let ends):
      .erase(writes: dots.map(name), folded: ends.map(name))
    case .text(let field, let edit): .text(field: field, edit: edit.renaming(name))
    case .insert, .restore, .unknown: self
    }
  }
}

extension TextEdit {
  fileprivate func renaming(_ name: (Dot) -> Dot) -> TextEdit {
    TextEdit(
      parents: parents.map(name), root: root, replaces: replaces.map(name), patches: patches,
      content: content)
  }
}
