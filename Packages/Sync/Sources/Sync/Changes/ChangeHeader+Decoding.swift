import Domain

extension ChangeHeader {
  /// Reads the header of the change at `dot`; keys from a newer version are passed over, since the
  /// bytes themselves are kept.
  init(decoding bytes: [UInt8], of dot: Dot) throws(SyncError) {
    var reader = CBORReader(bytes, of: "header")
    var parts = Parts()
    var previous: UInt64?
    for _ in 0..<(try reader.map()) {
      let key = try reader.key(after: &previous)
      try parts.read(key, from: &reader)
    }
    try reader.finish()
    guard let header = parts.header else { throw reader.failure(.missingKey) }
    if let fault = header.fault(at: dot) {
      throw SyncError(
        fault, replica: dot.replica, sequence: dot.sequence, place: "header:rules")
    }
    self = header
  }

  /// The rule between the parts that the header breaks.
  private func fault(at dot: Dot) -> SyncError.Code? {
    if dependencies[dot.replica] > 0 { return .format }
    if (dot.sequence == 1) != (introduction != nil) { return .format }
    guard let introduction else { return nil }
    if ReplicaID(publicKey: introduction.publicKey) != dot.replica { return .signature }
    return introduction.isPresentable ? nil : .wrongRegion
  }

  /// Checks that the replica forgot nothing of what it knew before: whoever plans what to send
  /// counts on a change having seen all that the ones before it had.
  /// - Throws: `E_BATCH_FORMAT`.
  func checkGrowth(after known: VersionVector) throws(SyncError) {
    if known == dependencies || dependencies.dominates(known) { return }
    throw SyncError(.format, place: "header:dependencies")
  }

  private struct Parts {
    var isVersioned = false
    var timestamp: UInt64?
    var dependencies: VersionVector?
    var isPerson: Bool?
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
      case 2: timestamp = try reader.unsigned()
      case 3: dependencies = try reader.vector()
      case 4: isPerson = try reader.boolean()
      case 5: introduction = try ReplicaIntroduction(from: &reader)
      default: try reader.skip()
      }
    }

    var header: ChangeHeader? {
      guard let timestamp, let dependencies, let isPerson else { return nil }
      return ChangeHeader(
        timestamp: HybridTimestamp(rawValue: timestamp), dependencies: dependencies,
        isPerson: isPerson, introduction: introduction)
    }
  }
}

extension ReplicaIntroduction {
  init(from reader: inout CBORReader) throws(SyncError) {
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
