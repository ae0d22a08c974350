import Domain
import Sync
import TestSupport

/// A replica of one text that edits off line and hears of others' edits.
struct TextWriter {
  /// An edit with the change that it belongs to.
  struct Message {
    let edit: TextEdit
    let context: WriteContext
  }

  let replica: ReplicaID
  private(set) var document = TextDocument()
  private(set) var known = VersionVector()

  init(_ number: UInt8) {
    replica = .example(number)
  }

  /// Edits the text as it is, or as it was in a version that was seen before.
  mutating func edit(
    at parents: [Dot]? = nil, asPerson: Bool = true, _ replacements: TextReplacement...
  ) -> Message {
    send(TextEdit(parents: parents ?? document.version, replacements), asPerson: asPerson)
  }

  /// Makes a change of an edit.
  mutating func send(_ edit: TextEdit, asPerson: Bool = true) -> Message {
    var dependencies = known
    dependencies[replica] = 0
    let context = WriteContext(
      dot: Dot(replica: replica, sequence: known[replica] + 1),
      timestamp: HybridTimestamp(milliseconds: 1), isPerson: asPerson, dependencies: dependencies)
    let message = Message(edit: edit, context: context)
    receive(message)
    return message
  }

  mutating func receive(_ message: Message) {
    document.apply(message.edit, in: message.context)
    known.observe(message.context.dot)
  }

  func isReady(for message: Message) -> Bool {
    known.dominates(message.context.dependencies)
      && known[message.context.dot.replica] + 1 >= message.context.dot.sequence
  }
}

extension TextReplacement {
  static func insert(_ text: String, at position: Int) -> TextReplacement {
    TextReplacement(position: position, inserted: text)
  }

  static func delete(_ count: Int, at position: Int) -> TextReplacement {
    TextReplacement(position: position, deleted: count)
  }
}

/// A random history of one text: replicas that edit off line and now and then hear of each other
/// in part.
struct TextHistoryExample {
  private(set) var messages: [TextWriter.Message] = []
  private(set) var writers: [TextWriter]
  private var generator: SeededGenerator

  init(seed: UInt64, writers count: Int = 3, steps: Int = 60, withLiars: Bool = false) {
    generator = SeededGenerator(seed: seed)
    writers = (0..<count).map { TextWriter(UInt8($0)) }
    for _ in 0..<steps {
      if generator.once(in: 3) { exchange() } else { write(withLiars) }
    }
  }

  private mutating func exchange() {
    let (from, to) = (generator.below(writers.count), generator.below(writers.count))
    let news = messages.filter {
      writers[from].known.contains($0.context.dot) && !writers[to].known.contains($0.context.dot)
    }
    for message in news.prefix(generator.below(news.count + 1)) { writers[to].receive(message) }
  }

  private mutating func write(_ withLiars: Bool) {
    let place = generator.below(writers.count)
    let length = writers[place].document.count
    var edits: [TextReplacement] = []
    for _ in 0...generator.below(3) {
      let slack = withLiars ? 5 : 0
      let position = generator.below(length + 1 + slack)
      let deleted = generator.once(in: 2) ? generator.below(4) : 0
      let letters = "abcčdďeéěfghř\u{1F4DD}"
      let start = generator.below(letters.count)
      let inserted = deleted > 0 ? "" : String(letters.dropFirst(start).prefix(3))
      edits.append(
        TextReplacement(
          position: position, deleted: deleted, inserted: inserted))
      if !withLiars { break }
    }
    let parents =
      withLiars && generator.once(in: 6)
      ? messages.map(\.context.dot).filter { _ in generator.once(in: 3) }
      : writers[place].document.version
    messages.append(
      writers[place].send(
        TextEdit(parents: parents, edits), asPerson: !withLiars || !generator.once(in: 4)))
  }

  /// Delivers all edits to somebody new, in a random order that respects causes, some twice.
  func delivered(seed: UInt64, settlingOnceIn times: Int = 4) -> TextDocument {
    var generator = SeededGenerator(seed: seed)
    var reader = TextWriter(99)
    var waiting = messages
    while !waiting.isEmpty {
      let ready = waiting.indices.filter { reader.isReady(for: waiting[$0]) }
      let message = waiting.remove(at: ready[generator.below(ready.count)])
      reader.receive(message)
      if generator.once(in: 3) { reader.receive(message) }
      if generator.once(in: times) { _ = reader.settled() }
    }
    return reader.document
  }
}

extension TextWriter {
  /// Merges what waits; returns the text.
  mutating func settled() -> String {
    document.settle()
    return document.text
  }
}
