/// What two replicas say to each other.
public enum ExchangeMessage: Hashable, Sendable {
  /// Who is calling, and what it has; answered by a delivery of what it lacks.
  case greeting(replica: ReplicaID, has: VersionVector)
  /// Changes; one to the answering side is answered by an acknowledgement.
  case delivery(Bundle)
  /// What the answering side has after a delivery.
  case acknowledgement(has: VersionVector)
}

// message = [1, 1, replica, vector] / [1, 2, bundle: bstr] / [1, 3, vector]

extension ExchangeMessage {
  static let formatVersion: UInt64 = 1

  /// The bytes of the message.
  public func encoded() -> [UInt8] {
    switch self {
    case .greeting(let replica, let has):
      var writer = Self.writer(1, of: 4)
      writer.replica(replica)
      writer.vector(has)
      return writer.bytes
    case .delivery(let bundle):
      let bytes = bundle.encoded()
      var writer = Self.writer(2, of: 3, reserving: bytes.count + 16)
      writer.byteString(bytes)
      return writer.bytes
    case .acknowledgement(let has):
      var writer = Self.writer(3, of: 3)
      writer.vector(has)
      return writer.bytes
    }
  }

  /// Reads the bytes of a message.
  /// - Throws: what ``Bundle/init(decoding:)`` throws, and for the same reasons.
  public init(decoding bytes: [UInt8]) throws(SyncError) {
    guard bytes.count <= SyncLimits.messageBytes else {
      throw SyncError(.tooBig, place: "message")
    }
    var reader = CBORReader(bytes, of: "message")
    let count = try reader.array()
    guard try reader.unsigned() == Self.formatVersion else {
      throw reader.failure(.outOfRange, .version)
    }
    switch (try reader.unsigned(), count) {
    case (1, 4): self = .greeting(replica: try reader.replica(), has: try reader.vector())
    case (2, 3):
      let bundle = try reader.byteString(upTo: SyncLimits.messageBytes)
      self = .delivery(try Bundle(decoding: bundle))
    case (3, 3): self = .acknowledgement(has: try reader.vector())
    default: throw reader.failure(.outOfRange)
    }
    try reader.finish()
  }

  private static func writer(
    _ kind: UInt64, of count: Int, reserving capacity: Int = 256
  ) -> CBORWriter {
    var writer = CBORWriter(reserving: capacity)
    writer.array(count)
    writer.unsigned(formatVersion)
    writer.unsigned(kind)
    return writer
  }
}
