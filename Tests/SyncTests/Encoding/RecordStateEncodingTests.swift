import Domain
import Sync
import Testing

@Suite("The bytes of a merged record")
struct RecordStateEncodingTests {
  @Test("Reading gives the same bytes again", arguments: UInt64(300)..<340)
  func roundTrip(seed: UInt64) throws {
    for state in History(seed: seed).delivered(seed: seed).states.values {
      #expect(try RecordState(decoding: state.encoded()).encoded() == state.encoded())
    }
  }

  @Test("A small state, byte for byte")
  func golden() {
    var state = RecordState(kind: 2)
    let source = SourceReference(field: 1, document: .example(7), range: SourceRange(3, 300))
    state.apply(
      [
        .assign(field: 1, value: .text("Liberec"), replaces: []),
        .assign(field: 2, value: nil, replaces: []),
        .insert(field: 101, element: .source(source)),
      ], in: .example(1, 5, time: 1000))
    #expect(state.encoded().hex == Self.golden)
  }

  @Test("Every cut is refused")
  func cuts() throws {
    let bytes = try #require(History(seed: 1).replicas[0].states.values.first).encoded()
    for end in bytes.indices {
      #expect(throws: SyncError.self) { try RecordState(decoding: Array(bytes[..<end])) }
    }
  }

  @Test("A newer format is named as such")
  func version() {
    #expect(throws: SyncError(.version, place: "state:2:out-of-range")) {
      try RecordState(decoding: [0x87, 0x02, 0, 0, 0, 0, 0, 0])
    }
  }

  private static let golden = """
    87010281504bf5122f344554c53bde2ebb8cd2b7e3858200058200058080808400051a03e80000f5a2018200674c\
    696265726563028200f6a1186583840150000000000000000000000000000000070319012c830005f580
    """
}
