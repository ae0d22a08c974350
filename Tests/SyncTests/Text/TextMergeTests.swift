import Domain
import Sync
import TestSupport
import Testing

@Suite("Merging texts")
struct TextMergeTests {
  @Test("Any causal order and any repetition lead to equal bytes", arguments: UInt64(0)..<300)
  func orderDoesNotMatter(seed: UInt64) {
    let history = TextHistoryExample(seed: seed, withLiars: seed.isMultiple(of: 2))
    let expected = history.delivered(seed: seed).encoded()
    for other in 1...3 {
      #expect(history.delivered(seed: seed &* 31 &+ UInt64(other)).encoded() == expected)
    }
    #expect(history.delivered(seed: seed, settlingOnceIn: 1).encoded() == expected)
  }

  @Test("Writers agree once each has heard all", arguments: UInt64(0)..<100)
  func writersAgree(seed: UInt64) {
    let history = TextHistoryExample(seed: seed, writers: 5, withLiars: true)
    let expected = history.delivered(seed: seed).encoded()
    for var writer in history.writers {
      for message in history.messages where !writer.known.contains(message.context.dot) {
        writer.receive(message)
      }
      #expect(writer.document.encoded() == expected)
    }
  }

  @Test("A stored text merges on as if it had stayed", arguments: UInt64(0)..<60)
  func storedTextsMergeOn(seed: UInt64) throws {
    let history = TextHistoryExample(seed: seed, withLiars: true)
    var document = TextDocument()
    for message in history.messages {
      document.apply(message.edit, in: message.context)
      document = try TextDocument(decoding: document.encoded())
    }
    #expect(document.encoded() == history.delivered(seed: seed).encoded())
  }

  @Test("What nobody deletes stays, once", arguments: UInt64(0)..<100)
  func nothingIsLost(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var writers = (0..<4).map { TextWriter(UInt8($0)) }
    var messages: [TextWriter.Message] = []
    for number in 0..<40 {
      let place = generator.below(4)
      let position = generator.below(writers[place].document.count + 1)
      messages.append(writers[place].edit(.insert("<\(number)>", at: position)))
      if generator.once(in: 3) {
        let to = generator.below(4)
        for message in messages where writers[to].isReady(for: message) {
          writers[to].receive(message)
        }
      }
    }
    var reader = TextWriter(99)
    for message in messages { reader.receive(message) }
    let marks = reader.document.text.unicodeScalars.filter { $0 == "<" }.count
    #expect(marks == 40)
  }
}
