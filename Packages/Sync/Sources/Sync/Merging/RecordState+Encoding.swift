extension RecordState {
  /// The canonical bytes of the state: two states are the same exactly when their bytes are.
  ///
  /// Deterministic CBOR; see `docs/sync.md` for the grammar. Linear in the size of the state.
  public func encoded() -> [UInt8] {
    let stamps = Self.stamps(of: registers)
    let table = ReplicaTable(of: stamps.map(\.dot) + existence.dots + setDots)
    var writer = CBORWriter(reserving: 64 + stamps.count * 16 + registers.count * 24)
    writer.array(texts.isEmpty ? 7 : 8)
    writer.unsigned(Self.formatVersion)
    writer.unsigned(UInt64(kind))
    table.write(to: &writer)
    existence.write(to: &writer, table)
    writer.array(stamps.count * 4)
    for stamp in stamps {
      table.write(stamp.dot, to: &writer)
      writer.unsigned(stamp.timestamp.rawValue)
      writer.boolean(stamp.isPerson)
    }
    writer.map(registers.count)
    for (field, register) in registers {
      writer.unsigned(UInt64(field))
      register.write(to: &writer, stamps)
    }
    writer.map(sets.count)
    for (field, set) in sets {
      writer.unsigned(UInt64(field))
      set.write(to: &writer, table)
    }
    if texts.isEmpty { return writer.take() }
    writer.map(texts.count)
    for (field, rooted) in texts.sorted(by: { $0.key < $1.key }) {
      writer.unsigned(UInt64(field))
      writer.array(rooted.count)
      for text in rooted { writer.rootedText(text) }
    }
    return writer.take()
  }

  static let formatVersion: UInt64 = 1

  /// The writes behind the values, each once, sorted by dot; one change writes many fields.
  private static func stamps(of registers: FieldTable<Register>) -> [WriteStamp] {
    var stamps: [WriteStamp] = []
    stamps.reserveCapacity(registers.count)
    for register in registers.values {
      for sibling in register.siblings where stamps.last?.dot != sibling.dot {
        stamps.append(WriteStamp(sibling))
      }
    }
    if stamps.count < 2 { return stamps }
    stamps.sort { $0.dot < $1.dot }
    var distinct: [WriteStamp] = []
    for stamp in stamps where distinct.last?.dot != stamp.dot { distinct.append(stamp) }
    return distinct
  }

  private var setDots: [Dot] {
    sets.values.flatMap { set in
      set.elements.flatMap { $0.insertions.map(\.dot) + $0.rejections }
    }
  }
}

/// What all values of one change share.
struct WriteStamp {
  let dot: Dot
  let timestamp: HybridTimestamp
  let isPerson: Bool

  init(dot: Dot, timestamp: HybridTimestamp, isPerson: Bool) {
    self.dot = dot
    self.timestamp = timestamp
    self.isPerson = isPerson
  }

  init(_ sibling: Sibling) {
    self.init(dot: sibling.dot, timestamp: sibling.timestamp, isPerson: sibling.isPerson)
  }
}

extension Register {
  fileprivate func write(to writer: inout CBORWriter, _ stamps: [WriteStamp]) {
    writer.array(siblings.count * 2)
    for sibling in siblings {
      var low = 0
      var high = stamps.count
      while low < high {
        let middle = (low + high) / 2
        if stamps[middle].dot < sibling.dot { low = middle + 1 } else { high = middle }
      }
      writer.unsigned(UInt64(low))
      writer.value(sibling.value)
    }
  }
}

extension AddWinsSet {
  fileprivate func write(to writer: inout CBORWriter, _ table: ReplicaTable) {
    writer.array(elements.count * 3)
    for element in elements {
      writer.value(element.value)
      writer.array(element.insertions.count * 3)
      for insertion in element.insertions {
        table.write(insertion.dot, to: &writer)
        writer.boolean(insertion.isPerson)
      }
      writer.array(element.rejections.count * 2)
      for dot in element.rejections { table.write(dot, to: &writer) }
    }
  }
}

extension Existence {
  fileprivate var dots: [Dot] {
    writes.dots + personWrites.dots + covered.dots + machineCovered.dots + standing.map(\.dot)
  }

  fileprivate func write(to writer: inout CBORWriter, _ table: ReplicaTable) {
    writer.array(5)
    for vector in [writes, personWrites, covered, machineCovered] {
      writer.array(vector.dots.count * 2)
      for dot in vector.dots { table.write(dot, to: &writer) }
    }
    writer.array(standing.count * 3)
    for deletion in standing {
      table.write(deletion.dot, to: &writer)
      writer.boolean(deletion.isPerson)
    }
  }
}
