import Domain
import Sync
import TestSupport

/// A random history: replicas that write off line and now and then hear of each other in part.
struct History {
  /// Every change, in an order in which it was possible to make them.
  private(set) var changes: [Change] = []
  private(set) var replicas: [ModelReplica]
  private var generator: SeededGenerator

  static let records: [RecordID] = [.example(1), .example(2)]
  /// The two spellings of one letter are values of their own.
  static let values: [FieldValue] = [
    .text("a"), .text("b"), .text("\u{E9}"), .text("e\u{301}"), .integer(-1), .boolean(true),
  ]

  init(seed: UInt64, replicas count: Int = 4, steps: Int = 60) {
    generator = SeededGenerator(seed: seed)
    replicas = (0..<count).map { ModelReplica(.example(UInt8($0))) }
    for step in 0..<steps {
      if generator.once(in: 3) { exchange() } else { write(step) }
    }
  }

  /// One replica hears a part of what another knows.
  private mutating func exchange() {
    let (from, to) = (generator.below(replicas.count), generator.below(replicas.count))
    let news = changes.filter {
      replicas[from].known.contains($0.dot) && !replicas[to].known.contains($0.dot)
    }
    for change in news.prefix(generator.below(news.count + 1)) { replicas[to].receive(change) }
  }

  private mutating func write(_ step: Int) {
    let place = generator.below(replicas.count)
    let asPerson = !generator.once(in: 3)
    let record = Self.records[generator.below(Self.records.count)]
    let state = replicas[place].state(of: record)
    var operations: [Operation] = []
    for field: UInt16 in 1...2 where generator.once(in: 2) {
      if let assignment = assignment(to: field, state, asPerson) { operations.append(assignment) }
    }
    if let other = other(state, asPerson) { operations.append(other) }
    if operations.isEmpty { return }
    // Clocks that jump either way must not matter for what survives.
    let now = UInt64(step + generator.below(100))
    let edit = RecordEdit(record: record, kind: 2, operations: operations)
    changes.append(replicas[place].commit([edit], asPerson: asPerson, now: now))
  }

  private mutating func assignment(
    to field: UInt16, _ state: RecordState, _ asPerson: Bool
  ) -> Operation? {
    let value = generator.once(in: 6) ? nil : Self.values[generator.below(Self.values.count)]
    if generator.once(in: 12) {
      // A liar replaces whatever it can name, seen or not.
      return .assign(field: field, value: value, replaces: changes.map(\.dot))
    }
    return state.assigning(field, value, asPerson: asPerson)
  }

  private mutating func other(_ state: RecordState, _ asPerson: Bool) -> Operation? {
    let value = Self.values[generator.below(Self.values.count)]
    switch generator.below(8) {
    case 0...2: return state.inserting(3, value, asPerson: asPerson)
    case 3...4: return state.removing(3, value, asPerson: asPerson)
    case 5: return state.deleting()
    case 6: return state.restoring()
    default: return generator.once(in: 4) ? .delete(sees: changes.map(\.dot)) : nil
    }
  }
}

extension History {
  /// Delivers all changes to somebody new, in a random order that respects causes, some of them
  /// twice.
  func delivered(seed: UInt64) -> ModelReplica {
    var generator = SeededGenerator(seed: seed)
    var replica = ModelReplica(.example(99))
    var waiting = changes
    var delivered: [Change] = []
    while !waiting.isEmpty {
      let ready = waiting.indices.filter { replica.isReady(for: waiting[$0]) }
      let change = waiting.remove(at: ready[generator.below(ready.count)])
      replica.receive(change)
      delivered.append(change)
      if generator.once(in: 3) { replica.receive(delivered[generator.below(delivered.count)]) }
    }
    return replica
  }

  /// The writes to one record with their contexts.
  func operations(on record: RecordID) -> [(operation: Operation, context: WriteContext)] {
    changes.flatMap { change in
      change.edits.filter { $0.record == record }.flatMap { edit in
        edit.operations.map { ($0, change.context) }
      }
    }
  }
}
