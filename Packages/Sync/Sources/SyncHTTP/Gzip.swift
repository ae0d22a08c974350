internal import CGzip

/// The gzip format (RFC 1952), for bodies that say so in `Content-Encoding`.
public enum Gzip {
  /// Why bytes cannot be unpacked.
  public enum Failure: Error, Hashable, Sendable {
    /// They are not gzip, are damaged or end too early.
    case damaged
    /// They unpack to more than was allowed.
    case tooLong
  }

  /// Packs bytes; quick rather than small.
  public static func packed(_ bytes: [UInt8]) -> [UInt8]? {
    var stream = z_stream()
    guard cgzip_deflate_init_gzip(&stream, 1) == Z_OK else { return nil }
    defer { deflateEnd(&stream) }
    let bound = Int(deflateBound(&stream, UInt(bytes.count)))
    var input = bytes
    return input.withUnsafeMutableBufferPointer { source -> [UInt8]? in
      stream.next_in = source.baseAddress
      stream.avail_in = UInt32(clamping: source.count)
      var isWhole = false
      let packed = [UInt8](unsafeUninitializedCapacity: bound) { target, count in
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(clamping: bound)
        isWhole = deflate(&stream, Z_FINISH) == Z_STREAM_END
        count = bound - Int(stream.avail_out)
      }
      return isWhole ? packed : nil
    }
  }

  /// Unpacks bytes to at most `limit`; a small body that unpacks to a huge one is left at the
  /// limit.
  public static func unpacked(
    _ bytes: [UInt8], limit: Int
  ) throws(Failure) -> [UInt8] {
    var stream = z_stream()
    guard cgzip_inflate_init_gzip(&stream) == Z_OK else { throw .damaged }
    defer { inflateEnd(&stream) }
    var output: [UInt8] = []
    var input = bytes
    let code = input.withUnsafeMutableBufferPointer { source -> Int32 in
      stream.next_in = source.baseAddress
      stream.avail_in = UInt32(clamping: source.count)
      return drain(&stream, into: &output, limit: limit)
    }
    if output.count > limit { throw .tooLong }
    guard code == Z_STREAM_END, stream.avail_in == 0 else { throw .damaged }
    return output
  }

  /// Unpacks until the end, a fault, or more than the limit.
  private static func drain(
    _ stream: inout z_stream, into output: inout [UInt8], limit: Int
  ) -> Int32 {
    var chunk = [UInt8](repeating: 0, count: 1 << 17)
    while true {
      let size = chunk.count
      var code = Z_OK
      let count = chunk.withUnsafeMutableBufferPointer { buffer -> Int in
        stream.next_out = buffer.baseAddress
        stream.avail_out = UInt32(size)
        code = inflate(&stream, Z_NO_FLUSH)
        return size - Int(stream.avail_out)
      }
      output.append(contentsOf: chunk[..<count])
      // Without progress the input ends too early.
      if code != Z_OK || output.count > limit || count == 0 { return code }
    }
  }
}
