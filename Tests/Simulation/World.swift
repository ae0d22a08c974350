import Domain
import Foundation
import Storage
import Sync
import TestSupport

/// Offices, a hub, sticks on their way and a clock: everything that happens depends on one seed.
final class World {
  private let folder: URL
  private let killer: Killer?
  private var generator: SeededGenerator
  private var now: UInt64 = 1_700_000_000_000
  private var sites: [Site] = []
  /// Hears everything before it is folded anywhere, folds nothing itself and tells nobody until the
  /// end: what all others must be like.
  private let archive: Site
  private var couriers: [Courier] = []
  private var newer: NewerVersion
  /// The words that somebody wrote and that nobody took out.
  private var promised = Set<String>()
  private var removed = Set<String>()
  /// The words that are internal to a region, unless somebody shared them.
  private var secrets = Set<String>()
  /// What happened, a line a step.
  private(set) var story: [String] = []

  private static let mostSites = 6
  /// Sites have other numbers than steps: an office and a program that was killed must not draw one
  /// identifier for two records.
  private static let siteSalt: UInt64 = 0x5175_1E50_F0FF_1CE5

  init(seed: UInt64, killer: Killer?) throws {
    self.killer = killer
    generator = SeededGenerator(seed: seed ^ Self.siteSalt)
    newer = NewerVersion(seed: seed ^ 0xABCD)
    // In memory where there is such a place: what is simulated here is not the disk.
    let memory = URL(fileURLWithPath: "/dev/shm")
    let base =
      FileManager.default.isWritableFile(atPath: memory.path)
      ? memory : FileManager.default.temporaryDirectory
    folder = base.appending(path: "soulad-world-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    archive = try Site(
      name: "Archiv", path: folder.appending(path: "archive.db").path, seed: generator.next(),
      clock: now)
    let count = Int.random(in: 2...3, using: &generator)
    for name in ["Kraj", "Liberec", "Žatec", "Chomutov"].prefix(count + 1) {
      sites.append(
        try Site(
          name: name, path: path(name), seed: generator.next(), clock: now))
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The hub comes first.
  private var hub: Site { sites[0] }

  private func path(_ name: String) -> String { folder.appending(path: "\(name).db").path }

  /// Something happens.
  func step(seed: UInt64) throws {
    generator = SeededGenerator(seed: seed)
    now += UInt64.random(in: 0..<3_600_000, using: &generator)
    let place = Int.random(in: 0..<sites.count, using: &generator)
    let site = sites[place]
    switch Int.random(in: 0..<216, using: &generator) {
    case 0..<110: try work(at: site)
    case 110..<126: try send(from: site)
    case 126..<148: try deliver(to: site)
    case 148..<154: try deliverDamaged(to: site)
    case 154..<174: try call(from: site)
    case 174..<178: jumpClock(of: site)
    case 178..<186: try crash(at: site)
    case 186..<190: try keepBackup(at: site)
    case 190..<193: try restore(site)
    case 193..<195: try copy(site)
    case 195..<197: try restoreMachine(of: site)
    case 200..<208: try compact(site)
    case 208..<211: try retire(from: site)
    case 211..<216: try acknowledge(at: site)
    default: try hearFromNewer(about: site)
    }
  }

  private func tell(_ site: Site, _ what: String) { story.append("\(site.name) \(what)") }

  private func work(at site: Site) throws {
    var deed = Deed(
      at: try site.replica(), clock: site.clock(now), author: site.name, seed: generator.next())
    try deed.act()
    promised.formUnion(deed.words)
    removed.formUnion(deed.removed)
    secrets.formUnion(deed.secrets)
    if !deed.erased.isEmpty { try forgetFolded(deed.erased, by: site.replica()) }
    if !deed.telling.isEmpty { tell(site, deed.telling) }
  }

  private func send(from site: Site) throws {
    let replica = try site.replica()
    let receiver = sites.randomElement(using: &generator) ?? site
    let isShort = Bool.random(using: &generator) && receiver !== site
    let known = isShort ? try replica.lastKnownVector(of: receiver.replica().id) : VersionVector()
    let bundle = try replica.bundle(lackedBy: known)
    couriers.append(Courier(from: site.name, bytes: bundle.encoded()))
    if couriers.count > 12 { couriers.removeFirst() }
    tell(site, "sends a stick with \(bundle.changeCount) changes")
  }

  private func deliver(to site: Site) throws {
    guard let place = couriers.indices.randomElement(using: &generator) else { return }
    let courier = couriers[place]
    if Bool.random(using: &generator) { couriers.remove(at: place) }
    do {
      let report = try site.replica().apply(Bundle(decoding: courier.bytes))
      let waiting = report.waiting > 0 ? ", \(report.waiting) wait" : ""
      tell(
        site, "reads a stick from \(courier.from): \(report.newChanges) new changes\(waiting)")
    } catch let error as SyncError where error.code == .unknownKey {
      tell(site, "reads a stick from \(courier.from) before it knows who wrote it")
    }
  }

  private func deliverDamaged(to site: Site) throws {
    guard let courier = couriers.randomElement(using: &generator) else { return }
    let before = try site.replica().versionVector()
    do {
      try site.replica().apply(Bundle(decoding: courier.damaged(using: &generator)))
      throw Oracle.Broken(description: "\(site.name) took a damaged stick")
    } catch is SyncError {
      guard try site.replica().versionVector() == before else {
        throw Oracle.Broken(description: "\(site.name) took a part of a damaged stick")
      }
      tell(site, "refuses a damaged stick from \(courier.from)")
    }
  }

  private func call(from site: Site) throws {
    guard site !== hub else { return }
    let breaks = Bool.random(using: &generator) ? Int.random(in: 1...4, using: &generator) : nil
    let call = Call(
      caller: try site.replica(), hub: try hub.replica(), breaks: breaks,
      isEchoing: Bool.random(using: &generator))
    do {
      try call.make()
      tell(site, "calls the hub")
    } catch is Call.LineBroke {
      tell(site, "calls the hub until the line breaks")
    }
  }

  private func jumpClock(of site: Site) {
    site.drift = Int64.random(in: -400_000_000_000...400_000_000_000, using: &generator)
    tell(site, "has a clock that is \(site.drift / 86_400_000) days wrong")
  }

  private func keepBackup(at site: Site) throws {
    try site.keepBackup()
    tell(site, "keeps backup \(site.backups.count)")
  }
}

/// Who is waited for, and what all have.
extension World {
  /// Somebody says what it has; nobody may take for known to all what an active member lacks.
  private func acknowledge(at site: Site) throws {
    let replica = try site.replica()
    if try replica.acknowledge(clock: site.clock(now)) { tell(site, "acknowledges what it has") }
    let membership = try replica.membership()
    let active = Set(membership.active.map(\.replica))
    for other in try sites.map({ try $0.replica() }) where active.contains(other.id) {
      guard try other.versionVector().dominates(membership.stable) else {
        throw Oracle.Broken(description: "\(site.name) takes \(other.id) to have what it lacks")
      }
    }
  }

  /// Somebody is retired, rightly or wrongly.
  private func retire(from site: Site) throws {
    let replica = try site.replica()
    let others = try replica.membership().active.filter { $0.replica != replica.id }
    guard let member = others.randomElement(using: &generator) else { return }
    _ = try replica.retire(
      member.replica.description, author: site.name, clock: site.clock(now))
    tell(site, "retires \(member.replica)")
  }

  /// What a region erases of folded changes it cannot choose: all goes that stands no more.
  private func forgetFolded(_ records: [RecordID], by replica: Replica) throws {
    guard let folded = try replica.bundle().checkpoint?.vector else { return }
    let members = try replica.membership().members
    let own = Set(members.filter { $0.region == replica.region }.map(\.replica))
    let standing = try Oracle.dump(of: replica).joined()
    let values = try Oracle.values(
      of: records, in: archive.replica(), within: folded, by: own.contains)
    promised.subtract(values.filter { !standing.contains($0) })
  }

  /// Folds what all active members have; nothing else changes by that.
  private func compact(_ site: Site) throws {
    let replica = try site.replica()
    try archive.replica().apply(replica.bundle())
    let before = try Oracle.dump(of: replica)
    let former = try replica.bundle().checkpoint?.vector ?? VersionVector()
    let history = UInt64.random(in: 0..<40_000_000, using: &generator)
    let report = try replica.compact(
      clock: site.clock(now), keeping: Bool.random(using: &generator) ? history : 0)
    guard try Oracle.dump(of: replica) == before else {
      throw Oracle.Broken(description: "\(site.name) differs from what it was by compaction")
    }
    tell(site, "compacts: \(report.folded) changes folded, \(report.kept) kept")
    let folded = try replica.bundle().checkpoint?.vector ?? VersionVector()
    let active = try replica.membership().active.map(\.replica)
    for other in try sites.map({ try $0.replica() }) where active.contains(other.id) {
      let has = try other.versionVector()
      // What was folded when it was not known yet is no news.
      guard folded.entries.allSatisfy({ max(has[$0.replica], former[$0.replica]) >= $0.sequence })
      else {
        throw Oracle.Broken(description: "\(site.name) folded what \(other.id) does not have")
      }
    }
  }
}

/// What goes wrong with whole machines.
extension World {
  /// Somebody works, and the program is killed at one of its writes.
  private func crash(at site: Site) throws {
    guard let killer else { return try work(at: site) }
    site.close()
    let seed = generator.next()
    let write = Int.random(in: 1...60, using: &generator)
    let isCompacting = Int.random(in: 0..<4, using: &generator) == 0
    if isCompacting {
      try archive.replica().apply(site.replica().bundle())
      site.close()
    }
    tell(site, "is killed at write \(write)\(isCompacting ? " of a compaction" : "")")
    try killer.run(
      site.path, clock: site.clock(now), author: isCompacting ? "" : site.name, seed: seed,
      at: write)
    _ = try site.replica()
  }

  private func restore(_ site: Site) throws {
    guard let backup = site.backups.indices.randomElement(using: &generator) else { return }
    try site.restore(backup, withEverything: false)
    let renewal = try site.replica().renewal
    tell(site, "puts backup \(backup + 1) back\(renewal == nil ? "" : " and gets a new identity")")
    try forgetWhatNobodyHas()
  }

  /// The whole machine is put back, so that nothing shows it until the office calls the hub, which
  /// had heard everything from it before.
  private func restoreMachine(of site: Site) throws {
    guard site !== hub, let backup = site.backups.indices.randomElement(using: &generator) else {
      return
    }
    // Under an earlier identity there may be changes that only somebody else has.
    guard try site.identities[backup] == site.replica().id else { return }
    try Call(caller: site.replica(), hub: hub.replica(), breaks: nil, isEchoing: false).make()
    try site.restore(backup, withEverything: true)
    try forgetWhatNobodyHas()
    for _ in 0..<Int.random(in: 0...9, using: &generator) { try work(at: site) }
    try Call(caller: site.replica(), hub: hub.replica(), breaks: nil, isEchoing: false).make()
    tell(site, "was put back with its machine to backup \(backup + 1)")
  }

  private func copy(_ site: Site) throws {
    guard site !== hub, sites.count < Self.mostSites else { return }
    site.close()
    let name = "\(site.name) \(sites.count)"
    let copy = try Site(
      copying: site, name: name, path: path(name), seed: generator.next())
    sites.append(copy)
    guard try copy.replica().renewal != nil else {
      throw Oracle.Broken(description: "\(name) did not notice that it is a copy")
    }
    tell(site, "is copied as \(name)")
  }

  private func hearFromNewer(about site: Site) throws {
    let replica = try site.replica()
    let record = try replica.list(Project.kind).map(\.id).randomElement(using: &generator)
    try newer.write(about: record, kind: Project.kind.id, clock: now)
    guard let bundle = newer.bundle() else { return }
    try replica.apply(bundle)
    tell(site, "hears from a newer version")
  }

  /// Who puts a backup back loses what was in no other place.
  private func forgetWhatNobodyHas() throws {
    var known = Set<String>()
    for site in sites + [archive] { known.formUnion(try Oracle.words(in: site.replica())) }
    promised.formIntersection(known)
  }

  /// All exchange everything over good lines, and every promise is looked at.
  func settle() throws {
    for _ in 0..<3 {
      for site in sites.dropFirst() + [archive] {
        try Call(caller: site.replica(), hub: hub.replica(), breaks: nil, isEchoing: false).make()
      }
    }
    let all = try ([archive] + sites).map { (name: $0.name, replica: try $0.replica()) }
    try Oracle.check(all)
    let words = try Oracle.words(in: archive.replica())
    // What stands in a text may have come in by two edits, each with a part of it.
    let shown = try Oracle.dump(of: archive.replica()).joined(separator: "\n")
    if let lost = promised.subtracting(words).first(where: { !shown.contains($0) }) {
      throw Oracle.Broken(description: "\(lost) was written, and is in no log")
    }
    if let word = secrets.intersection(words).subtracting(promised).first {
      throw Oracle.Broken(description: "\(word) was internal, and others heard of it")
    }
    try checkTexts()
  }

  /// What was put into a text and taken out by nobody is there.
  private func checkTexts() throws {
    let replica = try hub.replica()
    var shown = ""
    for row in try replica.list(Task.kind) {
      let place = row.kind.listedFields.firstIndex { $0.name == "text" } ?? 0
      guard case .text(let text) = try replica.show(row.id).cells[place] else { continue }
      shown += text + "\n"
    }
    let words = try Oracle.textWords(in: archive.replica())
    // Two words may have lost the space between them to somebody who took out the word after it,
    // and go as one.
    let gone = removed.joined(separator: " ")
    let wanted = words.intersection(promised).filter { !gone.contains($0) }
    if let word = wanted.first(where: { !shown.contains($0) }) {
      throw Oracle.Broken(description: "\(word) was put into a text and is gone")
    }
  }
}
