internal import CDeflate

/// Packs many values one after another (see ``Packing``) in the same memory: zlib takes a quarter
/// of a megabyte for each stream, and getting that costs more than packing a state.
///
/// Final class because it owns a C stream, which knows its own address and is ended exactly once.
/// It belongs to a connection, and like that to one thread at a time.
final class Packer {
  /// What zlib takes for the best of effort and size: a twelfth smaller than with the least, and
  /// where the text of a document is left out no slower.
  private static let level: Int32 = 6

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
    guard isReady, bytes.count >= least, bytes.count <= Packing.mostBytes,
      deflateReset(stream) == Z_OK
    else { return bytes }
    return packed(bytes, behind: Packing.head(bytes.count), in: bytes.count) ?? bytes
  }

  /// Returns the bytes packed without a text that will stand beside them; `nil` where the text is
  /// not in them or they would not be smaller.
  func pack(_ bytes: [UInt8], without text: String) -> [UInt8]? {
    var text = text
    return text.withUTF8 { text in
      guard isReady, !text.isEmpty, bytes.count <= Packing.mostBytes,
        let place = bytes.place(of: text), deflateReset(stream) == Z_OK
      else { return nil }
      let dictionary = Packing.dictionary(text)
      guard deflateSetDictionary(stream, dictionary.baseAddress, uInt(dictionary.count)) == Z_OK
      else { return nil }
      let rest = Array(bytes[..<place] + bytes[(place + text.count)...])
      let head = Packing.head(bytes.count, withoutTextAt: place)
      return packed(rest, behind: head, in: bytes.count)
    }
  }

  /// Returns bytes packed by the stream behind a head; `nil` where they do not fit into the room.
  private func packed(_ bytes: [UInt8], behind head: [UInt8], in room: Int) -> [UInt8]? {
    guard room > head.count else { return nil }
    let packed = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      _ = buffer.initialize(fromContentsOf: head)
      let target = UnsafeMutableBufferPointer(rebasing: buffer[head.count...])
      count = deflate(bytes, into: target).map { head.count + $0 } ?? 0
    }
    return packed.isEmpty ? nil : packed
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

extension [UInt8] {
  /// How many places that begin alike are compared, so that hostile bytes cost no more than time
  /// linear in their length.
  private static var mostComparisons: Int { 64 }

  /// Where other bytes stand in these first; `nil` where they do not.
  fileprivate func place(of part: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let first = part.first, part.count <= count else { return nil }
    let beginning = UnsafeBufferPointer(rebasing: part.prefix(16))
    var comparisons = 0
    for place in 0...count - part.count where self[place] == first {
      guard holds(beginning, at: place) else { continue }
      if holds(part, at: place) { return place }
      comparisons += 1
      if comparisons == Self.mostComparisons { return nil }
    }
    return nil
  }
}
