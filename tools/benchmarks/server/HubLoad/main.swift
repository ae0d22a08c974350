import Desk
import Domain
import Foundation
import Storage
import Sync
import SyncHTTP

// Offices that talk to a hub from a process of their own.
//
//   HubLoad offices FOLDER COUNT CHANGES HUB-DATABASE URL   all at once, each with so many changes
//   HubLoad fill FILE DOCUMENTS                             a database of documents with 24 tasks each
//   HubLoad terms FILE QUESTION…                            each as its index is asked it, a line each
//   HubLoad first FOLDER CHANGES URL                        one office brings so many changes, and
//                                                           the same applied here without a hub

func now() -> UInt64 { UInt64(Date().timeIntervalSince1970 * 1_000) }

func seconds(_ body: () async throws -> Void) async rethrows -> Double {
  let start = ContinuousClock.now
  try await body()
  return (ContinuousClock.now - start) / .seconds(1)
}

/// Makes the database of an office with so many changes, one record each.
func make(_ path: String, region: String, changes: Int) throws {
  let replica = try Replica.create(at: path, region: region, clock: now())
  for number in 0..<changes {
    _ = try replica.add(
      Project.kind,
      [
        FieldAssignment(field: "name", text: "Dílna \(region) \(number)"),
        FieldAssignment(field: "status", text: "approved"),
        FieldAssignment(field: "holder", text: "Spolek \(number % 97)"),
      ], author: "Jana Nováková", clock: now())
  }
}

func sync(_ path: String, _ url: String) async throws -> ExchangeCourse.Report {
  let replica = try Replica(opening: path, for: .writing)
  let credentials = try replica.hub(at: url).map {
    HubCredentials(identity: try replica.identity, hub: $0)
  }
  let transport = try HTTPTransport(
    url: url, credentials: credentials, now: { Int64(now() / 1_000) })
  return try await Exchange.run(replica, over: transport)
}

func enroll(_ path: String, hub: String, _ url: String) async throws {
  let replica = try Replica(opening: path, for: .writing)
  let code = try HubRights(besides: hub).invite(
    region: replica.region, role: .editor, validFor: 3_600, by: "load", at: Int64(now()))
  let found = try await Enrollment.enroll(
    replica.identity, of: replica.region, at: url, code: code, now: { Int64(now() / 1_000) })
  try replica.rememberHub(found, at: url)
}

func offices(_ folder: String, count: Int, changes: Int, hub: String, url: String) async throws {
  let paths = (0..<count).map { "\(folder)/office\($0).db" }
  for (number, path) in paths.enumerated() {
    try make(path, region: "Území \(number)", changes: changes)
    try await enroll(path, hub: hub, url)
  }
  print("made and enrolled \(count) offices with \(changes) changes each")
  let outcomes = await withTaskGroup(of: (Int, String?).self) { group in
    for path in paths {
      group.addTask {
        do {
          let report = try await sync(path, url)
          return (report.sent, nil)
        } catch {
          return (0, "\(error)")
        }
      }
    }
    var outcomes: [(Int, String?)] = []
    for await outcome in group { outcomes.append(outcome) }
    return outcomes
  }
  let failures = outcomes.compactMap(\.1)
  print("sent \(outcomes.map(\.0).reduce(0, +)) changes, errors \(failures.count)")
  for failure in Set(failures).prefix(5) { print("  \(failure)") }
}

func first(_ folder: String, changes: Int, url: String) async throws {
  let path = "\(folder)/first.db"
  try make(path, region: "Velké území", changes: changes)
  let local = try Replica.create(at: "\(folder)/local.db", region: "Jinde", clock: now())
  let office = try Replica(opening: path, for: .reading)
  let copying = try await seconds {
    while true {
      let bundle = try office.bundle(
        lackedBy: local.versionVector(), limit: Replica.messageLimit)
      if bundle.segments.isEmpty { break }
      try local.apply(bundle)
    }
  }
  let exchanging = try await seconds { _ = try await sync(path, url) }
  print(
    String(
      format: "%d changes: copied and indexed here %.1f s, first sync %.1f s, ratio %.2f", changes,
      copying, exchanging, exchanging / copying))
}

func fill(_ path: String, documents: Int) throws {
  let replica = try Replica.create(at: path, region: "Rozcestník", clock: now())
  var filling = Filling()
  for number in 0..<documents {
    _ = try replica.importDocument(filling.document(number, tasks: 24), clock: now())
  }
}

let words = Array(CommandLine.arguments.dropFirst())
switch words.first {
case "offices" where words.count == 6:
  let time = try await seconds {
    try await offices(
      words[1], count: Int(words[2]) ?? 206, changes: Int(words[3]) ?? 1_000, hub: words[4],
      url: words[5])
  }
  print(String(format: "all together %.1f s", time))
case "first" where words.count == 4:
  try await first(words[1], changes: Int(words[2]) ?? 100_000, url: words[3])
case "terms" where words.count > 2:
  let replica = try Replica(opening: words[1], for: .reading)
  // Words without years are one question about all rows.
  for question in words.dropFirst(2) {
    print(try replica.indexQuestions(question).first?.match ?? "")
  }
case "fill" where words.count == 3:
  try fill(words[1], documents: Int(words[2]) ?? 4_000)
default:
  print(
    """
    usage: HubLoad fill FILE DOCUMENTS
           HubLoad terms FILE QUESTION…
           HubLoad offices FOLDER COUNT CHANGES HUB URL
           HubLoad first FOLDER CHANGES URL
    """)
  exit(64)
}
