import Domain

// operation = [1, field, value / null / undefined, ? dots] / [2, field, value]
//   / [3, field, value, ? dots]
//   / [4, ? dots] / [5] / [6, field, [+ patch], ? dots]
//   / [6, field, [+ patch], root, parents: dots, replaces: dots] / [code: uint, * any]
//   / [7, field, dots] / [8, dots, ? dots]
// undefined: a text, which lies in the content
// root = bstr .size 16 / [bstr .size 16, carried: uint]
// patch = (position: uint, deleted: uint, inserted: uint)
// dots = [+ (replica, sequence)], ascending

/// The numbers of the operations in payloads, for ever.
enum OperationCode: UInt64 {
  case assign = 1
  case insert = 2
  case remove = 3
  case delete = 4
  case restore = 5
  case text = 6
  case withdraw = 7
  case erase = 8
}

extension CBORWriter {
  mutating func operation(_ operation: Operation) {
    switch operation {
    case .assign(let field, let value, let replaces):
      begin(.assign, replaces.isEmpty ? 3 : 4, field)
      if case .text = value { undefined() } else { self.value(value) }
      if !replaces.isEmpty { dots(replaces) }
    case .insert(let field, let element):
      begin(.insert, 3, field)
      value(element)
    case .remove(let field, let element, let sees):
      begin(.remove, sees.isEmpty ? 3 : 4, field)
      value(element)
      if !sees.isEmpty { dots(sees) }
    case .delete(let sees):
      begin(.delete, sees.isEmpty ? 1 : 2)
      if !sees.isEmpty { dots(sees) }
    case .restore:
      begin(.restore, 1)
    case .text(let field, let edit):
      textEdit(edit, of: field)
    case .withdraw(let field, let writes):
      begin(.withdraw, 3, field)
      dots(writes)
    case .erase(let writes, let ends):
      begin(.erase, ends.isEmpty ? 2 : 3)
      dots(writes)
      if !ends.isEmpty { dots(ends) }
    case .unknown(_, let bytes):
      encoded(bytes)
    }
  }

  private mutating func textEdit(_ edit: TextEdit, of field: UInt16) {
    begin(.text, edit.root != nil ? 6 : edit.parents.isEmpty ? 3 : 4, field)
    array(edit.patches.count * 3)
    for patch in edit.patches {
      unsigned(UInt64(patch.position))
      unsigned(UInt64(patch.deleted))
      unsigned(UInt64(patch.inserted))
    }
    if let root = edit.root {
      if root.carriedCount > 0 { array(2) }
      replica(root.id)
      if root.carriedCount > 0 { unsigned(UInt64(root.carriedCount)) }
      dots(edit.parents)
      dots(edit.replaces)
    } else if !edit.parents.isEmpty {
      dots(edit.parents)
    }
  }

  private mutating func begin(_ code: OperationCode, _ count: Int, _ field: UInt16? = nil) {
    array(count)
    unsigned(code.rawValue)
    if let field { unsigned(UInt64(field)) }
  }
}

extension CBORReader {
  /// Reads an operation.
  ///
  /// One with a code or a type of value that this version does not know is kept as it is.
  mutating func operation() throws(SyncError) -> Operation {
    let start = position
    let count = try array()
    guard count > 0 else { throw failure(.empty) }
    let number = try unsigned()
    if let code = OperationCode(rawValue: number),
      let operation = try operation(code, of: count)
    {
      return operation
    }
    rewind(to: start)
    try skip()
    return .unknown(code: number, bytes: read(from: start))
  }

  /// Reads what follows a known code; `nil` when its value is of an unknown type.
  private mutating func operation(
    _ code: OperationCode, of count: Int
  ) throws(SyncError) -> Operation? {
    let counts =
      switch code {
      case .assign, .remove: 3...4
      case .text: 3...6
      case .insert, .withdraw: 3...3
      case .delete: 1...2
      case .restore: 1...1
      case .erase: 2...3
      }
    guard counts.contains(count) else { throw failure(.outOfRange) }
    switch code {
    case .restore: return .restore
    case .delete: return .delete(sees: count == 2 ? try dots() : [])
    case .erase:
      return .erase(
        writes: try dots(canBeEmpty: true), folded: count == 3 ? try dots() : [])
    case .assign, .insert, .remove, .text, .withdraw: break
    }
    let field = UInt16(try unsigned(upTo: UInt64(UInt16.max)))
    if code == .text { return .text(field: field, edit: try textEdit(of: count)) }
    if code == .withdraw { return .withdraw(field: field, writes: try dots()) }
    if code == .assign {
      guard let value = try assignedValue() else { return nil }
      return .assign(field: field, value: value, replaces: count == 4 ? try dots() : [])
    }
    guard try isFieldValueNext() else { return nil }
    let value = try fieldValue()
    guard let value else { throw failure(.wrongType) }
    if code == .insert { return .insert(field: field, element: value) }
    return .remove(field: field, element: value, sees: count == 4 ? try dots() : [])
  }

  /// Reads the value that a field is assigned, an empty text for one that lies in the content;
  /// `nil` when it is of an unknown type.
  private mutating func assignedValue() throws(SyncError) -> FieldValue?? {
    if try undefined() { return .text("") }
    guard try isFieldValueNext() else { return nil }
    if try nextType() == .text { throw failure(.wrongType) }
    return .some(try fieldValue())
  }

  /// Reads an edit of a text; what it carries lies elsewhere.
  private mutating func textEdit(of count: Int) throws(SyncError) -> TextEdit {
    let patches = try textPatches()
    if count == 5 { throw failure(.outOfRange) }
    guard count == 6 else {
      return TextEdit(parents: count == 4 ? try dots() : [], patches: patches, content: [])
    }
    let root = try textRoot()
    return TextEdit(
      parents: try dots(canBeEmpty: true), root: root, replaces: try dots(canBeEmpty: true),
      patches: patches, content: [])
  }

  private mutating func textRoot() throws(SyncError) -> TextRoot {
    if try nextType() == .bytes { return TextRoot(id: try replica()) }
    try array(of: 2)
    let id = try replica()
    let carried = try unsigned(upTo: UInt64(SyncLimits.payloadBytes))
    if carried == 0 { throw failure(.empty) }
    return TextRoot(id: id, carriedCount: Int(carried))
  }

  /// Reads the patches of an edit of a text, one at least; what comes in lies elsewhere.
  private mutating func textPatches() throws(SyncError) -> [TextPatch] {
    let count = try array()
    guard count > 0, count.isMultiple(of: 3) else { throw failure(.outOfRange) }
    let greatest = UInt64(TextPatch.greatest)
    var patches: [TextPatch] = []
    patches.reserveCapacity(min(count / 3, 4096))
    for _ in 0..<(count / 3) {
      let patch = TextPatch(
        position: Int(try unsigned(upTo: greatest)), deleted: Int(try unsigned(upTo: greatest)),
        inserted: Int(try unsigned(upTo: greatest)))
      if patch.deleted == 0, patch.inserted == 0 { throw failure(.empty) }
      patches.append(patch)
    }
    return patches
  }
}
