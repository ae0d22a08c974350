import Domain

// checkpoint = [1, logs: [* log], states: [* (record-id, bstr .cbor state)],
//   erasures: [* (record-id, change: (replica, sequence), author: (replica, sequence))],
//   public-key: bstr .size 32, signature: bstr .size 64]
// log = [introduction, names: [* tstr], [* (timestamp: uint, by-person: bool, name: uint, hash)],
//   sealed-change, signature: bstr .size 64]

extension Checkpoint {
  static let formatVersion: UInt64 = 1

  /// The bytes of the checkpoint; linear in its size.
  public func encoded() -> [UInt8] {
    var writer = body(of: 6)
    writer.byteString(publicKey)
    writer.byteString(signature)
    return writer.take()
  }

  /// The bytes that the signature stands for.
  func signedBytes() -> [UInt8] { body(of: 4).take() }

  private func body(of count: Int) -> CBORWriter {
    var writer = CBORWriter(reserving: states.reduce(256) { $0 + $1.bytes.count + 24 })
    writer.array(count)
    writer.unsigned(Self.formatVersion)
    writer.array(logs.count)
    for log in logs { log.write(to: &writer) }
    writer.array(states.count * 2)
    for state in states {
      writer.identifier(state.record)
      writer.byteString(state.bytes)
    }
    writer.array(erasures.count * 5)
    for erasure in erasures {
      writer.identifier(erasure.record)
      for dot in [erasure.dot, erasure.author] {
        writer.replica(dot.replica)
        writer.unsigned(dot.sequence)
      }
    }
    return writer
  }

  /// Reads the bytes that ``encoded()`` wrote; says nothing about hashes and signatures.
  /// - Throws: `E_BATCH_FORMAT`, `E_BATCH_TRUNCATED`, `E_TOO_BIG`; `E_VERSION` for a newer format.
  public init(decoding bytes: [UInt8]) throws(SyncError) {
    var reader = CBORReader(bytes, of: "checkpoint")
    let count = try reader.array()
    guard try reader.unsigned() == Self.formatVersion else {
      throw reader.failure(.outOfRange, .version)
    }
    guard count == 6 else { throw reader.failure(.outOfRange) }
    var logs: [Log] = []
    for _ in 0..<(try reader.array(upTo: SyncLimits.replicas)) {
      let log = try Log(from: &reader)
      if let last = logs.last, last.replica >= log.replica { throw reader.failure(.unordered) }
      logs.append(log)
    }
    var states: [State] = []
    let stateCount = try reader.array()
    guard stateCount.isMultiple(of: 2) else { throw reader.failure(.outOfRange) }
    for _ in 0..<(stateCount / 2) {
      let record = try reader.identifier()
      if let last = states.last, last.record >= record { throw reader.failure(.unordered) }
      let bytes = try reader.byteString(upTo: SyncLimits.bundleBytes)
      states.append(State(record: record, bytes: bytes))
    }
    self.init(
      logs: logs, states: states, erasures: try Self.erasures(from: &reader),
      publicKey: try reader.byteString(of: 32), signature: try reader.byteString(of: 64))
    try reader.finish()
  }

  private static func erasures(from reader: inout CBORReader) throws(SyncError) -> [ErasedWords] {
    let count = try reader.array()
    guard count.isMultiple(of: 5) else { throw reader.failure(.outOfRange) }
    var erasures: [ErasedWords] = []
    for _ in 0..<(count / 5) {
      let erasure = ErasedWords(
        record: try reader.identifier(),
        dot: Dot(replica: try reader.replica(), sequence: try reader.sequence()),
        author: Dot(replica: try reader.replica(), sequence: try reader.sequence()))
      if let last = erasures.last, (last.record, last.dot) >= (erasure.record, erasure.dot) {
        throw reader.failure(.unordered)
      }
      erasures.append(erasure)
    }
    return erasures
  }
}

extension Checkpoint.Log {
  fileprivate func write(to writer: inout CBORWriter) {
    writer.array(5)
    ChangeHeader.write(introduction, to: &writer)
    var names: [String] = []
    // By bytes: `String` takes two spellings of one letter for one.
    var places: [[UInt8]: UInt64] = [:]
    let numbers = entries.map { entry in
      let name = Array(entry.author.utf8)
      if let known = places[name] { return known }
      places[name] = UInt64(names.count)
      names.append(entry.author)
      return UInt64(names.count - 1)
    }
    writer.array(names.count)
    for name in names { writer.text(name) }
    writer.array(entries.count * 4)
    for (entry, number) in zip(entries, numbers) {
      writer.unsigned(entry.timestamp.rawValue)
      writer.boolean(entry.isPerson)
      writer.unsigned(number)
      writer.byteString(entry.hash.bytes)
    }
    writer.sealedChange(last)
    writer.byteString(signature)
  }

  fileprivate init(from reader: inout CBORReader) throws(SyncError) {
    try reader.array(of: 5)
    let introduction = try ReplicaIntroduction(from: &reader)
    var names: [String] = []
    for _ in 0..<(try reader.array()) { names.append(try reader.text(upTo: SyncLimits.nameBytes)) }
    let count = try reader.array()
    guard count > 0, count.isMultiple(of: 4) else { throw reader.failure(.outOfRange) }
    var entries: [Checkpoint.Entry] = []
    entries.reserveCapacity(min(count / 4, 4096))
    for _ in 0..<(count / 4) {
      let timestamp = HybridTimestamp(rawValue: try reader.unsigned())
      let isPerson = try reader.boolean()
      let name = try reader.unsigned()
      guard name < UInt64(names.count), let hash = ChangeHash(bytes: try reader.byteString(of: 32))
      else { throw reader.failure(.outOfRange) }
      entries.append(
        Checkpoint.Entry(
          timestamp: timestamp, isPerson: isPerson, author: names[Int(name)], hash: hash))
    }
    self.init(
      introduction: introduction, entries: entries,
      last: try reader.sealedChange(),
      signature: try reader.byteString(of: 64))
  }
}
