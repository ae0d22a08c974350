import Domain
import Foundation
import Storage
import Sync
import TestSupport
import Testing

@Suite("Compaction: what all have is folded, and nothing else changes")
struct CompactionTests {
  private static func exchange(_ first: Office, _ second: Office) throws {
    for _ in 0..<2 {
      try first.take(from: second)
      try second.take(from: first)
    }
  }

  private static func edit(_ office: Office, _ id: RecordID, _ name: String, clock: UInt64) throws {
    try office.replica.edit(
      id, [FieldAssignment(field: "name", text: name)], author: "Jana", clock: clock)
  }

  /// Two offices that have and have acknowledged everything, with a record edited many times.
  private static func settled() throws -> (first: Office, second: Office, project: RecordID) {
    let (first, second) = (try Office("Liberec"), try Office("Žatec"))
    let project = try first.addProject("Sever")
    try exchange(first, second)
    for round in 0..<20 {
      try edit(round.isMultiple(of: 2) ? first : second, project, "Sever \(round)", clock: 3_000)
      try exchange(first, second)
    }
    for office in [first, second] {
      try office.replica.acknowledge(clock: 4_000)
      try exchange(first, second)
    }
    return (first, second, project)
  }

  @Test("What both have is folded; the state is the same, byte for byte")
  func folding() throws {
    let (first, second, project) = try Self.settled()
    let report = try first.replica.compact(clock: 5_000, keeping: 0)
    #expect(report.folded > 15)
    #expect(try first.dump() == second.dump())
    let verified = try first.replica.verify()
    #expect(verified.problems.isEmpty)
    #expect(verified.folded == report.total)
    #expect(verified.changes < 8)
    #expect(try first.replica.history(of: project).count < 3)
    #expect(try first.replica.compact(clock: 6_000, keeping: 0).folded < 3)
  }

  @Test("Both go on writing, whoever compacted")
  func goingOn() throws {
    let (first, second, project) = try Self.settled()
    _ = try first.replica.compact(clock: 5_000, keeping: 0)
    try Self.edit(first, project, "Jih", clock: 6_000)
    try Self.edit(second, project, "Západ", clock: 6_000)
    try Self.exchange(first, second)
    #expect(try first.replica.conflicts().count == 1)
    #expect(try first.dump() == second.dump())
    #expect(try first.replica.verify().problems.isEmpty)
    _ = try second.replica.compact(clock: 7_000, keeping: 0)
    try first.replica.acknowledge(clock: 8_000)
    try Self.exchange(first, second)
    _ = try first.replica.compact(clock: 9_000, keeping: 0)
    #expect(try first.dump() == second.dump())
  }

  @Test("What somebody has not acknowledged stays, and who that is is said")
  func heldBack() throws {
    let (first, second) = (try Office("Liberec"), try Office("Žatec"))
    let project = try first.addProject("Sever")
    try Self.exchange(first, second)
    for round in 0..<5 { try Self.edit(first, project, "Sever \(round)", clock: 3_000) }
    let report = try first.replica.compact(clock: 5_000, keeping: 0)
    // All have the other's introduction, and nothing else.
    #expect(report.folded == 1)
    #expect(report.behind.map(\.replica) == [second.replica.id])
    #expect(try first.replica.history(of: project).count >= 6)
  }

  @Test("The history of the last year stays")
  func recentHistory() throws {
    let (first, _, _) = try Self.settled()
    #expect(try first.replica.compact(clock: 5_000).folded == 0)
    let later = 5_000 + Replica.historyKept
    #expect(try first.replica.compact(clock: later).folded > 15)
  }

  @Test("A newcomer is given a checkpoint, and arrives at the same state")
  func newcomer() throws {
    let (first, second, project) = try Self.settled()
    _ = try first.replica.compact(clock: 5_000, keeping: 0)
    try Self.edit(first, project, "Jih", clock: 6_000)
    let third = try Office("Chomutov")
    _ = try third.addProject("Východ")
    try Self.exchange(third, first)
    try Self.exchange(second, first)
    #expect(try third.dump() == first.dump())
    #expect(try third.dump() == second.dump())
    #expect(try third.replica.verify().problems.isEmpty)
    #expect(try third.replica.verify().folded > 15)
    #expect(try third.replica.conflicts().isEmpty)
  }

  @Test("What a retired member brings late is applied everywhere alike")
  func lateMember() throws {
    let (first, second) = (try Office("Liberec"), try Office("Žatec"))
    let late = try Office("Chomutov")
    let project = try first.addProject("Sever")
    for other in [second, late, second] { try Self.exchange(first, other) }
    _ = try first.replica.retire(late.replica.id.description, author: "Jana", clock: 3_000)
    for round in 0..<6 { try Self.edit(first, project, "Sever \(round)", clock: 3_500) }
    for office in [second, first] {
      try Self.exchange(first, second)
      try office.replica.acknowledge(clock: 4_000)
    }
    try Self.exchange(first, second)
    #expect(try first.replica.compact(clock: 5_000, keeping: 0).folded > 3)
    try Self.edit(late, project, "Pozdě", clock: 3_600)
    // The second has the changes whole, the first only what they made.
    try second.take(from: late)
    try Self.exchange(first, late)
    try Self.exchange(first, second)
    #expect(try first.dump() == second.dump())
    #expect(try first.dump() == late.dump())
    #expect(try first.replica.conflicts().count == 1)
    for office in [first, second, late] {
      #expect(try office.replica.verify().problems.isEmpty)
    }
  }

  @Test("Two groups that compacted before they met join")
  func strangers() throws {
    let (first, second, _) = try Self.settled()
    let (third, fourth, _) = try Self.settled()
    for office in [first, second, third, fourth] {
      _ = try office.addOrganization("Spolek \(office.replica.region)", clock: 4_500)
    }
    for (left, right) in [(first, second), (third, fourth)] {
      try Self.exchange(left, right)
      for office in [left, right] {
        try office.replica.acknowledge(clock: 4_600)
        try Self.exchange(left, right)
      }
      #expect(try left.replica.compact(clock: 5_000, keeping: 0).folded > 15)
    }
    try Self.exchange(first, third)
    for other in [second, fourth, second, fourth] { try Self.exchange(first, other) }
    for office in [second, third, fourth] { #expect(try office.dump() == first.dump()) }
    for office in [first, second, third, fourth] {
      #expect(try office.replica.verify().problems.isEmpty)
    }
  }

  @Test("A backup from before comes back by a checkpoint")
  func restored() throws {
    let (first, second, project) = try Self.settled()
    let backup = second.folder.path("backup.db")
    try second.replica.backup(to: backup)
    for round in 0..<6 { try Self.edit(first, project, "Nový \(round)", clock: 5_000) }
    for office in [second, first] {
      try Self.exchange(first, second)
      try office.replica.acknowledge(clock: 6_000)
    }
    try Self.exchange(first, second)
    _ = try first.replica.compact(clock: 7_000, keeping: 0)
    let restored = try Replica(opening: backup, for: .writing)
    #expect(restored.renewal != nil)
    try restored.edit(
      project, [FieldAssignment(field: "name", text: "Z kopie")], author: "Ivo", clock: 7_500)
    try restored.apply(Sync.Bundle(decoding: first.replica.bundle().encoded()))
    try first.replica.apply(Sync.Bundle(decoding: restored.bundle().encoded()))
    var lines: [String] = []
    try restored.dump { lines.append($0) }
    #expect(try lines.joined(separator: "\n") == first.dump())
    #expect(try restored.verify().problems.isEmpty)
    #expect(try first.replica.conflicts().count == 1)
  }

  @Test("A checkpoint that was tampered with is refused whole")
  func tampering() throws {
    let (first, second, project) = try Self.settled()
    _ = try first.replica.compact(clock: 5_000, keeping: 0)
    let bundle = try first.replica.bundle()
    let checkpoint = try #require(bundle.checkpoint)
    let third = try Office("Chomutov")
    var states = checkpoint.states
    let place = try #require(states.firstIndex { $0.record == project })
    states.remove(at: place)
    let forged = Checkpoint(
      logs: checkpoint.logs, states: states, erasures: [], publicKey: checkpoint.publicKey,
      signature: checkpoint.signature)
    let before = try third.dump()
    #expect { try third.replica.apply(bundle.with(forged)) } throws: {
      ($0 as? SyncError)?.code == .signature
    }
    #expect(try third.dump() == before)
    // Even signed by a member: who has the changes knows what they made.
    let liar = try forged.signed(by: second.replica.identity)
    try third.take(from: second)
    let fourth = try Office("Ústí")
    _ = try fourth.addProject("Jinde")
    try fourth.take(from: second)
    _ = try third.replica.apply(bundle.with(liar))
    #expect(try third.dump() == second.dump())
  }

  @Test("A checkpoint that a stranger vouches for is refused")
  func stranger() throws {
    let (first, _, _) = try Self.settled()
    _ = try first.replica.compact(clock: 5_000, keeping: 0)
    let bundle = try first.replica.bundle()
    let own = try #require(bundle.checkpoint).signed(by: SigningIdentity())
    let third = try Office("Chomutov")
    let before = try third.dump()
    #expect { try third.replica.apply(bundle.with(own)) } throws: {
      ($0 as? SyncError)?.code == .unknownKey
    }
    #expect(try third.dump() == before)
    try third.replica.apply(bundle)
    #expect(try third.dump() == first.dump())
  }

  @Test("Whoever has some of the changes notices a member that lies about their work")
  func liar() throws {
    let (first, second) = (try Office("Liberec"), try Office("Žatec"))
    let third = try Office("Chomutov")
    let project = try first.addProject("Sever")
    try Self.exchange(first, second)
    try Self.exchange(first, third)
    let other = try second.addProject("Jih")
    for office in [first, second, third] {
      try Self.exchange(first, second)
      if office.replica.id != third.replica.id { try office.replica.acknowledge(clock: 3_000) }
    }
    _ = try first.replica.retire(third.replica.id.description, author: "Jana", clock: 3_500)
    try Self.edit(first, other, "Jih 2", clock: 3_600)
    try Self.exchange(first, second)
    try second.replica.acknowledge(clock: 3_700)
    try Self.exchange(first, second)
    _ = try first.replica.compact(clock: 5_000, keeping: 0)
    let bundle = try first.replica.bundle()
    let honest = try #require(bundle.checkpoint)
    let lie = try Checkpoint(
      logs: honest.logs, states: honest.states.filter { $0.record != project }, erasures: [],
      publicKey: honest.publicKey, signature: []
    ).signed(by: first.replica.identity)
    let before = try third.dump()
    #expect { try third.replica.apply(bundle.with(lie)) } throws: {
      ($0 as? SyncError)?.code == .hash
    }
    #expect(try third.dump() == before)
    try third.replica.apply(bundle)
    #expect(try third.dump() == first.dump())
  }

  @Test("What is internal stays whole, and goes on")
  func internalRecords() throws {
    let (first, second, project) = try Self.settled()
    let fields = [FieldAssignment(field: "activity", text: "tajné")]
    let secret = try first.replica.add(
      Commitment.kind, fields, scope: .internal, author: "Jana", clock: 4_500)
    #expect(try first.replica.compact(clock: 5_000, keeping: 0).folded > 15)
    #expect(try first.replica.isInternal(secret))
    try first.replica.share([secret], author: "Jana", clock: 6_000)
    try Self.edit(second, project, "Jih", clock: 6_000)
    try Self.exchange(first, second)
    #expect(try first.dump() == second.dump())
    #expect(try first.replica.verify().problems.isEmpty)
  }

  @Test("Repair makes states and tables anew from the checkpoint and what came after")
  func repair() throws {
    let (first, _, project) = try Self.settled()
    _ = try first.replica.compact(clock: 5_000, keeping: 0)
    let before = try first.dump()
    #expect(try first.replica.repair() == first.replica.verify().records)
    #expect(try first.dump() == before)
    try Self.edit(first, project, "Jih", clock: 6_000)
    let after = try first.dump()
    _ = try first.replica.repair()
    #expect(try first.dump() == after)
    #expect(try first.replica.verify().problems.isEmpty)
  }

  @Test("A state that was changed behind the checkpoint's back is noticed and not mended")
  func damage() throws {
    let (first, _, _) = try Self.settled()
    _ = try first.replica.compact(clock: 5_000, keeping: 0)
    _ = try first.addProject("Jih")
    let copy = first.folder.path("copy.db")
    try first.replica.backup(to: copy)
    try Stranger.write(copy, "UPDATE checkpointState SET state = zeroblob(20)")
    let damaged = try Replica(opening: copy, for: .writing)
    #expect(try damaged.verify().problems.contains(.checkpoint))
    #expect(throws: StorageError.damaged(place: "checkpoint")) { try damaged.repair() }
  }
}

extension Sync.Bundle {
  func with(_ checkpoint: Checkpoint) -> Sync.Bundle {
    Sync.Bundle(
      sender: sender, has: has, isComplete: isComplete, segments: segments, checkpoint: checkpoint)
  }
}

extension Office {
  fileprivate func addOrganization(_ name: String, clock: UInt64) throws -> RecordID {
    let fields = [
      FieldAssignment(field: "name", text: name), FieldAssignment(field: "ico", text: "25596641"),
    ]
    do {
      return try replica.add(Organization.kind, fields, author: "Jana", clock: clock)
    } catch StorageError.recordExists(let id) {
      try replica.edit(id, [fields[0]], author: "Jana", clock: clock)
      return id
    }
  }
}
