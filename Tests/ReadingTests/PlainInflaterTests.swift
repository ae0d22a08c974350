import Testing

@testable import Parsing

@Suite("Plain DEFLATE data")
struct PlainInflaterTests {
  /// The packed entries of a document.
  private func entries(_ name: String) throws -> [(packed: [UInt8], size: Int)] {
    try TestFiles.fixture(name).withUnsafeBufferPointer { file in
      try ZipDirectory(file).entries.filter { $0.method == 8 }.map {
        (Array(try $0.data(in: file)), $0.size)
      }
    }
  }

  private func plain(_ packed: [UInt8], _ size: Int) -> [UInt8]? {
    let padded = packed + Array(repeating: 0xFF, count: BitReader.margin)
    var buffer = PartBuffer()
    let target = buffer.reserve(size)
    let isPlain = padded.withUnsafeBufferPointer {
      PlainInflater().inflate(UnsafeBufferPointer(rebasing: $0[..<packed.count]), into: target)
    }
    return isPlain ? Array(buffer.bytes) : nil
  }

  private func zlib(_ packed: [UInt8], _ size: Int) -> [UInt8]? {
    var buffer = PartBuffer()
    let target = buffer.reserve(size)
    let isSound = packed.withUnsafeBufferPointer { Zlib.inflate($0, into: target) }
    return isSound ? Array(buffer.bytes) : nil
  }

  @Test("unpacks what zlib unpacks", arguments: SameDocumentTests.names)
  func sameBytes(name: String) throws {
    var plainCount = 0
    for (packed, size) in try entries("\(name).docx") {
      guard let bytes = plain(packed, size) else { continue }
      plainCount += 1
      #expect(bytes == zlib(packed, size))
      #expect(plain(packed, size + 1) == nil)
      #expect(size == 0 || plain(packed, size - 1) == nil)
    }
    #expect(plainCount > 3)
  }

  @Test("takes nothing that zlib refuses, however the data is damaged")
  func neverMore() throws {
    var generator = SeededGenerator(state: 1951)
    for (packed, size) in try entries("zatec-2020-06-10.docx") where size < 20_000 {
      for _ in 0..<60 {
        var damaged = packed
        for _ in 0...Int.random(in: 0...2, using: &generator) {
          let place = Int.random(in: 0..<damaged.count, using: &generator)
          damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        }
        if Bool.random(using: &generator) { damaged.removeLast(min(4, damaged.count)) }
        guard let bytes = plain(damaged, size) else { continue }
        #expect(bytes == zlib(damaged, size))
      }
    }
  }

  @Test("a stored block is copied, and one that contradicts itself is not")
  func stored() {
    #expect(plain([1, 2, 0, 0xFD, 0xFF, 65, 66], 2) == [65, 66])
    #expect(plain([1, 2, 0, 0xFD, 0xFE, 65, 66], 2) == nil)
    #expect(plain([1, 2, 0, 0xFD, 0xFF, 65], 2) == nil)
    #expect(plain([], 0) == nil)
  }
}
