import Domain
import Storage
import Sync
import TestSupport
import Testing

@Suite("Changes that come too early, and changes that contradict others")
struct WaitingRoomTests {
  @Test("a stick that overtook another waits, and is taken when that one comes")
  func overtaking() throws {
    let (liberec, zatec) = (try Office("Liberec"), try Office("Žatec"))
    try zatec.take(from: liberec)
    let known = try zatec.replica.versionVector()
    let id = try liberec.addProject("Dílna")
    let first = try liberec.replica.bundle(lackedBy: known)
    let between = try liberec.replica.versionVector()
    try liberec.edit(id, "holder", "Spolek", clock: 3_000)
    let second = try liberec.replica.bundle(lackedBy: between)
    let early = try zatec.replica.apply(second)
    #expect(early.newChanges == 0 && early.waiting == 1)
    #expect(try zatec.replica.list(Project.kind).isEmpty)
    // Again is not twice.
    #expect(try zatec.replica.apply(second).waiting == 1)
    let late = try zatec.replica.apply(first)
    #expect(late.newChanges == 2 && late.waiting == 0)
    #expect(try zatec.value(id, "holder") == .text("Spolek"))
    #expect(try zatec.replica.verify().problems.isEmpty)
  }

  @Test("changes wait for those of another office that they were made on")
  func otherOffice() throws {
    let offices = try (Office("Liberec"), Office("Žatec"), Office("Chomutov"))
    let id = try offices.0.addProject("Dílna")
    try offices.1.take(from: offices.0)
    try offices.1.edit(id, "holder", "Spolek", clock: 3_000)
    var known = VersionVector()
    for (replica, sequence) in try offices.0.replica.versionVector().entries {
      known[replica] = sequence
    }
    let early = try offices.2.replica.apply(offices.1.replica.bundle(lackedBy: known))
    #expect(early.newChanges == 0 && early.waiting == 2)
    try offices.2.take(from: offices.0)
    #expect(try offices.2.value(id, "holder") == .text("Spolek"))
  }

  @Test("a forged run does not wait, whatever it builds on")
  func forged() throws {
    let (liberec, zatec) = (try Office("Liberec"), try Office("Žatec"))
    try zatec.take(from: liberec)
    _ = try liberec.addProject("Dílna")
    let between = try liberec.replica.versionVector()
    _ = try liberec.addProject("Byty", clock: 3_000)
    let bundle = try liberec.replica.bundle(lackedBy: between)
    let forged = bundle.segments.map { segment in
      LogSegment(
        replica: segment.replica, firstSequence: segment.firstSequence,
        previous: segment.previous, changes: segment.changes,
        signature: [UInt8](repeating: 1, count: 64))
    }
    #expect(throws: SyncError.self) {
      try zatec.replica.apply(
        Bundle(sender: bundle.sender, has: bundle.has, isComplete: true, segments: forged))
    }
  }

  @Test("who signs two histories is named, and nobody else waits for that")
  func equivocation() throws {
    var liar = try Liar()
    let (liberec, zatec) = (try Office("Liberec"), try Office("Žatec"))
    let start = try liar.write("začátek")
    try liberec.replica.apply(start)
    try zatec.replica.apply(start)
    var other = liar
    try liberec.replica.apply(liar.write("pravda"))
    let honest = try zatec.addProject("Dílna")
    try zatec.replica.apply(other.write("lež"))
    let report = try liberec.replica.apply(zatec.replica.bundle())
    #expect(report.quarantined == [liar.id])
    #expect(try liberec.value(honest, "name") == .text("Dílna"))
    let names = try liberec.replica.list(Project.kind).map { $0.cells[0] }
    #expect(names.contains(.text("pravda")) && !names.contains(.text("lež")))
    #expect(try liberec.replica.verify().problems.isEmpty)
  }
}

/// Somebody with a key who keeps to no rule.
private struct Liar {
  private let identity = SigningIdentity()
  private var head: LogHead?
  private var changes: [SealedChange] = []
  var id: ReplicaID { identity.replica }

  init() throws {}

  /// A bundle with everything written so far and one project more.
  mutating func write(_ name: String) throws -> Bundle {
    var generator = SystemRandomNumberGenerator()
    let edit = RecordEdit(
      record: RecordID.random(using: &generator), kind: Project.kind.id,
      operations: [.assign(field: Project.name.id, value: .text(name), replaces: [])])
    let introduction = ReplicaIntroduction(
      publicKey: identity.publicKey, region: "Nikde", label: "")
    let local = try identity.seal(
      ChangeDraft(
        timestamp: HybridTimestamp(milliseconds: 5_000), dependencies: VersionVector(),
        origin: .person(name: "Ida"), edits: head == nil ? [] : [edit],
        introduction: head == nil ? introduction : nil),
      after: head)
    changes.append(local.sealed)
    head = local.head
    let segment = LogSegment(
      replica: id, firstSequence: 1, changes: changes, signature: local.signature)
    return Bundle(sender: id, has: VersionVector(), isComplete: true, segments: [segment])
  }
}
