import Domain
import Sync

/// What was said to be erased, by whom: whatever brings the words once more is not believed.
struct ErasureTable {
  private let connection: Connection

  init(_ connection: Connection) {
    self.connection = connection
  }

  var isEmpty: Bool {
    get throws { try connection.first("SELECT 1 FROM erasure LIMIT 1") { _ in true } == nil }
  }

  /// The words that are to be erased because of a change, and may be: what its author's region
  /// wrote, and it had seen.
  func words(erasedBy change: Change) throws -> [ErasedWords] {
    var words: [ErasedWords] = []
    for edit in change.edits {
      for case .erase(let writes, _) in edit.operations {
        words += try erasable(writes, by: change).map {
          ErasedWords(record: edit.record, dot: $0, author: change.dot)
        }
      }
    }
    return words
  }

  /// The words in the log that are to be erased because their eraser had folded the changes that
  /// wrote them, and could not name these. Linear in the log where there are such changes.
  func words(foldedByErasersOf changes: [Change]) throws -> [ErasedWords] {
    var folded: [RecordID: (author: Dot, vector: VersionVector)] = [:]
    for change in changes {
      for edit in change.edits {
        for case .erase(_, let ends) in edit.operations {
          for end in try erasable(ends, by: change) {
            folded[edit.record, default: (change.dot, VersionVector())].vector.observe(end)
          }
        }
      }
    }
    if folded.isEmpty { return [] }
    var words: [ErasedWords] = []
    try ChangeLog(connection).forEachChange { change in
      for edit in change.edits where !edit.words(of: change.dot).isEmpty {
        guard let (author, vector) = folded[edit.record], vector.contains(change.dot) else {
          continue
        }
        words.append(ErasedWords(record: edit.record, dot: change.dot, author: author))
      }
    }
    return words
  }

  /// What the author of a change may erase of what it names: writes of its own region that it had
  /// seen.
  private func erasable(_ dots: [Dot], by change: Change) throws -> [Dot] {
    let region = try ReplicaTable.region(of: change.dot.replica, in: connection)
    return try dots.filter { dot in
      try change.context.hasSeen(dot)
        && ReplicaTable.region(of: dot.replica, in: connection) == region
    }
  }

  /// Has what is deleted from pages and from the index overwritten too, from now on.
  func overwriteDeleted() throws {
    try connection.forEach("PRAGMA secure_delete = ON") { _ in }
  }

  /// The words of a change that were said to be erased.
  func words(writtenBy dot: Dot) throws -> [ErasedWords] {
    try rows(
      "WHERE replica = ? AND sequence = ? ORDER BY record",
      [.blob(dot.replica.bytes), SQLValue(dot.sequence)])
  }

  /// All that was said to be erased of what is within a vector, by record and change.
  func words(within vector: VersionVector) throws -> [ErasedWords] {
    try rows("", []).filter { vector.contains($0.dot) }
      .sorted { ($0.record, $0.dot) < ($1.record, $1.dot) }
  }

  /// Takes note of erased words.
  /// - Returns: Whether that is news.
  @discardableResult
  func insert(_ words: ErasedWords) throws -> Bool {
    try connection.first(
      """
      INSERT OR IGNORE INTO erasure (record, replica, sequence, author, authorSequence)
      VALUES (?, ?, ?, ?, ?) RETURNING 1
      """,
      .text(words.record.description), .blob(words.dot.replica.bytes),
      SQLValue(words.dot.sequence), .blob(words.author.replica.bytes),
      SQLValue(words.author.sequence)
    ) { _ in true } != nil
  }

  /// States without what was said to be erased of them.
  func applied(to states: [RecordID: RecordState]) throws -> [RecordID: RecordState] {
    var states = states
    for (record, words) in Dictionary(grouping: try rows("", []), by: \.record) {
      states[record]?.eraseWords(of: words.map(\.dot))
    }
    return states
  }

  /// Takes note of what the log says is erased.
  static func fill(_ connection: Connection) throws {
    let table = ErasureTable(connection)
    try ChangeLog(connection).forEachChange { change in
      for words in try table.words(erasedBy: change) { try table.insert(words) }
    }
  }

  private func rows(_ condition: String, _ values: [SQLValue]) throws -> [ErasedWords] {
    try connection.rows(
      "SELECT record, replica, sequence, author, authorSequence FROM erasure \(condition)", values
    ) { row in
      guard let record = row.text(0).flatMap(RecordID.init),
        let writer = ReplicaID(bytes: row.blob(1)), let author = ReplicaID(bytes: row.blob(3))
      else { throw StorageError.damaged(place: "erasure") }
      return ErasedWords(
        record: record, dot: Dot(replica: writer, sequence: try ChangeLog.sequence(row, 2)),
        author: Dot(replica: author, sequence: try ChangeLog.sequence(row, 4)))
    }
  }
}
