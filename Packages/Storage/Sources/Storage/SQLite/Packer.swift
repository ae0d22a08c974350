internal import CDeflate

/// Packs many values one after another (see ``Packing``) in the same memory: zlib takes a quarter
/// of a megabyte for each stream, and getting that costs more than packing a state.
///
/// Final class because it owns a C stream, which knows its own address and is ended exactly once.
/// It belongs to a connection, and like that to one thread at a time.
final class Packer {
  /// Fast: twice the effort makes minutes a fifteenth smaller.
  private static let level: Int32 = 1

  private let stream: UnsafeMutablePointer<z_stream>
  private let isReady: Bool

  init() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    isReady = cdeflate_begin(stream, Self.level) == Z_OK
  }

  deinit {
    if isReady { deflateEnd(stream) }
    stream.deinitialize(count: 1)
    stream.deallocate()
  }

  /// Returns the bytes packed where that makes them smaller.
  /// - Parameter least: Smaller values are not worth it.
  func pack(_ bytes: [UInt8], atLeast least: Int = 256) -> [UInt8] {
    let size = bytes.count
    guard isReady, size >= max(least, Packing.headBytes), size <= Packing.mostBytes,
      deflateReset(stream) == Z_OK
    else { return bytes }
    let packed = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      Packing.writeHead(size, into: buffer)
      let target = UnsafeMutableBufferPointer(rebasing: buffer[Packing.headBytes...])
      count = deflate(bytes, into: target).map { Packing.headBytes + $0 } ?? 0
    }
    return packed.isEmpty ? bytes : packed
  }

  /// How many bytes were written; `nil` where there is not enough room.
  private func deflate(_ bytes: [UInt8], into target: UnsafeMutableBufferPointer<UInt8>) -> Int? {
    bytes.withUnsafeBufferPointer { source in
      // zlib reads from there and does not write, whatever its declaration says.
      stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
      stream.pointee.avail_in = uInt(source.count)
      stream.pointee.next_out = target.baseAddress
      stream.pointee.avail_out = uInt(target.count)
      let code = CDeflate.deflate(stream, Z_FINISH)
      return code == Z_STREAM_END ? Int(stream.pointee.total_out) : nil
    }
  }
}
