extension RecordState {
  /// Reads the bytes that ``encoded()`` wrote.
  /// - Throws: `E_BATCH_FORMAT`, `E_BATCH_TRUNCATED`, `E_TOO_BIG`; `E_VERSION` for a newer format.
  public init(decoding bytes: [UInt8]) throws(SyncError) {
    var reader = CBORReader(bytes, of: "state")
    let count = try reader.array()
    guard try reader.unsigned() == Self.formatVersion else {
      throw reader.failure(.outOfRange, .version)
    }
    guard (7...8).contains(count) else { throw reader.failure(.outOfRange) }
    self.init(kind: UInt16(try reader.unsigned(upTo: UInt64(UInt16.max))))
    let table = try ReplicaTable(from: &reader)
    existence = try Existence(from: &reader, table)
    let stamps = try reader.list(of: 4) { (reader) throws(SyncError) in
      WriteStamp(
        dot: try table.dot(from: &reader),
        timestamp: HybridTimestamp(rawValue: try reader.unsigned()),
        isPerson: try reader.boolean())
    }
    var previous: UInt64?
    let registerCount = try reader.map(upTo: Int(UInt16.max) + 1)
    registers.reserveCapacity(min(registerCount, 1_024))
    for _ in 0..<registerCount {
      let field = try reader.field(after: &previous)
      registers[field] = try Register(from: &reader, stamps)
    }
    previous = nil
    for _ in 0..<(try reader.map(upTo: Int(UInt16.max) + 1)) {
      let field = try reader.field(after: &previous)
      sets[field] = try AddWinsSet(from: &reader, table)
    }
    if count == 8 {
      previous = nil
      for _ in 0..<(try reader.map(upTo: Int(UInt16.max) + 1)) {
        let field = try reader.field(after: &previous)
        for _ in 0..<(try reader.array()) {
          texts[field, default: []].append(try reader.rootedText())
        }
      }
    }
    try reader.finish()
  }
}

extension CBORReader {
  /// The number of a field as a key that comes after the one before.
  fileprivate mutating func field(after previous: inout UInt64?) throws(SyncError) -> UInt16 {
    guard let field = UInt16(exactly: try key(after: &previous)) else {
      throw failure(.outOfRange)
    }
    return field
  }

  /// Reads an array whose items belong together in groups of `size`.
  fileprivate mutating func list<Element>(
    of size: Int, _ read: (inout CBORReader) throws(SyncError) -> Element
  ) throws(SyncError) -> [Element] {
    let count = try array()
    guard count.isMultiple(of: size) else { throw failure(.outOfRange) }
    var elements: [Element] = []
    elements.reserveCapacity(min(count / size, 1024))
    for _ in 0..<(count / size) { elements.append(try read(&self)) }
    return elements
  }
}

extension Register {
  fileprivate init(
    from reader: inout CBORReader, _ stamps: [WriteStamp]
  ) throws(SyncError) {
    let count = try reader.array()
    guard count.isMultiple(of: 2) else { throw reader.failure(.outOfRange) }
    var siblings: [Sibling] = []
    siblings.reserveCapacity(min(count / 2, 1024))
    for _ in 0..<(count / 2) {
      let place = try reader.unsigned()
      guard place < UInt64(stamps.count) else { throw reader.failure(.outOfRange) }
      let stamp = stamps[Int(place)]
      siblings.append(
        Sibling(
          dot: stamp.dot, timestamp: stamp.timestamp, isPerson: stamp.isPerson,
          value: try reader.fieldValue()))
    }
    self.init(siblings: siblings)
  }
}

extension AddWinsSet {
  fileprivate init(from reader: inout CBORReader, _ table: ReplicaTable) throws(SyncError) {
    let elements = try reader.list(of: 3) { (reader) throws(SyncError) in
      guard let value = try reader.fieldValue() else { throw reader.failure(.wrongType) }
      return Element(
        value: value,
        insertions: ShortList(
          try reader.list(of: 3) { (reader) throws(SyncError) in
            Insertion(dot: try table.dot(from: &reader), isPerson: try reader.boolean())
          }),
        rejections: try reader.list(of: 2) { (reader) throws(SyncError) in
          try table.dot(from: &reader)
        })
    }
    self.init(elements: elements)
  }
}

extension Existence {
  fileprivate init(from reader: inout CBORReader, _ table: ReplicaTable) throws(SyncError) {
    self.init()
    try reader.array(of: 5)
    writes = try table.vector(from: &reader)
    personWrites = try table.vector(from: &reader)
    covered = try table.vector(from: &reader)
    machineCovered = try table.vector(from: &reader)
    standing = try reader.list(of: 3) { (reader) throws(SyncError) in
      Deletion(dot: try table.dot(from: &reader), isPerson: try reader.boolean())
    }
  }
}
