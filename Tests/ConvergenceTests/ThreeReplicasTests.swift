import Domain
import Storage
import Sync
import TestSupport
import Testing

/// Three offices on real database files, a seeded history of edits and exchanges, and the promises
/// that must hold at its end whatever happened.
@Suite("Three replicas converge")
struct ThreeReplicasTests {
  @Test("after any history and enough exchanges all replicas dump equal bytes", arguments: 1...12)
  func convergence(seed: Int) throws {
    var history = try History(seed: UInt64(seed))
    for _ in 0..<60 { try history.step() }
    try history.exchangeEverything()
    let dumps = try history.offices.map { try $0.dump() }
    #expect(Set(dumps).count == 1)
    #expect(try Set(history.offices.map { try $0.versionVector() }).count == 1)
  }

  @Test(
    "nobody's value disappears: it is shown, waits in the inbox, or was replaced by who saw it",
    arguments: 20...27)
  func noSilentLoss(seed: Int) throws {
    let history = try History(seed: UInt64(seed))
    let office = history.offices[0]
    let fields = [FieldAssignment(field: "name", text: "Dílna")]
    let id = try office.add(Project.kind, fields, author: "", clock: 1)
    try history.exchangeEverything()
    for (place, office) in history.offices.enumerated() {
      let value = FieldAssignment(field: "holder", text: "Spolek \(place) \(seed)")
      try office.edit(id, [value], author: "", clock: UInt64((seed * 31 + place * 17) % 50))
    }
    try history.exchangeEverything()
    for office in history.offices {
      let conflict = try #require(try office.conflicts().first)
      guard case .values(_, let candidates) = conflict.question else {
        Issue.record("a conflict of values was expected")
        return
      }
      #expect(
        Set(candidates.compactMap(\.value?.text)) == Set((0..<3).map { "Spolek \($0) \(seed)" }))
      #expect(candidates.count { $0.isShown } == 1)
    }
  }
}

/// A history that depends on its seed alone.
private struct History {
  let offices: [Replica]
  private let folder: TemporaryFolder
  private var generator: SeededGenerator
  private var clock: UInt64 = 1_000_000

  init(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    self.folder = folder
    generator = SeededGenerator(seed: seed)
    offices = try ["Liberec", "Žatec", "Chomutov"].map { region in
      try Replica.create(at: folder.path("\(region).db"), region: region, clock: 1_000)
    }
  }

  /// One edit of one office, or one bundle from one office to another.
  mutating func step() throws {
    // Clocks of offices drift and jump; nothing may depend on them.
    clock &+= UInt64.random(in: 0..<90_000, using: &generator)
    let time = clock / UInt64.random(in: 1...3, using: &generator)
    let office = offices[Int.random(in: 0..<3, using: &generator)]
    let projects = try office.list(Project.kind).map(\.id)
    guard let id = projects.randomElement(using: &generator) else {
      return try add(to: office, time)
    }
    switch Int.random(in: 0..<10, using: &generator) {
    case 0: try add(to: office, time)
    case 1: try office.delete(id, author: "", clock: time)
    case 2...4: try exchange()
    default: try edit(id, in: office, time)
    }
  }

  /// Everybody gets everything.
  func exchangeEverything() throws {
    for _ in 0..<2 {
      for from in offices {
        let bundle = try Bundle(decoding: from.bundle().encoded())
        for to in offices where to.id != from.id { try to.apply(bundle) }
      }
    }
  }

  private func add(to office: Replica, _ time: UInt64) throws {
    let fields = [FieldAssignment(field: "name", text: "Projekt \(time)")]
    _ = try office.add(Project.kind, fields, author: "", clock: time)
  }

  private mutating func edit(_ id: RecordID, in office: Replica, _ time: UInt64) throws {
    let status = ProjectStatus.allCases.randomElement(using: &generator)?.rawValue ?? ""
    let themes = Theme.allCases.shuffled(using: &generator).prefix(2).map(\.rawValue)
    let choice = [
      FieldAssignment(field: "status", text: status),
      FieldAssignment(field: "themes", text: themes.joined(separator: ",")),
      FieldAssignment(
        field: "holder", text: ["", "Spolek", "Charita"].randomElement(using: &generator) ?? ""),
    ].randomElement(using: &generator)
    guard let choice else { return }
    try office.edit(id, [choice], author: "", clock: time)
  }

  private mutating func exchange() throws {
    let places = [0, 1, 2].shuffled(using: &generator)
    let bundle = try offices[places[0]].bundle()
    try offices[places[1]].apply(bundle)
  }
}

extension Replica {
  /// The whole merged state.
  fileprivate func dump() throws -> String {
    var lines: [String] = []
    try dump { lines.append($0) }
    return lines.joined(separator: "\n")
  }
}
