import Domain
import Sync

/// Records that are probably one thing. They are never joined without a person's word.
extension Replica {
  /// Organisations of one name that no number tells apart: the view `duplicates` lists them, and
  /// whoever asks nothing else is not bothered with them.
  public func likelyDuplicates() throws -> [Conflict] {
    try connection.reading { try duplicateOrganizations() }
  }

  /// The same within a transaction of the caller.
  func duplicateOrganizations() throws -> [Conflict] {
    let pairs = try connection.rows("SELECT id, other FROM duplicates ORDER BY id, other") { row in
      (row.text(0) ?? "", row.text(1) ?? "")
    }
    var others: [String: [String]] = [:]
    var asked: Set<String> = []
    // Who is asked about already is not asked once more before that is answered.
    for (id, other) in pairs where !asked.contains(id) || others[id] != nil {
      others[id, default: []].append(other)
      asked.formUnion([id, other])
    }
    return try others.sorted { $0.key < $1.key }.compactMap { id, others in
      try sameness(of: [id] + others)
    }
  }

  /// People of one name in one region who nobody said are one, or are not: one question for each
  /// name, at the first of the records by identifier.
  func duplicatePeople() throws -> [Conflict] {
    let found = try connection.rows(
      """
      SELECT record.id, own.region, own.nameKey
      FROM personRecord AS own JOIN identifiedRecord AS record ON record.number = own.recordNumber
      WHERE own.nameKey <> '' AND EXISTS (
        SELECT 1 FROM personRecord AS other
        WHERE other.nameKey = own.nameKey AND other.region IS own.region
          AND other.recordNumber <> own.recordNumber)
      ORDER BY record.id
      """
    ) { row in (id: row.text(0) ?? "", home: [row.text(1) ?? "", row.text(2) ?? ""]) }
    if found.isEmpty { return [] }
    let words = try linkWords()
    return try Dictionary(grouping: found, by: \.home).values.compactMap { members in
      try sameness(of: words.undecided(members.map(\.id)))
    }.sorted { $0.record < $1.record }
  }

  private func linkWords() throws -> LinkWords {
    var words = LinkWords()
    try connection.forEach("SELECT record, other, relation FROM linkFields") { row in
      words.note(row.text(0) ?? "", row.text(1) ?? "", row.text(2) ?? "")
    }
    return words
  }

  private func sameness(of ids: [String]) throws -> Conflict? {
    let mentions = try ids.compactMap { try $0.isEmpty ? nil : RecordID($0).flatMap(mention) }
    guard mentions.count > 1, let first = mentions.first else { return nil }
    return Conflict(
      record: first.record, kind: first.kind, region: first.region, title: first.title,
      question: .sameness(of: Array(mentions.dropFirst())))
  }
}

/// What people said of pairs of records.
private struct LinkWords {
  private var parents: [String: String] = [:]
  private var different: [(String, String)] = []

  mutating func note(_ first: String, _ second: String, _ relation: String) {
    switch Link.Relation(rawValue: relation) {
    case .same: parents[root(of: first)] = root(of: second)
    case .different: different.append((first, second))
    case nil: break
    }
  }

  private func root(of id: String) -> String {
    var id = id
    while let parent = parents[id], parent != id { id = parent }
    return id
  }

  /// The first records of those things among these that may be the same as the first such thing;
  /// fewer than two when everything is said.
  func undecided(_ ids: [String]) -> [String] {
    var seen: Set<String> = []
    let things = ids.filter { seen.insert(root(of: $0)).inserted }
    let apart = Set(
      different.flatMap { first, second in
        [[root(of: first), root(of: second)], [root(of: second), root(of: first)]]
      })
    for first in things {
      let others = things.filter { $0 > first && !apart.contains([root(of: first), root(of: $0)]) }
      if !others.isEmpty { return [first] + others }
    }
    return []
  }
}
