import Domain
import Sync
import Testing

/// Says from the writes alone, without merging, what must be there.
@Suite("Nothing that anybody wrote disappears without a cause")
struct NoSilentLossTests {
  @Test(
    "Every value ever assigned is live, or replaced by a write that saw it",
    arguments: UInt64(0)..<200)
  func valuesAreLiveOrReplaced(seed: UInt64) {
    let history = History(seed: seed)
    let replica = history.delivered(seed: seed)
    for record in History.records {
      let writes = history.operations(on: record)
      for field: UInt16 in 1...2 {
        let live = replica.state(of: record).registers[field]?.siblings.map(\.dot) ?? []
        #expect(live == Self.unreplaced(writes, field))
      }
    }
  }

  @Test(
    "Every live value is shown, competes, or is a machine's beside a person's",
    arguments: UInt64(0)..<200)
  func liveValuesAreSeen(seed: UInt64) {
    let replica = History(seed: seed).delivered(seed: seed)
    for state in replica.states.values {
      for register in state.registers.values {
        let seen = [register.shown].compactMap(\.self) + register.competing
        let byPerson = register.siblings.contains(where: \.isPerson)
        for sibling in register.siblings {
          let isSeen = seen.contains { $0.value.map(Self.bytes) == sibling.value.map(Self.bytes) }
          #expect(isSeen || (byPerson && !sibling.isPerson))
        }
      }
    }
  }

  @Test(
    "A value is in a set exactly when an insertion is left that nobody objects to",
    arguments: UInt64(0)..<200)
  func setsHoldWhatWasInserted(seed: UInt64) {
    let history = History(seed: seed)
    let replica = history.delivered(seed: seed)
    for record in History.records {
      let writes = history.operations(on: record)
      let expected = History.values.filter { Self.isPresent($0, writes) }.map(Self.bytes)
      let values = replica.state(of: record).values(3).map(Self.bytes)
      #expect(Set(values) == Set(expected))
    }
  }

  @Test(
    "A record is there exactly when a write is left that no deletion saw",
    arguments: UInt64(0)..<200)
  func recordsAreThereWhenWritten(seed: UInt64) {
    let history = History(seed: seed)
    let replica = history.delivered(seed: seed)
    for record in History.records {
      let writes = history.operations(on: record)
      #expect(replica.state(of: record).isVisible == Self.isAlive(writes))
    }
  }
}

extension NoSilentLossTests {
  typealias Write = (operation: Operation, context: WriteContext)

  private static func bytes(_ value: FieldValue) -> [UInt8] {
    Array("\(value.plain.utf8.map(\.self))".utf8)
  }

  private static func isSame(_ left: FieldValue, _ right: FieldValue) -> Bool {
    bytes(left) == bytes(right)
  }

  /// Whether one change may take away what another put there.
  private static func mayTake(_ context: WriteContext, _ other: WriteContext) -> Bool {
    context.hasSeen(other.dot) && (context.isPerson || !other.isPerson)
  }

  private static func unreplaced(_ writes: [Write], _ field: UInt16) -> [Dot] {
    let assignments = writes.compactMap { write -> (WriteContext, [Dot])? in
      guard case .assign(field, _, let replaces) = write.operation else { return nil }
      return (write.context, replaces)
    }
    let left = assignments.filter { target in
      !assignments.contains { $0.1.contains(target.0.dot) && mayTake($0.0, target.0) }
    }
    return left.map(\.0.dot).sorted()
  }

  private static func isPresent(_ value: FieldValue, _ writes: [Write]) -> Bool {
    var insertions: [WriteContext] = []
    var removals: [(context: WriteContext, sees: [Dot])] = []
    for write in writes {
      switch write.operation {
      case .insert(3, let element) where isSame(element, value): insertions.append(write.context)
      case .remove(3, let element, let sees) where isSame(element, value):
        removals.append((write.context, sees))
      default: break
      }
    }
    let live = insertions.filter { insertion in
      !removals.contains { $0.sees.contains(insertion.dot) && mayTake($0.context, insertion) }
    }
    let isRejected = removals.contains { removal in
      removal.context.isPerson
        && !insertions.contains { $0.isPerson && $0.hasSeen(removal.context.dot) }
    }
    return live.contains(where: \.isPerson) || (!live.isEmpty && !isRejected)
  }

  private static func isAlive(_ writes: [Write]) -> Bool {
    let deletions = writes.compactMap { write -> (context: WriteContext, sees: [Dot])? in
      guard case .delete(let sees) = write.operation else { return nil }
      return (write.context, sees)
    }
    func isCovered(_ dot: Dot, byPersons: Bool) -> Bool {
      deletions.contains { deletion in
        deletion.context.isPerson == byPersons
          && (deletion.sees + [deletion.context.dot]).contains {
            $0.replica == dot.replica && $0.sequence >= dot.sequence
              && ($0 == deletion.context.dot || deletion.context.hasSeen($0))
          }
      }
    }
    let contexts = writes.map(\.context)
    if contexts.contains(where: { $0.isPerson && !isCovered($0.dot, byPersons: true) }) {
      return true
    }
    let isDeletedByPerson = deletions.contains { deletion in
      deletion.context.isPerson
        && !contexts.contains { $0.isPerson && $0.hasSeen(deletion.context.dot) }
    }
    return !isDeletedByPerson
      && contexts.contains {
        !isCovered($0.dot, byPersons: true) && !isCovered($0.dot, byPersons: false)
      }
  }
}
