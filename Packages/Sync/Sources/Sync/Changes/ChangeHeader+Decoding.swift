extension ChangeHeader {
  /// Reads a header; keys from a newer version are passed over, since the bytes themselves are
  /// kept.
  init(decoding bytes: [UInt8]) throws(SyncError) {
    var reader = CBORReader(bytes, of: "header")
    var parts = Parts()
    var previous: UInt64?
    for _ in 0..<(try reader.map()) {
      let key = try reader.key(after: &previous)
      try parts.read(key, from: &reader)
    }
    try reader.finish()
    guard let header = parts.header else { throw reader.failure(.missingKey) }
    if let fault = header.fault {
      throw SyncError(
        fault, replica: header.dot.replica, sequence: header.dot.sequence, place: "header:rules")
    }
    self = header
  }

  /// The rule between the parts that the header breaks.
  private var fault: SyncError.Code? {
    if dot.sequence == 0 || payloadCount == 0 { return .format }
    if dependencies[dot.replica] > 0 { return .format }
    if (dot.sequence == 1) != (previous == nil) { return .format }
    if (dot.sequence == 1) != (introduction != nil) { return .format }
    guard let introduction else { return nil }
    if ReplicaID(publicKey: introduction.publicKey) != dot.replica { return .signature }
    return introduction.isPresentable ? nil : .wrongRegion
  }

  private struct Parts {
    var isVersioned = false
    var replica: ReplicaID?
    var sequence: UInt64?
    var timestamp: UInt64?
    var dependencies: VersionVector?
    var previous: ChangeHash?
    var isPerson: Bool?
    var payloadCount: Int?
    var payloadRoot: [UInt8]?
    var introduction: ReplicaIntroduction?

    mutating func read(_ key: UInt64, from reader: inout CBORReader) throws(SyncError) {
      // The version comes first, so that nothing of a newer format is taken for what it is not.
      guard isVersioned || key == 1 else { throw reader.failure(.missingKey) }
      switch key {
      case 1:
        guard try reader.unsigned() == ChangeHeader.formatVersion else {
          throw reader.failure(.outOfRange, .version)
        }
        isVersioned = true
      case 2: replica = try reader.replica()
      case 3: sequence = try reader.sequence()
      case 4: timestamp = try reader.unsigned()
      case 5: dependencies = try reader.vector()
      case 6: previous = ChangeHash(bytes: try reader.byteString(of: 32))
      case 7: isPerson = try reader.boolean()
      case 8: payloadCount = Int(try reader.unsigned(upTo: UInt64(SyncLimits.payloads)))
      case 9: payloadRoot = try reader.byteString(of: 32)
      case 10: introduction = try ReplicaIntroduction(from: &reader)
      default: try reader.skip()
      }
    }

    var header: ChangeHeader? {
      guard let replica, let sequence, let timestamp, let dependencies, let isPerson,
        let payloadCount, let payloadRoot
      else { return nil }
      return ChangeHeader(
        dot: Dot(replica: replica, sequence: sequence),
        timestamp: HybridTimestamp(rawValue: timestamp), dependencies: dependencies,
        previous: previous, isPerson: isPerson, payloadCount: payloadCount,
        payloadRoot: payloadRoot, introduction: introduction)
    }
  }
}

extension ReplicaIntroduction {
  fileprivate init(from reader: inout CBORReader) throws(SyncError) {
    var publicKey: [UInt8]?
    var region: String?
    var label: String?
    var predecessor: ReplicaID?
    var office: ReplicaID?
    var previous: UInt64?
    for _ in 0..<(try reader.map()) {
      switch try reader.key(after: &previous) {
      case 1: publicKey = try reader.byteString(of: 32)
      case 2: region = try reader.text(upTo: SyncLimits.nameBytes)
      case 3: label = try reader.text(upTo: SyncLimits.nameBytes)
      case 4: predecessor = try reader.replica()
      case 5: office = try reader.replica()
      default: try reader.skip()
      }
    }
    guard let publicKey, let region, let label else { throw reader.failure(.missingKey) }
    self.init(
      publicKey: publicKey, region: region, label: label, predecessor: predecessor,
      office: office)
  }
}
