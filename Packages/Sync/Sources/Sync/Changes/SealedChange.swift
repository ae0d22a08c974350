/// A change as it is stored, sent and verified: always the bytes that its author wrote.
public struct SealedChange: Hashable, Sendable {
  /// The header, whose hash the next change and the signature cover.
  public let header: [UInt8]
  /// The note about the author, then one payload a record.
  public let payloads: [SealedPayload]

  /// Puts a change together from its stored parts, unchecked.
  public init(header: [UInt8], payloads: [SealedPayload]) {
    self.header = header
    self.payloads = payloads
  }

  /// The hash of the header.
  public var hash: ChangeHash { ChangeHash(ofHeader: header) }
}

// sealed-change = [1, header: bstr, [+ (payload: bstr / [hash: bstr .size 32])]]

extension SealedChange {
  static let formatVersion: UInt64 = 1

  /// The bytes of the change with all that is left of its payloads.
  public func encoded() -> [UInt8] {
    var writer = CBORWriter(reserving: encodedSize)
    writer.sealedChange(self)
    return writer.bytes
  }

  /// Reads the bytes that ``encoded()`` wrote; says nothing about hashes and signatures.
  public init(decoding bytes: [UInt8]) throws(SyncError) {
    var reader = CBORReader(bytes, of: "change")
    self = try reader.sealedChange()
    try reader.finish()
  }

  /// The size of the encoding, rather more than less.
  var encodedSize: Int {
    payloads.reduce(header.count + 16) { size, payload in
      if case .present(let bytes) = payload { size + bytes.count + 5 } else { size + 36 }
    }
  }
}

extension CBORWriter {
  mutating func sealedChange(_ change: SealedChange) {
    array(3)
    unsigned(SealedChange.formatVersion)
    byteString(change.header)
    array(change.payloads.count)
    for payload in change.payloads {
      switch payload {
      case .present(let bytes):
        byteString(bytes)
      case .erased(let hash):
        array(1)
        byteString(hash)
      }
    }
  }
}

extension CBORReader {
  mutating func sealedChange() throws(SyncError) -> SealedChange {
    let count = try array()
    guard try unsigned() == SealedChange.formatVersion else {
      throw failure(.outOfRange, .version)
    }
    guard count == 3 else { throw failure(.outOfRange) }
    let header = try byteString(upTo: SyncLimits.headerBytes)
    let number = try array(upTo: SyncLimits.payloads)
    var payloads: [SealedPayload] = []
    payloads.reserveCapacity(min(number, 4096))
    for _ in 0..<number {
      if try nextType() == .bytes {
        payloads.append(.present(try byteString(upTo: SyncLimits.payloadBytes)))
      } else {
        try array(of: 1)
        payloads.append(.erased(hash: try byteString(of: 32)))
      }
    }
    return SealedChange(header: header, payloads: payloads)
  }
}
