import Crypto

// bundle-file = magic: 8 bytes, version: 1 byte, body length: 8 bytes, body,
//               SHA-256 of all before: 32 bytes
// body = [sender: replica, has: vector, is-complete: bool, [* segment], ? bstr .cbor checkpoint]

extension Bundle {
  /// The first bytes of a bundle.
  ///
  /// As in PNG (section 5.2), a byte above 127 and both kinds of line end show at once when
  /// something has treated the file as text.
  public static let magic: [UInt8] = [0x89] + Array("SLDB".utf8) + [0x0D, 0x1A, 0x0A]
  static let formatVersion: UInt8 = 1
  private static let prefixBytes = 17
  private static let trailerBytes = 32

  /// The bytes of the bundle; linear in its size.
  public func encoded() -> [UInt8] {
    var writer = CBORWriter(
      after: Self.magic + [Self.formatVersion] + [UInt8](repeating: 0, count: 8),
      reserving: encodedSize + Self.trailerBytes)
    writer.array(checkpoint == nil ? 4 : 5)
    writer.replica(sender)
    writer.vector(has)
    writer.boolean(isComplete)
    writer.array(segments.count)
    for segment in segments { writer.segment(segment) }
    if let checkpoint { writer.byteString(checkpoint.encoded()) }
    return Self.closed(writer.take())
  }

  /// Reads the bytes of a bundle.
  ///
  /// The hash at the end is checked before the body is looked at.
  /// - Throws: `E_BATCH_TRUNCATED`, `E_BATCH_HASH`, `E_BATCH_FORMAT`, `E_VERSION`, `E_TOO_BIG`.
  public init(decoding bytes: [UInt8]) throws(SyncError) {
    let body = try Self.body(of: bytes)
    var reader = CBORReader(bytes, from: body.lowerBound, to: body.upperBound, of: "bundle")
    let parts = try reader.array()
    guard (4...5).contains(parts) else { throw reader.failure(.outOfRange) }
    let sender = try reader.replica()
    let has = try reader.vector()
    let isComplete = try reader.boolean()
    let count = try reader.array()
    var segments: [LogSegment] = []
    segments.reserveCapacity(min(count, 1024))
    for _ in 0..<count { segments.append(try reader.segment()) }
    let checkpoint =
      parts == 5
      ? try Checkpoint(decoding: reader.byteString(upTo: SyncLimits.bundleBytes)) : nil
    try reader.finish()
    guard Set(segments.map(\.replica)).count == count else { throw reader.failure(.duplicateKey) }
    self.init(
      sender: sender, has: has, isComplete: isComplete, segments: segments,
      checkpoint: checkpoint)
  }

  /// Where the body lies, once the frame around it and the hash are right.
  private static func body(of bytes: [UInt8]) throws(SyncError) -> Range<Int> {
    guard bytes.count <= SyncLimits.bundleBytes else { throw fault(.tooBig, "size") }
    guard bytes.starts(with: magic.prefix(bytes.count)) else { throw fault(.format, "magic") }
    guard bytes.count > magic.count else { throw fault(.truncated, "magic") }
    guard bytes[magic.count] == formatVersion else { throw fault(.version, "version") }
    guard bytes.count >= prefixBytes else { throw fault(.truncated, "length") }
    let length = bytes[(prefixBytes - 8)..<prefixBytes].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let available = bytes.count - prefixBytes - trailerBytes
    guard available >= 0, length <= UInt64(available) else { throw fault(.truncated, "body") }
    guard length == UInt64(available) else { throw fault(.format, "trailing") }
    let end = prefixBytes + available
    guard SHA256.bytes(of: bytes[..<end]).elementsEqual(bytes[end...]) else {
      throw fault(.hash, "trailer")
    }
    return prefixBytes..<end
  }

  /// Fills the length in and adds the hash.
  private static func closed(_ open: consuming [UInt8]) -> [UInt8] {
    var bytes = open
    let length = UInt64(bytes.count - prefixBytes)
    for place in 0..<8 {
      bytes[prefixBytes - 8 + place] = UInt8(truncatingIfNeeded: length >> UInt64(56 - place * 8))
    }
    bytes.append(contentsOf: SHA256.bytes(of: bytes))
    return bytes
  }

  private static func fault(_ code: SyncError.Code, _ place: String) -> SyncError {
    SyncError(code, place: "bundle:\(place)")
  }

  private var encodedSize: Int {
    segments.reduce(64 + has.dots.count * 26) { size, segment in
      segment.changes.reduce(size + 128) { $0 + $1.encodedSize }
    }
  }
}
