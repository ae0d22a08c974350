import Domain
import TestSupport
import Testing

@Suite("Identifiers")
struct RecordIDTests {
  @Test("the text of any identifier reads back and sorts as the number does")
  func roundTrip() {
    var generator = SeededGenerator(seed: 7)
    var previous: RecordID?
    for id in (0..<500).map({ _ in RecordID.random(using: &generator) }).sorted() {
      #expect(RecordID(id.description) == id)
      #expect(RecordID(id.description.uppercased()) == id)
      #expect(RecordID(bytes: id.bytes) == id)
      if let previous { #expect(previous.description < id.description) }
      previous = id
    }
  }

  @Test("texts that are no identifiers are refused")
  func refused() {
    #expect(RecordID("") == nil)
    #expect(RecordID(String(repeating: "z", count: 26)) == nil)
    #expect(RecordID(String(repeating: "0", count: 25)) == nil)
    #expect(RecordID(String(repeating: "u", count: 26)) == nil)
    #expect(RecordID("0123456789abcdefghjkmnpq-s") == nil)
  }

  @Test("no two natural keys share their bytes")
  func canonicalBytes() {
    let keys = [
      NaturalKey(Meeting.kind, "a", "bc"), NaturalKey(Meeting.kind, "ab", "c"),
      NaturalKey(Meeting.kind, "abc"), NaturalKey(Project.kind, "abc"),
      NaturalKey(Meeting.kind, "1:a"),
    ]
    #expect(Set(keys.map(\.canonicalBytes)).count == keys.count)
  }
}
