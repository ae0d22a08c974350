import Domain
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
    89534c44420d1a0a0100000000000001f8845034750f98bd59fcfc946da45aaabe933ba15034750f98bd59fcfc94\
    6da45aaabe933b02f581845034750f98bd59fcfc946da45aaabe933b01828301587ca90101025034750f98bd59fc\
    fc946da45aaabe933b0301041a03e8000005a007f50802095820b590ba12493f33438475862f5b3bade339a2e065\
    538af047fdfffb4de5e177850aa30158208a88e3dd7409f195fd52db2d3cba5d72ca6709bf1d94121bf3748801b4\
    0f6f5c02676c69626572656303666c6170746f708257910a2dec89025cc1beeb8da1658eec67a101644a616e6158\
    2cf893a2eefb32555e71c18690ee42c90ba301500000000000000000000000000000000102020381830101616183\
    015869a90101025034750f98bd59fcfc946da45aaabe933b0302041a03e8000105a0065820924bafb931b9419530\
    80ec97ff11f43ff3502cd7ca98948894fbfeb4915f429e07f50802095820108354683142a8527aad890cff504288\
    209cc2689559639adb131ff70ca5e8b3825771bb54d8d101b5b9c34d0bff90150280a101644a616e61582ce099ec\
    6cd7363ca585e7bb0f12278575a301500000000000000000000000000000000102020381830101616258406a7628\
    adc7dd4087d7c41b87fb96da461b912992dcc821b092e0356f562f6918eff8c7adb4783df4ef0281b8e9df04fc07\
    b12bdc48db0872f57b20a97df8d60f77a1a852a374190c0c47c122fb933cf2511af4887bcbdd34cba1d9df8c671f\
    39
    """
}
