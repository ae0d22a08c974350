import Domain
import Sync
import TestSupport
import Testing

@Suite("What was typed together stays together")
struct TextInterleavingTests {
  /// How a writer comes to their ten letters.
  enum Typing: CaseIterable {
    case forwards, backwards, forwardsInSessions, backwardsInSessions, outwards
  }

  @Test(
    "Two who type at one place off line do not mix their letters", arguments: Typing.allCases,
    Typing.allCases)
  func twoWriters(first: Typing, second: Typing) {
    for swapped in [false, true] {
      var base = TextWriter(5)
      let start = base.edit(.insert("()", at: 0))
      var (one, other) = (TextWriter(swapped ? 2 : 1), TextWriter(swapped ? 1 : 2))
      one.receive(start)
      other.receive(start)
      let mine = Self.type("a", first, &one)
      let theirs = Self.type("b", second, &other)
      for message in theirs { one.receive(message) }
      for message in mine { other.receive(message) }
      #expect(one.document.text == other.document.text)
      let letters = one.document.text.dropFirst().dropLast()
      let runs = letters.split(separator: "a").count + letters.split(separator: "b").count
      #expect(runs == 2, "\(first) against \(second): \(letters)")
    }
  }

  private static func type(
    _ letter: String, _ typing: Typing, _ writer: inout TextWriter
  ) -> [TextWriter.Message] {
    (0..<10).map { step in
      switch typing {
      case .forwards: writer.edit(.insert(letter, at: 1 + step))
      case .backwards: writer.edit(.insert(letter, at: 1))
      case .forwardsInSessions:
        writer.edit(.insert(letter, at: 1 + step * 2), .insert(letter, at: 2 + step * 2))
      case .backwardsInSessions: writer.edit(.insert(letter + letter, at: 1))
      case .outwards: writer.edit(.insert(letter, at: 1 + (step + 1) / 2))
      }
    }
  }

  @Test("Three who type at one place do not mix their letters either", arguments: UInt64(0)..<50)
  func threeWriters(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var messages: [TextWriter.Message] = []
    for (number, letter) in ["a", "b", "c"].enumerated() {
      var writer = TextWriter(UInt8(number))
      let typing: Typing = generator.once(in: 2) ? .forwards : .backwards
      let typed = Self.type(letter, typing, &writer)
      // The text is empty, so the first letter is cut to its end, position 0.
      messages += typed
    }
    var reader = TextWriter(9)
    var waiting = messages
    while !waiting.isEmpty {
      let ready = waiting.indices.filter { reader.isReady(for: waiting[$0]) }
      reader.receive(waiting.remove(at: ready[generator.below(ready.count)]))
    }
    let text = reader.document.text
    #expect(text.count == 30)
    let changes = zip(text, text.dropFirst()).filter { $0 != $1 }.count
    #expect(changes == 2, "\(text)")
  }
}
