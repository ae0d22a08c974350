import CZlib

/// The doorway to zlib.
enum Zlib {
  /// Unpacks DEFLATE data (RFC 1951) in one go.
  /// - Returns: Whether the data is sound and is exactly as long as the target.
  static func inflate(
    _ packed: UnsafeBufferPointer<UInt8>, into target: UnsafeMutableBufferPointer<UInt8>
  ) -> Bool {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, size) == Z_OK else { return false }
    defer { inflateEnd(&stream) }
    stream.next_in = UnsafeMutablePointer(mutating: packed.baseAddress)
    stream.avail_in = UInt32(clamping: packed.count)
    stream.next_out = target.baseAddress
    stream.avail_out = UInt32(clamping: target.count)
    return CZlib.inflate(&stream, Z_FINISH) == Z_STREAM_END && stream.avail_out == 0
  }

  /// The checksum of a ZIP entry.
  static func checksum(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    Int(crc32_z(0, bytes.baseAddress, bytes.count))
  }
}
