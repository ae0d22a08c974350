internal import CDeflate

/// Packs the bytes of changes and states, most of which is Czech text, to about a third (zlib,
/// RFC 1950).
///
/// A packed value begins with FF, which no CBOR item does, and the size of what it holds in four
/// bytes; anything else stands for itself, so that small values and older files are as they were.
enum Packing {
  private static let mark: UInt8 = 0xFF
  static let headBytes = 5
  /// The most bytes that are unpacked: more than any change or state may have.
  static let mostBytes = 1 << 28

  /// Writes what a packed value of so many bytes begins with.
  static func writeHead(_ size: Int, into buffer: UnsafeMutableBufferPointer<UInt8>) {
    buffer[0] = mark
    for place in 0..<4 { buffer[place + 1] = UInt8(truncatingIfNeeded: size >> (8 * place)) }
  }

  /// Returns what was packed.
  /// - Throws: ``StorageError/damaged(place:)`` for bytes that ``Packer`` did not write.
  static func unpack(_ bytes: [UInt8]) throws(StorageError) -> [UInt8] {
    guard bytes.first == mark else { return bytes }
    guard let size = size(of: bytes), size <= mostBytes else { throw .damaged(place: "packed") }
    let plain = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      var room = uLongf(size)
      let code = bytes.withUnsafeBufferPointer { source in
        uncompress(
          buffer.baseAddress, &room, source.baseAddress.map { $0 + headBytes },
          uLong(bytes.count - headBytes))
      }
      count = code == Z_OK ? Int(room) : 0
    }
    guard plain.count == size else { throw .damaged(place: "packed") }
    return plain
  }

  /// How many bytes a value has unpacked; `nil` for one that is cut off.
  static func size(of bytes: some Collection<UInt8>) -> Int? {
    guard bytes.first == mark else { return bytes.count }
    let head = Array(bytes.prefix(headBytes))
    guard head.count == headBytes else { return nil }
    return head.dropFirst().reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
