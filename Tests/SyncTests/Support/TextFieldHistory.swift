import Domain
import Sync
import TestSupport

/// A random history of one field that several replicas edit in parts, or give another value.
struct TextFieldHistory {
  static let record = RecordID.example(1)
  /// Every change, in an order in which it was possible to make them.
  private(set) var changes: [Change] = []
  private(set) var replicas = (0..<3).map { ModelReplica(.example(UInt8($0))) }
  private var generator: SeededGenerator

  init(seed: UInt64, steps: Int = 40) {
    generator = SeededGenerator(seed: seed)
    for step in 0..<steps {
      let place = generator.below(replicas.count)
      if generator.once(in: 3) { exchange(to: place) } else { write(at: place, step) }
    }
  }

  private mutating func exchange(to place: Int) {
    let from = replicas[generator.below(replicas.count)].known
    for change in changes where from.contains(change.dot) { replicas[place].receive(change) }
  }

  private mutating func write(at place: Int, _ step: Int) {
    let state = replicas[place].state(of: Self.record)
    guard let operation = operation(on: state) else { return }
    let edit = RecordEdit(record: Self.record, kind: 2, operations: [operation])
    let asPerson = !generator.once(in: 5)
    changes.append(replicas[place].commit([edit], asPerson: asPerson, now: UInt64(step)))
  }

  private mutating func operation(on state: RecordState) -> Sync.Operation? {
    if generator.once(in: 5) {
      return state.assigning(1, .text("word\(generator.below(3))"), asPerson: true)
    }
    var text = Array((state.shown(1)?.text ?? "").unicodeScalars)
    let place = generator.below(text.count + 1)
    if generator.once(in: 4), place < text.count { text.remove(at: place) }
    text.insert(Unicode.Scalar(UInt8(97 + generator.below(26))), at: min(place, text.count))
    var saved = ""
    saved.unicodeScalars.append(contentsOf: text)
    return state.saving(1, saved, openedAt: state.textVersion(1))
  }
}
