import TestSupport
import Testing

@testable import Sync

@Suite("Deterministic CBOR")
struct CBORTests {
  private func reader(_ hex: String) -> CBORReader {
    CBORReader([UInt8](hex: hex), of: "test")
  }

  /// Expects reading to break a rule, or none.
  private func expect(
    _ fault: String?, _ hex: String, sourceLocation: SourceLocation = #_sourceLocation,
    _ read: (inout CBORReader) throws -> Void
  ) {
    var reader = reader(hex)
    var found: String?
    do {
      try read(&reader)
    } catch {
      found = (error as? SyncError)?.place.split(separator: ":").last.map(String.init)
    }
    #expect(found == fault, sourceLocation: sourceLocation)
  }

  @Test(
    "Numbers take the shortest form (RFC 8949, appendix A)",
    arguments: [
      (0, "00"), (23, "17"), (24, "1818"), (255, "18ff"), (256, "190100"), (65535, "19ffff"),
      (65536, "1a00010000"), (4_294_967_295, "1affffffff"), (4_294_967_296, "1b0000000100000000"),
      (.max, "1bffffffffffffffff"),
    ] as [(UInt64, String)])
  func numbers(value: UInt64, hex: String) throws {
    var writer = CBORWriter()
    writer.unsigned(value)
    #expect(writer.bytes.hex == hex)
    var reader = reader(hex)
    let read = try reader.unsigned()
    #expect(read == value)
  }

  @Test("Signed numbers", arguments: [0, -1, -24, -25, 1, .min, .max] as [Int64])
  func integers(value: Int64) throws {
    var writer = CBORWriter()
    writer.integer(value)
    var reader = CBORReader(writer.bytes, of: "test")
    let read = try reader.integer()
    #expect(read == value)
    try reader.finish()
  }

  @Test(
    "Longer forms than needed are refused",
    arguments: ["1817", "1900ff", "1a0000ffff", "1b00000000ffffffff", "1800"])
  func notShortest(hex: String) {
    expect("not-shortest", hex) { _ = try $0.unsigned() }
    expect("not-shortest", hex) { try $0.skip() }
  }

  @Test("Indefinite lengths are refused", arguments: ["5f", "7f", "9f", "bf", "ff", "9f01ff"])
  func indefinite(hex: String) {
    expect("indefinite", hex) { try $0.skip() }
  }

  @Test("Reserved heads are refused", arguments: ["1c", "1d", "1e", "3c", "5d", "9e"])
  func reserved(hex: String) {
    expect("reserved", hex) { try $0.skip() }
  }

  @Test("Keys come once and ascend")
  func keys() {
    func readMap(_ reader: inout CBORReader) throws {
      var previous: UInt64?
      for _ in 0..<(try reader.map()) {
        _ = try reader.key(after: &previous)
        try reader.skip()
      }
    }
    expect(nil, "a201000200", readMap)
    expect("duplicate-key", "a201000100", readMap)
    expect("unordered-keys", "a202000100", readMap)
  }

  @Test("A declared size beyond the bytes costs nothing and is refused")
  func declaredSizes() {
    expect("truncated", "5b7fffffffffffffff") { _ = try $0.byteString(upTo: .max) }
    expect("truncated", "9b7fffffffffffffff") { _ = try $0.array() }
    expect("truncated", "bb7fffffffffffffff") { _ = try $0.map() }
    expect("truncated", "9bffffffffffffffff") { try $0.skip() }
    expect("truncated", "bbffffffffffffffff") { try $0.skip() }
  }

  @Test("Too long, too deep, not UTF-8, trailing")
  func limits() {
    expect("out-of-range", "43010203") { _ = try $0.byteString(upTo: 2) }
    expect("bad-text", "62c328") { _ = try $0.text(upTo: 9) }
    expect("trailing", "00") { try $0.finish() }
    let deep = String(repeating: "81", count: 500_000) + "00"
    expect("too-deep", deep) { try $0.skip() }
  }

  @Test("Whatever the bytes, reading ends with a value or an error", arguments: UInt64(0)..<20)
  func noise(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let bytes = (0..<generator.below(40)).map { _ in UInt8.random(in: 0...255, using: &generator)
      }
      var reader = CBORReader(bytes, of: "noise")
      try? reader.skip()
      #expect(reader.position <= bytes.count)
      _ = try? RecordState(decoding: bytes)
      _ = try? SealedChange(decoding: bytes)
      _ = try? ExchangeMessage(decoding: bytes)
      _ = try? ChangeHeader(decoding: bytes, of: .example(1, 1))
      _ = try? PayloadCodec.part(from: bytes)
    }
  }
}
