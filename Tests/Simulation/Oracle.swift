import Domain
import Storage
import Sync

/// What must hold when all have exchanged everything, worked out from the log alone, without
/// merging.
struct Oracle {
  /// A broken promise.
  struct Broken: Error, CustomStringConvertible {
    let description: String
  }

  private struct Write {
    let context: WriteContext
    let value: FieldValue?
    let replaces: [Dot]
  }

  private struct Place: Hashable {
    let record: RecordID
    let field: UInt16
  }

  /// The words that the log of a database holds.
  static func words(in replica: Replica) throws -> Set<String> {
    var words = Set<String>()
    for change in try changes(of: replica) {
      for operation in change.edits.flatMap(\.operations) {
        switch operation {
        case .assign(_, .text(let text)?, _): words.insert(text)
        case .text(_, let edit): words.formUnion(Self.words(of: edit))
        default: break
        }
      }
    }
    return words
  }

  /// The words that an edit put in. Of a word that begins like the next one, the edit may say that
  /// its end and the beginning of the next came in; said twice, the word is whole.
  private static func words(of edit: TextEdit) -> [String] {
    (edit.insertedText + edit.insertedText).split(separator: " ").map(String.init)
  }

  /// The values that changes within a vector gave records, those of replicas that are asked for.
  static func values(
    of records: [RecordID], in replica: Replica, within vector: VersionVector,
    by isAsked: (ReplicaID) -> Bool
  ) throws -> Set<String> {
    var values = Set<String>()
    for change in try changes(of: replica)
    where vector.contains(change.dot) && isAsked(change.dot.replica) {
      for edit in change.edits where records.contains(edit.record) {
        for case .assign(_, .text(let text)?, _) in edit.operations { values.insert(text) }
      }
    }
    return values
  }

  /// The words that edits put into texts.
  static func textWords(in replica: Replica) throws -> Set<String> {
    var words = Set<String>()
    for change in try changes(of: replica) {
      for case .text(_, let edit) in change.edits.flatMap(\.operations) {
        words.formUnion(Self.words(of: edit))
      }
    }
    return words
  }

  /// The whole merged state, a line a record.
  static func dump(of replica: Replica) throws -> [String] {
    var dump: [String] = []
    try replica.dump { dump.append($0) }
    return dump
  }

  /// Compares databases that have exchanged everything.
  static func check(_ sites: [(name: String, replica: Replica)]) throws {
    var first: (name: String, dump: [String])?
    for site in sites {
      let dump = try dump(of: site.replica)
      if let first, first.dump != dump {
        let differing = zip(first.dump, dump).first { $0 != $1 }.map { "\($0)\n\($1)" } ?? ""
        throw Broken(description: "\(site.name) differs from \(first.name):\n\(differing)")
      }
      first = first ?? (site.name, dump)
      let problems = try site.replica.verify().problems
      guard problems.isEmpty else {
        throw Broken(description: "\(site.name) is not sound: \(problems)")
      }
    }
    if let site = sites.first { try checkValues(of: site.replica) }
  }

  /// No silent loss: each value is shown, waits in the inbox, or was replaced by somebody who saw
  /// it.
  private static func checkValues(of replica: Replica) throws {
    var questions: [Place: Set<String>] = [:]
    for conflict in try replica.conflicts() {
      guard case .values(let field, let candidates) = conflict.question else { continue }
      let values = candidates.map { $0.value?.plain ?? "" }
      questions[Place(record: conflict.record, field: field.id)] = Set(values)
    }
    for (place, writes) in try writes(in: replica) {
      guard let row = try? replica.show(place.record),
        let column = row.kind.listedFields.firstIndex(where: { $0.id == place.field }),
        row.kind.listedFields[column].merge == .register
      else { continue }
      let live = live(of: writes)
      let asked = questions[place] ?? []
      if live.count > 1, live != asked {
        throw Broken(description: "\(place) has \(live), and the inbox asks for \(asked)")
      }
      if live.count == 1, let value = live.first {
        let shown: String? = if case .text(let text) = row.cells[column] { text } else { nil }
        guard (shown ?? "") == value else {
          throw Broken(description: "\(place) has \(value) and shows \(shown ?? "nothing")")
        }
      }
    }
  }

  /// The values that nobody replaced who saw them: persons' before machines'.
  private static func live(of writes: [Write]) -> Set<String> {
    let standing = writes.filter { write in
      !writes.contains { other in
        other.replaces.contains(write.context.dot) && other.context.hasSeen(write.context.dot)
          && (other.context.isPerson || !write.context.isPerson)
      }
    }
    let isPersons = standing.contains { $0.context.isPerson }
    return Set(
      standing.filter { $0.context.isPerson == isPersons }.map { $0.value?.plain ?? "" })
  }

  /// All writes of fields of one value that nobody edited in parts.
  private static func writes(in replica: Replica) throws -> [Place: [Write]] {
    var writes: [Place: [Write]] = [:]
    var texts = Set<Place>()
    for change in try changes(of: replica) {
      for edit in change.edits {
        for operation in edit.operations {
          switch operation {
          case .assign(let field, let value, let replaces):
            writes[Place(record: edit.record, field: field), default: []].append(
              Write(context: change.context, value: value, replaces: replaces))
          case .text(let field, _): texts.insert(Place(record: edit.record, field: field))
          default: break
          }
        }
      }
    }
    return writes.filter { !texts.contains($0.key) }
  }

  private static func changes(of replica: Replica) throws -> [Change] {
    try replica.bundle().segments.flatMap { segment in
      try segment.changes.enumerated().map { place, sealed in
        try Change(opening: sealed, at: segment.dot(at: place))
      }
    }
  }
}
