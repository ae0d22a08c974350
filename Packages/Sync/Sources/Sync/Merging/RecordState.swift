public import Domain

/// The merged state of one record.
///
/// It depends on the set of changes that were applied, not on their order, as long as each comes
/// after those that it depends on; one that comes twice does nothing.
public struct RecordState: Sendable {
  /// The number of the kind of record (see `RecordKind.id`).
  public internal(set) var kind: UInt16
  /// Whether the record is there.
  public internal(set) var existence: Existence
  /// The fields that take one value, by number.
  public internal(set) var registers: FieldTable<Register>
  /// The fields that take many values, by number.
  public internal(set) var sets: FieldTable<AddWinsSet>
  /// The fields that are texts edited in parts, by number; one text for each value that somebody
  /// began with, sorted by it.
  public internal(set) var texts: [UInt16: [RootedText]]

  /// Creates the state of a record that nobody has written.
  public init(kind: UInt16) {
    self.kind = kind
    existence = Existence()
    registers = FieldTable()
    sets = FieldTable()
    texts = [:]
  }

  /// Applies what one change does to the record, all at once.
  ///
  /// A change that has been applied does nothing. The work is linear in the operations and in what
  /// they name.
  public mutating func apply(_ operations: [Operation], in context: WriteContext) {
    if existence.isKnown(context.dot) { return }
    existence.write(in: context)
    if registers.isEmpty { registers.reserveCapacity(min(operations.count, 16)) }
    for operation in operations {
      switch operation {
      case .assign(let field, let value, let replaces):
        registers[field, default: Register()].assign(value, replacing: replaces, in: context)
        for place in (texts[field] ?? []).indices {
          texts[field]?[place].replace(replaces, in: context)
        }
      case .insert(let field, let element):
        sets[field, default: AddWinsSet()].insert(element, in: context)
      case .remove(let field, let element, let sees):
        remove(element, from: field, seeing: sees, in: context)
      case .delete(let sees):
        existence.delete(seeing: sees, in: context)
      case .text(let field, let edit):
        apply(edit, to: field, in: context)
      case .restore:
        existence.restore(in: context)
      case .withdraw(let field, let writes):
        withdraw(writes, from: field, in: context)
      case .erase, .unknown:
        break
      }
    }
  }

  /// Applies one change's edit of the record.
  ///
  /// Should replicas disagree about the kind of one record, which honest ones cannot, the lowest
  /// number holds.
  public mutating func apply(_ edit: RecordEdit, in context: WriteContext) {
    kind = min(kind, edit.kind)
    apply(edit.operations, in: context)
  }

  private mutating func apply(_ edit: TextEdit, to field: UInt16, in context: WriteContext) {
    var known = texts[field] ?? []
    let root = edit.root?.id
    let place = known.firstIndex { $0.root == root }
    var text = place.map { known[$0] } ?? RootedText(root: root)
    guard text.canHold(edit, in: context) else { return }
    text.apply(edit, in: context)
    if let place { known[place] = text } else { known.insertSorted(text) }
    texts[field] = known
    if var register = registers[field], !edit.replaces.isEmpty {
      register.remove(edit.replaces, in: context)
      // A register without values is not told apart from one that never was.
      registers[field] = register.siblings.isEmpty ? nil : register
    }
  }

  private mutating func withdraw(
    _ writes: [Dot], from field: UInt16, in context: WriteContext
  ) {
    if var register = registers[field] {
      register.remove(writes, in: context)
      registers[field] = register.siblings.isEmpty ? nil : register
    }
    for place in (texts[field] ?? []).indices {
      texts[field]?[place].replace(writes, in: context)
    }
    if var set = sets[field] {
      set.withdraw(writes, in: context)
      sets[field] = set.elements.isEmpty ? nil : set
    }
  }

  private mutating func remove(
    _ element: FieldValue, from field: UInt16, seeing dots: [Dot], in context: WriteContext
  ) {
    var set = sets[field] ?? AddWinsSet()
    sets[field] = nil
    set.remove(element, seeing: dots, in: context)
    // A set without elements is not told apart from one that never was.
    if !set.elements.isEmpty { sets[field] = set }
  }
}

extension RecordState {
  /// Whether the record is there for those who look at it.
  public var isVisible: Bool { existence.isAlive }

  /// The value to show in a field; `nil` when it has none or was cleared.
  public func shown(_ field: UInt16) -> FieldValue? {
    texts[field] == nil ? registers[field]?.shown?.value : register(field)?.shown?.value
  }

  /// The values that a field of one value has at the same time, texts edited in parts among them;
  /// `nil` when it never had one.
  public func register(_ field: UInt16) -> Register? {
    guard let texts = texts[field] else { return registers[field] }
    let siblings = Array(registers[field]?.siblings ?? []) + texts.compactMap(\.sibling)
    return Register(siblings: siblings.sorted { $0.dot < $1.dot })
  }

  /// The values of a field that takes many, sorted.
  public func values(_ field: UInt16) -> [FieldValue] {
    sets[field]?.values ?? []
  }

  /// Merges edits of texts that wait, so that this is done once and not by everybody who asks.
  public mutating func settle() {
    for (field, rooted) in texts {
      for place in rooted.indices { texts[field]?[place].settle() }
    }
  }

  /// The fields whose values a person must choose between, in the order of their numbers.
  public var conflictedFields: [UInt16] {
    var fields: [UInt16] = []
    for (field, register) in registers where register.siblings.count > 1 { fields.append(field) }
    if fields.isEmpty, texts.isEmpty { return [] }
    return Set(fields).union(texts.keys)
      .filter { register($0)?.competing.isEmpty == false }.sorted()
  }
}

extension [RootedText] {
  /// Puts a text in its place by its root; the one that began empty stands first.
  mutating func insertSorted(_ text: RootedText) {
    let place = firstIndex { other in
      guard let mine = text.root else { return true }
      return other.root.map { mine < $0 } ?? false
    }
    insert(text, at: place ?? count)
  }
}
