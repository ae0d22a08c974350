/// Values by the numbers of fields, in their order. A record has some ten fields, which are found
/// faster in a row than by hashing: logarithmic, as is a new one behind all others, as they come;
/// a new one before others is linear.
public struct FieldTable<Value: Sendable>: Sendable {
  private var entries: [(key: UInt16, value: Value)] = []

  /// Creates an empty table.
  public init() {}

  /// The fields, in their order.
  public var keys: [UInt16] { entries.map(\.key) }

  /// The values, in the order of their fields.
  public var values: [Value] { entries.map(\.value) }

  /// Makes room for so many fields.
  mutating func reserveCapacity(_ count: Int) { entries.reserveCapacity(count) }

  /// The value of a field; `nil` for one that has none.
  public internal(set) subscript(field: UInt16) -> Value? {
    get {
      let place = place(of: field)
      return has(field, at: place) ? entries[place].value : nil
    }
    set {
      let place = place(of: field)
      switch (has(field, at: place), newValue) {
      case (true, let value?): entries[place].value = value
      case (true, nil): entries.remove(at: place)
      case (false, let value?): entries.insert((field, value), at: place)
      case (false, nil): break
      }
    }
  }

  /// The value of a field, changed in its place; one that has none begins with the default.
  subscript(field: UInt16, default value: @autoclosure () -> Value) -> Value {
    get { self[field] ?? value() }
    _modify {
      let place = place(of: field)
      if !has(field, at: place) { entries.insert((field, value()), at: place) }
      yield &entries[place].value
    }
  }

  private func has(_ field: UInt16, at place: Int) -> Bool {
    place < entries.count && entries[place].key == field
  }

  /// Where a field is or would be.
  private func place(of field: UInt16) -> Int {
    guard let last = entries.last?.key, last >= field else { return entries.count }
    var (low, high) = (0, entries.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].key < field { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension FieldTable: Sequence {
  /// How many fields there are.
  public var count: Int { entries.count }

  /// Whether there is none.
  public var isEmpty: Bool { entries.isEmpty }

  /// Goes through the fields and their values, in their order.
  public func makeIterator() -> IndexingIterator<[(key: UInt16, value: Value)]> {
    entries.makeIterator()
  }
}
