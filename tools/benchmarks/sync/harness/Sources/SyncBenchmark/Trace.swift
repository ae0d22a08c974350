import Foundation
import Sync

/// An editing trace: transactions with what each had seen.
struct Trace {
  struct Transaction {
    let parents: [Int]
    let agent: Int
    let patches: [TextReplacement]
  }

  let end: String
  let transactions: [Transaction]

  /// Reads a trace that was unpacked into a folder.
  init(_ name: String, in folder: String) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name).json"))
    let object = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    end = object["endContent"] as? String ?? ""
    transactions = (object["txns"] as? [[String: Any]] ?? []).enumerated().map { number, item in
      let patches = (item["patches"] as? [[Any]] ?? []).map { patch in
        TextReplacement(
          position: patch[0] as? Int ?? 0, deleted: patch[1] as? Int ?? 0,
          inserted: String((patch[2] as? String ?? "").unicodeScalars))
      }
      return Transaction(
        parents: item["parents"] as? [Int] ?? (number == 0 ? [] : [number - 1]),
        agent: item["agent"] as? Int ?? 0, patches: patches)
    }
  }

  /// The patches of all transactions in a row.
  var patches: [TextReplacement] { transactions.flatMap(\.patches) }

  /// The edits with the changes that they belong to.
  var messages: [(edit: TextEdit, context: WriteContext)] {
    var counts: [Int: UInt64] = [:]
    var dots: [Dot] = []
    var seen: [VersionVector] = []
    return transactions.map { transaction in
      counts[transaction.agent, default: 0] += 1
      let dot = Dot(
        replica: Self.replica(transaction.agent), sequence: counts[transaction.agent] ?? 0)
      var vector = VersionVector()
      for parent in transaction.parents {
        vector.formUnion(seen[parent])
        vector.observe(dots[parent])
      }
      dots.append(dot)
      seen.append(vector)
      vector[dot.replica] = 0
      return (
        TextEdit(parents: transaction.parents.map { dots[$0] }, transaction.patches),
        WriteContext(
          dot: dot, timestamp: HybridTimestamp(milliseconds: 1), isPerson: true,
          dependencies: vector)
      )
    }
  }

  /// The transactions in the order in which they can be applied when each author's arrive as one:
  /// of one author as many as have all that they had seen, then of the next.
  var authorByAuthor: [Int] {
    var waiting: [Int: [Int]] = [:]
    for (number, transaction) in transactions.enumerated() {
      waiting[transaction.agent, default: []].append(number)
    }
    let agents = waiting.keys.sorted()
    var next = waiting.mapValues { _ in 0 }
    var isThere = [Bool](repeating: false, count: transactions.count)
    var order: [Int] = []
    while order.count < transactions.count {
      for agent in agents {
        let own = waiting[agent] ?? []
        var place = next[agent] ?? 0
        while place < own.count, transactions[own[place]].parents.allSatisfy({ isThere[$0] }) {
          isThere[own[place]] = true
          order.append(own[place])
          place += 1
        }
        next[agent] = place
      }
    }
    return order
  }

  static func replica(_ number: Int) -> ReplicaID {
    let bytes = [UInt8](repeating: 0, count: 14) + [UInt8(number / 256), UInt8(number % 256)]
    return ReplicaID(bytes: bytes) ?? ReplicaID(publicKey: bytes)
  }
}
