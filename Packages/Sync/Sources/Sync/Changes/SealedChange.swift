import Domain

/// A change as it is stored, sent and verified: always the bytes that its author wrote.
///
/// What follows from its place in the log (replica, sequence, the hash of the change before) or
/// from the payloads is not among them; the hash covers it all the same (``ChangeHash``).
public struct SealedChange: Hashable, Sendable {
  /// The header.
  public let header: [UInt8]
  /// What the random bytes of the payloads are derived from, 16 bytes; none when a payload was
  /// erased, since it would give away the random bytes of that one too.
  public let secret: [UInt8]?
  /// The note about the author, then one payload a record, and one for what comes into its texts.
  public let payloads: [SealedPayload]
}

// sealed-change = [1, header: bstr, secret: bstr .size 16, [+ content: bstr]]
//   / [1, header: bstr, null, [+ ([salt: bstr .size 16, content: bstr] / [hash: bstr .size 32])]]

extension SealedChange {
  static let formatVersion: UInt64 = 1

  /// The bytes of the change with all that is left of its payloads.
  public func encoded() -> [UInt8] {
    var writer = CBORWriter(reserving: encodedSize)
    writer.sealedChange(self)
    return writer.take()
  }

  /// Reads the bytes that ``encoded()`` wrote; says nothing about hashes and signatures.
  public init(decoding bytes: [UInt8]) throws(SyncError) {
    var reader = CBORReader(bytes, of: "change")
    self = try reader.sealedChange()
    try reader.finish()
  }

  /// The size of the encoding, rather more than less.
  var encodedSize: Int {
    payloads.reduce(header.count + 40) { $0 + ($1.content?.count ?? 16) + 24 }
  }

  /// The change without the payloads at some places: their hashes keep the chain whole.
  ///
  /// The random bytes of the others are written out, so that nobody can derive those of the erased
  /// ones any more.
  func erasing(_ places: Set<Int>) throws(SyncError) -> SealedChange {
    let leaves = try PayloadLeaves(of: self)
    let remains = payloads.indices.map { place -> SealedPayload in
      if case .erased = payloads[place] { return payloads[place] }
      guard !places.contains(place), let content = payloads[place].content else {
        return .erased(hash: leaves.hashes[place])
      }
      return .salted(leaves.salts[place], content)
    }
    return SealedChange(header: header, secret: nil, payloads: remains)
  }
}

extension CBORWriter {
  mutating func sealedChange(_ change: SealedChange) {
    array(4)
    unsigned(SealedChange.formatVersion)
    byteString(change.header)
    if let secret = change.secret { byteString(secret) } else { null() }
    array(change.payloads.count)
    for payload in change.payloads {
      switch payload {
      case .present(let content):
        byteString(content)
      case .salted(let salt, let content):
        array(2)
        byteString(salt)
        byteString(content)
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
    guard count == 4 else { throw failure(.outOfRange) }
    let header = try byteString(upTo: SyncLimits.headerBytes)
    let isWhole = try !null()
    let secret = isWhole ? try byteString(of: SealedPayload.saltBytes) : nil
    let number = try array(upTo: SyncLimits.payloads)
    var payloads: [SealedPayload] = []
    payloads.reserveCapacity(min(number, 4096))
    for _ in 0..<number {
      payloads.append(
        isWhole ? .present(try byteString(upTo: SyncLimits.payloadBytes)) : try remains())
    }
    return SealedChange(header: header, secret: secret, payloads: payloads)
  }

  /// A payload of a change of which something was erased.
  private mutating func remains() throws(SyncError) -> SealedPayload {
    switch try array() {
    case 1: return .erased(hash: try byteString(of: 32))
    case 2:
      let salt = try byteString(of: SealedPayload.saltBytes)
      return .salted(salt, try byteString(upTo: SyncLimits.payloadBytes))
    default: throw failure(.outOfRange)
    }
  }
}
