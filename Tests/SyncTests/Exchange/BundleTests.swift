import Domain
import TestSupport
import Testing

@testable import Sync

@Suite("Bundles")
struct BundleTests {
  private let bundle: Bundle
  private let bytes: [UInt8]

  init() throws {
    var writer = try SigningReplica(1)
    for text in ["a", "b"] { try writer.write(text) }
    bundle = writer.bundle
    bytes = bundle.encoded()
  }

  /// The class of the refusal; `nil` when the bytes are taken.
  private func refusal(of bytes: [UInt8]) -> SyncError.Code? {
    do throws(SyncError) {
      _ = try Bundle(decoding: bytes)
      return nil
    } catch {
      return error.code
    }
  }

  @Test("A bundle comes back as it was")
  func roundTrip() throws {
    #expect(try Bundle(decoding: bytes) == bundle)
    let empty = Bundle(
      sender: .example(1), has: VersionVector(.example(1, 3)), isComplete: false, segments: [])
    #expect(try Bundle(decoding: empty.encoded()) == empty)
  }

  @Test("A small bundle, byte for byte")
  func golden() {
    #expect(bytes.hex == Self.golden)
  }

  @Test("Every cut is refused as one")
  func cuts() {
    for end in bytes.indices {
      #expect(refusal(of: Array(bytes[..<end])) == .truncated)
    }
  }

  @Test("Five thousand flipped bits are refused")
  func flips() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<5000 {
      var damaged = bytes
      damaged[generator.below(bytes.count)] ^= 1 << generator.below(8)
      #expect(refusal(of: damaged) != nil)
    }
  }

  @Test("Zeroed stretches are refused")
  func zeros() {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<500 {
      var damaged = bytes
      let start = generator.below(bytes.count)
      let end = min(bytes.count, start + 1 + generator.below(64))
      damaged.replaceSubrange(start..<end, with: repeatElement(0, count: end - start))
      if damaged != bytes { #expect(refusal(of: damaged) != nil) }
    }
  }

  @Test("What is no bundle is refused by its first bytes")
  func strangers() {
    let texts = ["PK\u{3}\u{4}", "{\"has\":{}}", "\u{FEFF}", "\n", "\u{1F}\u{8B}"]
    for text in texts.map({ Array($0.utf8) }) {
      #expect(refusal(of: text) == .format)
      #expect(refusal(of: text + bytes) == .format)
    }
    #expect(refusal(of: []) == .truncated)
    #expect(refusal(of: [UInt8](repeating: 0, count: 100_000)) == .format)
  }

  @Test("What has been through a text tool is refused")
  func textTools() {
    let crlf = bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    let unix = bytes.filter { $0 != 0x0D }
    let utf8 = Array(String(decoding: bytes, as: UTF8.self).utf8)
    for damaged in [crlf, unix, utf8] { #expect(refusal(of: damaged) == .format) }
  }

  @Test("Two bundles in one file, or anything after the end, are refused")
  func trailing() {
    #expect(refusal(of: bytes + bytes) == .format)
    #expect(refusal(of: bytes + [0]) == .format)
  }

  @Test("A newer version is named as such")
  func newer() {
    var newer = bytes
    newer[8] = 2
    #expect(refusal(of: newer) == .version)
  }

  private static let golden = """
    89534c44420d1a0a01000000000000014f845034750f98bd59fcfc946da45aaabe933ba15034750f98bd59fcfc94\
    6da45aaabe933b02f581855034750f98bd59fcfc946da45aaabe933b01f68284015843a50101021a03e8000003a0\
    04f505a30158208a88e3dd7409f195fd52db2d3cba5d72ca6709bf1d94121bf3748801b40f6f5c02676c69626572\
    656303666c6170746f7050910a2dec89025cc1beeb8da1658eec678347a101644a616e61581ba301500000000000\
    000000000000000000000102020381830101f745a10481616184014da40101021a03e8000103a004f550f893a2ee\
    fb32555e71c18690ee42c90b8347a101644a616e61581ba301500000000000000000000000000000000102020381\
    830101f745a104816162584003685e52f516b2e5131744c1bffa5bf3458802774b66fed5a06ac598611157014fc4\
    89e4e4541da1173b69bb60fc6415fddccb2ad280b21a3e9c239c9deb0b05c150e2ad13187425e171227305c98114\
    21ee07c707346017cbe535d35443605a
    """
}
