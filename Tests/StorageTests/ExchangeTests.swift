import Domain
import Storage
import Sync
import TestSupport
import Testing

@Suite("Exchange of changes")
struct StorageExchangeTests {
  @Test("two offices that edit one field differently keep both values and show the same one")
  func concurrentEdits() throws {
    let (liberec, zatec) = (try Office("Liberec"), try Office("Žatec"))
    let id = try liberec.addProject("Dílna")
    try zatec.take(from: liberec)
    try liberec.edit(id, "status", "approved", clock: 5_000)
    try zatec.edit(id, "status", "rejected", clock: 4_000)
    try liberec.take(from: zatec)
    try zatec.take(from: liberec)
    #expect(try liberec.dump() == zatec.dump())
    #expect(try liberec.value(id, "status") == .text("approved"))
    let conflict = try #require(try zatec.replica.conflicts().first)
    #expect(conflict.record == id)
    guard case .values(let field, let candidates) = conflict.question else {
      Issue.record("a conflict of values was expected")
      return
    }
    #expect(field == Project.status)
    #expect(try zatec.replica.conflict(about: id, "status")?.record == id)
    #expect(try zatec.replica.conflict(about: id, "holder") == nil)
    #expect(Set(candidates.map(\.author.region)) == ["Liberec", "Žatec"])
    #expect(Set(candidates.compactMap(\.value?.text)) == ["approved", "rejected"])
  }

  @Test("settling a conflict in one office settles it everywhere")
  func resolution() throws {
    let (liberec, zatec) = (try Office("Liberec"), try Office("Žatec"))
    let id = try liberec.addProject("Dílna")
    try zatec.take(from: liberec)
    try liberec.edit(id, "status", "approved", clock: 5_000)
    try zatec.edit(id, "status", "rejected", clock: 4_000)
    try liberec.take(from: zatec)
    try liberec.replica.resolve(
      id, field: "status", text: "rejected", author: "", clock: 6_000)
    try zatec.take(from: liberec)
    #expect(try zatec.replica.conflicts().isEmpty && liberec.replica.conflicts().isEmpty)
    #expect(try zatec.value(id, "status") == .text("rejected"))
    #expect(throws: StorageError.noConflict(id, field: "status")) {
      try zatec.replica.resolve(id, field: "status", text: "approved", author: "", clock: 7_000)
    }
  }

  @Test("an edit that had not seen a deletion brings the record back, and somebody has to decide")
  func deletedButEdited() throws {
    let (liberec, zatec) = (try Office("Liberec"), try Office("Žatec"))
    let id = try liberec.addProject("Dílna")
    try zatec.take(from: liberec)
    try liberec.replica.delete(id, author: "Jana", clock: 5_000)
    try zatec.edit(id, "holder", "Spolek", clock: 4_000)
    try liberec.take(from: zatec)
    try zatec.take(from: liberec)
    #expect(try liberec.dump() == zatec.dump())
    #expect(try liberec.value(id, "holder") == .text("Spolek"))
    #expect(try liberec.replica.conflictCount() == 1)
    try liberec.replica.resolve(
      id, field: Conflict.existence, text: "smazat", author: "", clock: 6_000)
    try zatec.take(from: liberec)
    #expect(try zatec.replica.list(Project.kind).isEmpty)
    #expect(try zatec.replica.conflictCount() == 0)
  }

  @Test("that somebody deleted a record stays a question until it is answered", arguments: [1, 2])
  func standingQuestion(answer: Int) throws {
    let (liberec, zatec) = (try Office("Liberec"), try Office("Žatec"))
    let id = try liberec.addProject("Dílna")
    try zatec.take(from: liberec)
    try liberec.replica.delete(id, author: "Jana", clock: 5_000)
    try zatec.edit(id, "holder", "Spolek", clock: 4_000)
    try zatec.take(from: liberec)
    try zatec.edit(id, "status", "approved", clock: 6_000)
    #expect(try zatec.replica.conflictCount() == 1)
    let text = answer == 1 ? "zachovat" : "smazat"
    try zatec.replica.resolve(
      id, field: Conflict.existence, text: text, author: "", clock: 7_000)
    #expect(try zatec.replica.conflictCount() == 0)
    #expect(try zatec.replica.list(Project.kind).count == (answer == 1 ? 1 : 0))
    try liberec.take(from: zatec)
    #expect(try liberec.dump() == zatec.dump())
    #expect(try liberec.replica.conflictCount() == 0)
  }

  @Test("a bundle taken twice, or after a newer one, changes nothing")
  func repetition() throws {
    let (liberec, zatec) = (try Office("Liberec"), try Office("Žatec"))
    let id = try liberec.addProject("Dílna")
    let old = try liberec.replica.bundle()
    try liberec.edit(id, "holder", "Spolek", clock: 5_000)
    try zatec.take(from: liberec)
    let before = try zatec.dump()
    #expect(try zatec.replica.apply(old).newChanges == 0)
    try zatec.take(from: liberec)
    #expect(try zatec.dump() == before)
  }

  @Test(
    "a bundle made for somebody leaves out what he has and is refused where something is missing")
  func partialBundles() throws {
    let (liberec, zatec, chomutov) = (
      try Office("Liberec"), try Office("Žatec"), try Office("Chomutov")
    )
    let id = try liberec.addProject("Dílna")
    try zatec.take(from: liberec)
    try liberec.take(from: zatec)
    try liberec.edit(id, "holder", "Spolek", clock: 5_000)
    let known = try liberec.replica.lastKnownVector(of: zatec.replica.id)
    let bundle = try liberec.replica.bundle(lackedBy: known)
    #expect(bundle.segments.reduce(0) { $0 + $1.changes.count } == 1)
    let before = try chomutov.dump()
    #expect(throws: SyncError.self) { try chomutov.replica.apply(bundle) }
    #expect(try chomutov.dump() == before)
    try zatec.replica.apply(bundle)
    #expect(try zatec.dump() == liberec.dump())
  }

  @Test("what an unknown sender says that it has is not believed")
  func boasting() throws {
    let (liberec, zatec) = (try Office("Liberec"), try Office("Žatec"))
    try liberec.take(from: zatec)
    var has = try liberec.replica.versionVector()
    has[liberec.replica.id] = 1_000_000
    has[SigningIdentity().replica] = 7
    for sender in [zatec.replica.id, SigningIdentity().replica] {
      let bundle = Bundle(sender: sender, has: has, isComplete: true, segments: [])
      try liberec.replica.apply(bundle)
    }
    let remembered = try liberec.replica.lastKnownVector(of: zatec.replica.id)
    #expect(remembered == (try liberec.replica.versionVector()))
    let less = Bundle(
      sender: zatec.replica.id, has: VersionVector(), isComplete: true, segments: [])
    try liberec.replica.apply(less)
    #expect(try liberec.replica.lastKnownVector(of: zatec.replica.id).isEmpty)
  }

  @Test("a bundle that was cut or altered anywhere is refused and changes nothing")
  func damage() throws {
    let (liberec, zatec) = (try Office("Liberec"), try Office("Žatec"))
    _ = try liberec.addProject("Dílna")
    let bytes = try liberec.replica.bundle().encoded()
    let before = try zatec.dump()
    let take = { (bytes: [UInt8]) in _ = try zatec.replica.apply(Bundle(decoding: bytes)) }
    for cut in stride(from: 0, to: bytes.count, by: 7) {
      #expect(throws: SyncError.self) { try take(Array(bytes[..<cut])) }
    }
    for place in stride(from: 0, to: bytes.count, by: 5) {
      var altered = bytes
      altered[place] ^= 0x10
      #expect(throws: SyncError.self) { try take(altered) }
    }
    #expect(try zatec.dump() == before)
    try take(bytes)
    #expect(try zatec.dump() != before)
  }

  @Test("a signature that is not the author's is refused whole, whatever else the bundle holds")
  func forgedSignature() throws {
    let (liberec, zatec) = (try Office("Liberec"), try Office("Žatec"))
    _ = try liberec.addProject("Dílna")
    let bundle = try liberec.replica.bundle()
    let segments = bundle.segments.map { segment in
      LogSegment(
        replica: segment.replica, firstSequence: segment.firstSequence,
        previous: segment.previous, changes: segment.changes,
        signature: segment.signature.reversed())
    }
    let before = try zatec.dump()
    let forged = Bundle(
      sender: bundle.sender, has: bundle.has, isComplete: true, segments: segments)
    #expect(throws: SyncError.self) { try zatec.replica.apply(forged) }
    #expect(try zatec.dump() == before)
    #expect(try zatec.replica.versionVector()[liberec.replica.id] == 0)
  }
}

extension Office {
  /// Changes a field.
  func edit(_ id: RecordID, _ field: String, _ text: String, clock: UInt64) throws {
    try replica.edit(
      id, [FieldAssignment(field: field, text: text)], author: "", clock: clock)
  }
}

@Suite("Bundles of limited size")
struct BundlePlanTests {
  @Test(
    "any number of small bundles brings over everything, each whole by itself",
    arguments: [1, 300, 1_000, 20_000])
  func parts(limit: Int) throws {
    let offices = [try Office("Liberec"), try Office("Žatec"), try Office("Chomutov")]
    let id = try offices[0].addProject("Dílna")
    for round in 0..<12 {
      let (writer, reader) = (offices[round % 3], offices[(round * 2 + 1) % 3])
      try writer.take(from: offices[0])
      try writer.edit(id, "holder", "Spolek \(round)", clock: UInt64(9_000 - 500 * round))
      _ = try writer.addProject("Projekt \(round)", clock: UInt64(4_000 + round))
      if round % 4 == 1 { try reader.take(from: writer) }
    }
    for office in offices { try offices[0].take(from: office) }
    let target = try Office("Most")
    var count = 0
    while count < 200 {
      let has = try target.replica.versionVector()
      let bundle = try offices[0].replica.bundle(lackedBy: has, limit: limit)
      try target.replica.apply(Bundle(decoding: bundle.encoded()))
      count += 1
      if bundle.isComplete { break }
    }
    #expect(try target.replica.versionVector().dominates(offices[0].replica.versionVector()))
    #expect(limit > 10_000 ? count == 1 : count > 2)
    try offices[0].take(from: target)
    #expect(try target.dump() == offices[0].dump())
  }

  @Test("a log of more changes than a bundle looks at comes over in parts, with what it builds on")
  func longLog() throws {
    let (liberec, zatec, target) = (
      try Office("Liberec"), try Office("Žatec"), try Office("Most")
    )
    let id = try liberec.addProject("Dílna")
    for round in 0..<1_100 {
      try liberec.edit(id, "holder", "Spolek \(round)", clock: UInt64(3_000 + round))
    }
    // Made on all of those, by a clock that says it was before them.
    try zatec.take(from: liberec)
    try zatec.edit(id, "status", "approved", clock: 2_000)
    try liberec.take(from: zatec)
    var (count, isComplete) = (0, false)
    while !isComplete, count < 100 {
      let bundle = try liberec.replica.bundle(
        lackedBy: target.replica.versionVector(), limit: 20_000)
      #expect(bundle.changeCount < 1_100)
      try target.replica.apply(bundle)
      isComplete = bundle.isComplete
      count += 1
    }
    #expect(count > 2 && count < 100)
    try liberec.take(from: target)
    #expect(try target.dump() == liberec.dump())
  }
}
