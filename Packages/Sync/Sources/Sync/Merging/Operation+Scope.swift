extension Operation {
  /// The operation cut in two: what all may hear, which names no internal change, and what it does
  /// to internal changes.
  public func split(
    isInternal: (ReplicaID) -> Bool
  ) -> (shared: Operation, internal: Operation?) {
    func cut(_ dots: [Dot]) -> (shared: [Dot], internal: [Dot]) {
      (dots.filter { !isInternal($0.replica) }, dots.filter { isInternal($0.replica) })
    }
    switch self {
    case .assign(let field, let value, let dots):
      let (shared, rest) = cut(dots)
      return (.assign(field: field, value: value, replaces: shared), .withdrawing(rest, field))
    case .remove(let field, let element, let dots):
      let (shared, rest) = cut(dots)
      return (.remove(field: field, element: element, sees: shared), .withdrawing(rest, field))
    case .delete(let dots):
      let (shared, rest) = cut(dots)
      return (.delete(sees: shared), rest.isEmpty ? nil : .delete(sees: rest))
    case .erase(let dots, let ends):
      let (shared, rest) = cut(dots)
      return (
        .erase(writes: shared, folded: ends), rest.isEmpty ? nil : .erase(writes: rest)
      )
    case .text(let field, let edit):
      let (shared, rest) = cut(edit.replaces)
      let edit = TextEdit(
        parents: edit.parents.filter { !isInternal($0.replica) }, root: edit.root,
        replaces: shared, patches: edit.patches, content: edit.content)
      return (.text(field: field, edit: edit), .withdrawing(rest, field))
    case .restore, .insert, .withdraw, .unknown: return (self, nil)
    }
  }

  private static func withdrawing(_ dots: [Dot], _ field: UInt16) -> Operation? {
    dots.isEmpty ? nil : .withdraw(field: field, writes: dots)
  }
}
