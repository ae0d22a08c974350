import Desk
import Domain
import Foundation
import Storage
import Sync
import TestSupport
import Testing

@Suite("An exchange in steps")
struct ExchangeStepTests {
  /// Opens the file for each step.
  private struct Opener: ReplicaLender {
    let path: String

    func use<Result: Sendable>(
      _ body: @escaping @Sendable (Replica) throws -> Result
    ) async throws -> Result {
      try body(Replica(opening: path, for: .writing))
    }
  }

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in ["Žatec", "Most"] {
      let replica = try Replica.create(at: folder.path(name), region: name, clock: 1_000)
      try Self.add("Dílna \(name)", to: replica)
    }
  }

  private static func add(_ name: String, to replica: Replica) throws {
    _ = try replica.add(
      Project.kind, [FieldAssignment(field: "name", text: name)], author: "Jana", clock: 2_000)
  }

  private func open(_ name: String) throws -> Replica {
    try Replica(opening: folder.path(name), for: .writing)
  }

  private func dump(_ name: String) throws -> [String] {
    var lines: [String] = []
    try open(name).dump { lines.append($0) }
    return lines
  }

  /// Whether two files show the same and are sound, these names among it.
  private func agree(_ first: String, _ second: String, on names: String...) throws -> Bool {
    let lines = try dump(first)
    let isSound = try [first, second].allSatisfy { try open($0).verify().problems.isEmpty }
    return try isSound && lines == dump(second)
      && names.allSatisfy { name in lines.contains { $0.contains("\"\(name)\"") } }
  }

  /// What a whole machine that is put back has of a database.
  private func snapshot(of path: String) throws -> [URL: Data] {
    try ["", ".lineage"].map { URL(filePath: path + $0) }.reduce(into: [:]) { found, file in
      found[file] = try Data(contentsOf: file)
    }
  }

  private func putBack(_ snapshot: [URL: Data]) throws {
    for (path, bytes) in snapshot {
      let handle = try FileHandle(forWritingTo: path)
      try handle.truncate(atOffset: 0)
      try handle.write(contentsOf: bytes)
      try handle.close()
    }
  }

  @Test("whoever writes while the other side is waited for can, and it goes along")
  func writersBetween() async throws {
    let (office, hub) = (folder.path("Žatec"), folder.path("Most"))
    let transport = InMemoryTransport { message in
      if case .greeting = message {
        try Self.add("Klub", to: Replica(opening: office, for: .writing))
      }
      return try Replica(opening: hub, for: .writing).answer(message)
    }
    let report = try await Exchange.run(Opener(path: office), over: transport)
    #expect(report.received == 2 && report.sent == 3)
    #expect(try agree("Žatec", "Most", on: "Dílna Žatec", "Dílna Most", "Klub"))
  }

  @Test("a fork is mended although somebody writes while the other side is waited for")
  func writersWithinAFork() async throws {
    let (office, hub) = (folder.path("Žatec"), folder.path("Most"))
    let answer: @Sendable (ExchangeMessage) throws -> ExchangeMessage = { message in
      try Replica(opening: hub, for: .writing).answer(message)
    }
    let before = try snapshot(of: office)
    for name in ["Byty", "Dům", "Sál", "Hřiště"] { try Self.add(name, to: open("Žatec")) }
    _ = try await Exchange.run(
      Opener(path: office), over: InMemoryTransport { try answer($0) })
    try putBack(before)
    let former = try open("Žatec").id
    try Self.add("Kurzy", to: open("Žatec"))
    _ = try await Exchange.run(
      Opener(path: office),
      over: InMemoryTransport { message in
        try Self.add("Klub", to: Replica(opening: office, for: .writing))
        return try answer(message)
      })
    #expect(try open("Žatec").id != former)
    _ = try await Exchange.run(
      Opener(path: office), over: InMemoryTransport { try answer($0) })
    #expect(try agree("Žatec", "Most", on: "Byty", "Hřiště", "Kurzy", "Klub"))
  }

  @Test(
    "an office that was put back and wrote as much as it lost, or more, loses nothing",
    arguments: [1, 2, 3, 5], [false, true])
  func writersAfterARollback(count: Int, isBuiltOn: Bool) async throws {
    let (office, hub) = (folder.path("Žatec"), folder.path("Most"))
    let hubTransport = InMemoryTransport { message in
      try Replica(opening: hub, for: .writing).answer(message)
    }
    let before = try snapshot(of: office)
    for name in ["Byty", "Dům"] { try Self.add(name, to: open("Žatec")) }
    _ = try await Exchange.run(Opener(path: office), over: hubTransport)
    // What the hub writes now was made in the knowledge of what the office loses.
    if isBuiltOn { try Self.add("Sál", to: open("Most")) }
    try putBack(before)
    for number in 1...count { try Self.add("Kurz \(number)", to: open("Žatec")) }
    _ = try await Exchange.run(Opener(path: office), over: hubTransport)
    let report = try await Exchange.run(Opener(path: office), over: hubTransport)
    #expect(report.isComplete && report.untaken == 0)
    #expect(try agree("Žatec", "Most", on: "Byty", "Dům", "Kurz 1", "Kurz \(count)"))
  }

  @Test("what the other side confirmed is not asked for again")
  func confirmed() async throws {
    let (office, hub) = (folder.path("Žatec"), folder.path("Most"))
    let counter = Counter()
    let hubTransport = InMemoryTransport { message in
      await counter.count()
      return try Replica(opening: hub, for: .writing).answer(message)
    }
    var messages: [Int] = []
    for isWriting in [false, false, true, false] {
      if isWriting { try Self.add("Klub", to: open("Žatec")) }
      _ = try await Exchange.run(Opener(path: office), over: hubTransport)
      messages.append(await counter.take())
    }
    // A greeting, and a delivery where there is something to deliver.
    #expect(messages == [2, 1, 2, 1])
  }

  private actor Counter {
    private var messages = 0

    func count() { messages += 1 }

    func take() -> Int {
      defer { messages = 0 }
      return messages
    }
  }
}
