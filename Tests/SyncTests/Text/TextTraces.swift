import Foundation
import Sync

/// Editing traces of real documents, as far as they lie beside the repository.
enum TextTraces {
  /// One transaction of a trace.
  struct Transaction {
    let parents: [Int]?
    let agent: Int
    let patches: [TextReplacement]
  }

  struct Trace {
    let start: String
    let end: String
    let transactions: [Transaction]
  }

  private static let folder: URL? = {
    var place = URL(fileURLWithPath: #filePath)
    while place.path != "/" {
      place.deleteLastPathComponent()
      let found = place.appendingPathComponent("shared/corpus/traces")
      if FileManager.default.fileExists(atPath: found.path) { return found }
    }
    return nil
  }()

  static var isPresent: Bool { folder != nil }

  /// What a compressed JSON file holds.
  static func json(_ name: String) throws -> Any {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/gzip")
    process.arguments = ["-dc", folder?.appendingPathComponent(name).path ?? name]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try JSONSerialization.jsonObject(with: data)
  }

  /// Agents of a trace that are one author, who edited on several branches at once: the format
  /// wants agents without concurrent edits and numbers them by name, so these follow each other.
  /// Where they tie, the text was made in the order of the author's edits.
  private static let authorsOnBranches = ["A2": 177...183]

  static func read(_ name: String) throws -> Trace {
    let object = try json("\(name).json.gz") as? [String: Any] ?? [:]
    let author = authorsOnBranches[name]
    let transactions = (object["txns"] as? [[String: Any]] ?? []).map { item in
      let agent = item["agent"] as? Int ?? 0
      return Transaction(
        parents: item["parents"] as? [Int],
        agent: author.flatMap { $0.contains(agent) ? $0.lowerBound : nil } ?? agent,
        patches: patches(item["patches"]))
    }
    return Trace(
      start: object["startContent"] as? String ?? "", end: object["endContent"] as? String ?? "",
      transactions: transactions)
  }

  static func patches(_ value: Any?) -> [TextReplacement] {
    (value as? [[Any]] ?? []).map { patch in
      TextReplacement(
        position: patch[0] as? Int ?? 0, deleted: patch[1] as? Int ?? 0,
        inserted: patch[2] as? String ?? "")
    }
  }

  /// The edits of a trace with their contexts, in its order.
  static func messages(of trace: Trace) -> [TextWriter.Message] {
    var counts: [Int: UInt64] = [:]
    var dots: [Dot] = []
    var seen: [VersionVector] = []
    return trace.transactions.map { transaction in
      counts[transaction.agent, default: 0] += 1
      let replica = agent(transaction.agent)
      let dot = Dot(replica: replica, sequence: counts[transaction.agent] ?? 0)
      let parents = transaction.parents ?? (dots.isEmpty ? [] : [dots.count - 1])
      var vector = VersionVector()
      for parent in parents {
        vector.formUnion(seen[parent])
        vector.observe(dots[parent])
      }
      dots.append(dot)
      seen.append(vector)
      vector[replica] = 0
      return TextWriter.Message(
        edit: TextEdit(parents: parents.map { dots[$0] }, transaction.patches),
        context: WriteContext(
          dot: dot, timestamp: HybridTimestamp(milliseconds: 1), isPerson: true,
          dependencies: vector))
    }
  }

  static func agent(_ number: Int) -> ReplicaID {
    ReplicaID(bytes: [UInt8](repeating: 0, count: 14) + [UInt8(number / 256), UInt8(number % 256)])
      ?? .example(0)
  }
}
