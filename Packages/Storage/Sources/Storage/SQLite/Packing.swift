internal import CDeflate

/// Packs the bytes of changes and states, most of which is Czech text, to about a third (zlib,
/// RFC 1950).
///
/// A packed value begins with FF, which no CBOR item does, and the size of what it holds in four
/// bytes; anything else stands for itself, so that small values and older files are as they were.
///
/// A value that has the text of a document in it is kept without it, as the text stands beside it:
/// it begins with FE, the size of the whole and the place of the text, in four bytes each. The
/// rest, most of which are words of that text, is packed with it as dictionary.
enum Packing {
  private static let mark: UInt8 = 0xFF
  private static let markWithoutText: UInt8 = 0xFE
  private static let headBytes = 5
  private static let headBytesWithoutText = 9
  /// The most bytes that are unpacked: more than any change or state may have.
  static let mostBytes = 1 << 28
  /// How far back zlib looks.
  private static let window = 1 << 15

  /// What a packed value of so many bytes begins with.
  static func head(_ size: Int) -> [UInt8] { [mark] + bytes(of: size) }

  /// The same for one that is kept without the text at a place in it.
  static func head(_ size: Int, withoutTextAt place: Int) -> [UInt8] {
    [markWithoutText] + bytes(of: size) + bytes(of: place)
  }

  private static func bytes(of number: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  /// What of a text serves as dictionary.
  static func dictionary(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: text.suffix(window))
  }

  /// Returns what was packed.
  /// - Parameter text: The text that stands beside the value, if one does.
  /// - Throws: ``StorageError/damaged(place:)`` for bytes that ``Packer`` did not write.
  static func unpack(_ bytes: [UInt8], with text: String? = nil) throws(StorageError) -> [UInt8] {
    switch bytes.first {
    case mark: return try unpack(bytes, from: headBytes, with: "", at: 0)
    case markWithoutText:
      guard let text, let place = number(at: 5, in: bytes) else { throw .damaged(place: "packed") }
      return try unpack(bytes, from: headBytesWithoutText, with: text, at: place)
    default: return bytes
    }
  }

  private static func unpack(
    _ bytes: [UInt8], from start: Int, with text: String, at place: Int
  ) throws(StorageError) -> [UInt8] {
    var text = text
    let plain = text.withUTF8 { text -> [UInt8]? in
      guard let size = size(of: bytes), size <= mostBytes, bytes.count >= start else { return nil }
      let rest = size - text.count
      guard rest >= 0, let packed = inflate(bytes[start...], to: rest, dictionary(text)),
        place <= rest
      else { return nil }
      if text.isEmpty { return packed }
      var whole: [UInt8] = []
      whole.reserveCapacity(size)
      whole += packed[..<place]
      whole += text
      whole += packed[place...]
      return whole
    }
    guard let plain else { throw .damaged(place: "packed") }
    return plain
  }

  /// Unpacks a stream that holds exactly so many bytes; `nil` for any other.
  private static func inflate(
    _ packed: ArraySlice<UInt8>, to size: Int, _ dictionary: UnsafeBufferPointer<UInt8>
  ) -> [UInt8]? {
    var stream = z_stream()
    guard cinflate_begin(&stream) == Z_OK else { return nil }
    defer { inflateEnd(&stream) }
    let plain = packed.withUnsafeBufferPointer { source in
      [UInt8](unsafeUninitializedCapacity: max(size, 1)) { buffer, count in
        // zlib reads from there and does not write, whatever its declaration says.
        stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        stream.avail_in = uInt(source.count)
        stream.next_out = buffer.baseAddress
        stream.avail_out = uInt(size)
        var code = CDeflate.inflate(&stream, Z_FINISH)
        if code == Z_NEED_DICT,
          inflateSetDictionary(&stream, dictionary.baseAddress, uInt(dictionary.count)) == Z_OK
        {
          code = CDeflate.inflate(&stream, Z_FINISH)
        }
        count = code == Z_STREAM_END ? Int(stream.total_out) : 0
      }
    }
    return plain.count == size ? plain : nil
  }

  /// How many bytes a value has unpacked; `nil` for one that is cut off.
  static func size(of bytes: some Collection<UInt8>) -> Int? {
    guard bytes.first == mark || bytes.first == markWithoutText else { return bytes.count }
    return number(at: 1, in: bytes)
  }

  private static func number(at place: Int, in bytes: some Collection<UInt8>) -> Int? {
    let digits = Array(bytes.dropFirst(place).prefix(4))
    guard digits.count == 4 else { return nil }
    return digits.reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
