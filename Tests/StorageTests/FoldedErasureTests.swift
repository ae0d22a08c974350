import Domain
import Storage
import Sync
import Testing

@Suite("Erasing what was folded")
struct FoldedErasureTests {
  private let first: Office
  private let second: Office

  /// Two offices that have acknowledged minutes with people, and an edit of their text in parts.
  init() throws {
    (first, second) = (try Office("Liberec"), try Office("Žatec"))
    _ = try first.replica.importDocument(minutes(), clock: 2_000)
    let item = try first.replica.add(
      Domain.Task.kind, [FieldAssignment(field: "text", text: "Jana Vrbová zahájila.")],
      author: "Eva", clock: 2_200)
    for text in ["Paní Jana Vrbová zahájila.", "Paní Jana Vrbová zahájila, Vrbová i skončila."] {
      try first.replica.edit(
        item, [], saving: [SavedText(field: "text", text: text)], author: "Eva", clock: 2_500)
    }
    try Self.exchange(first, second)
    for office in [second, first] {
      try office.replica.acknowledge(clock: 3_000)
      try Self.exchange(first, second)
    }
  }

  private static func exchange(_ first: Office, _ second: Office) throws {
    try first.take(from: second)
    try second.take(from: first)
  }

  private func erase(_ office: Office) throws {
    let person = try #require(try office.replica.list(Person.kind).first).id
    _ = try office.replica.erase(
      person, everywhere: true, author: "Eva", clock: 9_000)
  }

  private func checkGone(_ offices: Office...) throws {
    for office in offices {
      #expect(try office.dump() == first.dump())
      #expect(try office.replica.verify().problems.isEmpty)
      try office.replica.settle()
      for word in ["Vrbová", "Vrbové", "vrbova"] {
        #expect(!holds(office.path, word), "\(office.replica.region) still has \(word)")
      }
    }
  }

  @Test("takes the words out of the folded states, here and at whoever has the changes whole")
  func erasing() throws {
    #expect(try first.replica.compact(clock: 5_000, keeping: 0).folded > 1)
    try erase(first)
    try second.take(from: first)
    let third = try Office("Most")
    try third.take(from: first)
    try Self.exchange(first, third)
    try second.take(from: first)
    try checkGone(first, second, third)
  }

  @Test("reaches whoever folded the words before they heard of it")
  func elsewhere() throws {
    #expect(try second.replica.compact(clock: 5_000, keeping: 0).folded > 1)
    try erase(first)
    try second.take(from: first)
    try Self.exchange(first, second)
    try checkGone(first, second)
  }

  @Test("A newcomer is not given the words, whoever gives the checkpoint")
  func checkpointFromBefore() throws {
    #expect(try second.replica.compact(clock: 5_000, keeping: 0).folded > 1)
    let stale = try second.replica.bundle()
    try erase(first)
    let third = try Office("Most")
    try third.take(from: first)
    // What was folded before the words were erased still has them; here they are known to be gone.
    try third.replica.apply(stale)
    try first.take(from: third)
    try second.take(from: first)
    try third.take(from: second)
    try checkGone(first, second, third)
  }

  @Test("What was folded together with its erasure stays erased")
  func foldedTogether() throws {
    try erase(first)
    try Self.exchange(first, second)
    for office in [second, first] {
      try office.replica.acknowledge(clock: 10_000)
      try Self.exchange(first, second)
    }
    #expect(try first.replica.compact(clock: 11_000, keeping: 0).folded > 2)
    let checkpoint = try #require(try first.replica.bundle().checkpoint)
    #expect(!checkpoint.erasures.isEmpty)
    let third = try Office("Most")
    try third.take(from: first)
    try Self.exchange(first, third)
    try second.take(from: first)
    try checkGone(first, second, third)
  }

  @Test("A region cannot have another's words erased by a checkpoint")
  func lie() throws {
    #expect(try second.replica.compact(clock: 5_000, keeping: 0).folded > 1)
    let bundle = try second.replica.bundle()
    let honest = try #require(bundle.checkpoint)
    let document = try #require(try first.replica.list(ImportedDocument.kind).first).id
    let state = try #require(honest.states.first { $0.record == document })
    var erased = try RecordState(decoding: state.bytes)
    let dots = Set(erased.words.map(\.dot)).sorted()
    let hadWords = erased.eraseWords(of: dots)
    #expect(hadWords)
    let states = honest.states.map {
      $0.record == document ? Checkpoint.State(record: document, bytes: erased.encoded()) : $0
    }
    let author = Dot(replica: second.replica.id, sequence: 900)
    let lie = try Checkpoint(
      logs: honest.logs, states: states,
      erasures: dots.map { ErasedWords(record: document, dot: $0, author: author) },
      publicKey: honest.publicKey, signature: []
    ).signed(by: second.replica.identity)
    let third = try Office("Most")
    #expect { try third.replica.apply(bundle.with(lie)) } throws: {
      ($0 as? SyncError)?.code == .wrongRegion
    }
    try third.replica.apply(bundle)
    #expect(try third.dump() == first.dump())
  }
}
