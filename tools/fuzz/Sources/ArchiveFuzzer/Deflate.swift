@testable import Parsing

/// What holds for DEFLATE data: what the plain reader takes, zlib reads the same.
enum Deflate {
  static func check(_ packed: ArraySlice<UInt8>, size: Int) {
    var plain = PartBuffer()
    let target = plain.reserve(size)
    let padded = Array(packed) + Array(repeating: 0xA5, count: BitReader.margin)
    let isPlain = padded.withUnsafeBufferPointer {
      PlainInflater().inflate(UnsafeBufferPointer(rebasing: $0[..<packed.count]), into: target)
    }
    guard isPlain else { return }
    var judged = PartBuffer()
    let expected = judged.reserve(size)
    let isSound = packed.withUnsafeBufferPointer { Zlib.inflate($0, into: expected) }
    precondition(isSound, "the plain reader took what is no DEFLATE data")
    precondition(plain.bytes.elementsEqual(judged.bytes), "the plain reader read something else")
  }
}
