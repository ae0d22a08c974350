import Domain
import Sync

/// The replicas that this one knows, by small numbers that the log uses.
enum ReplicaTable {
  /// This replica.
  static func own(_ connection: Connection) throws -> (id: ReplicaID, region: String)? {
    let found = try connection.first("SELECT id, region FROM replica WHERE own = 1") { row in
      (ReplicaID(bytes: row.blob(0)), row.text(1) ?? "")
    }
    guard let found, let id = found.0 else { return nil }
    return (id, found.1)
  }

  /// Adds a replica; one that is known already stays as it is.
  static func insert(
    _ id: ReplicaID, _ introduction: ReplicaIntroduction, isOwn: Bool = false,
    into connection: Connection
  ) throws {
    try connection.run(
      """
      INSERT OR IGNORE INTO replica (id, publicKey, region, label, own, office, predecessor)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      .blob(id.bytes), .blob(introduction.publicKey), .text(introduction.region),
      .text(introduction.label), SQLValue(isOwn ? 1 : 0),
      introduction.office.map { .blob($0.bytes) } ?? .null,
      introduction.predecessor.map { .blob($0.bytes) } ?? .null)
  }

  /// Fills in who wrote under another identity before, from the introductions in the log.
  @Sendable
  static func fillPredecessors(_ connection: Connection) throws {
    let first = try connection.rows(
      """
      SELECT replica.id, \(ChangeContent.columns)
      FROM change JOIN replica ON replica.number = change.replica WHERE sequence = 1
      """
    ) { row in (id: ReplicaID(bytes: row.blob(0)), content: ChangeContent(row, 1)) }
    for case (let id?, let content) in first {
      let outline = try ChangeLog.outline(content, at: Dot(replica: id, sequence: 1))
      guard let predecessor = outline.introduction?.predecessor else { continue }
      try connection.run(
        "UPDATE replica SET predecessor = ? WHERE id = ?", .blob(predecessor.bytes),
        .blob(id.bytes))
    }
  }

  /// The logs that are internal to the region.
  static func internalLogs(_ connection: Connection) throws -> Set<ReplicaID> {
    let ids = try connection.rows("SELECT id FROM replica WHERE office IS NOT NULL") { row in
      ReplicaID(bytes: row.blob(0))
    }
    return Set(ids.compactMap(\.self))
  }

  /// The internal log of an office; `nil` when it has none.
  static func internalLog(of office: ReplicaID, in connection: Connection) throws -> ReplicaID? {
    try connection.first("SELECT id FROM replica WHERE office = ?", .blob(office.bytes)) { row in
      ReplicaID(bytes: row.blob(0))
    } ?? nil
  }

  /// The number of a replica; `nil` for one that has not introduced itself.
  static func number(of id: ReplicaID, in connection: Connection) throws -> Int64? {
    try connection.first("SELECT number FROM replica WHERE id = ?", .blob(id.bytes)) { row in
      row.integer(0)
    }
  }

  /// The public key of a replica; `nil` for one that has not introduced itself.
  static func publicKey(of id: ReplicaID, in connection: Connection) throws -> [UInt8]? {
    try connection.first("SELECT publicKey FROM replica WHERE id = ?", .blob(id.bytes)) { row in
      row.blob(0)
    }
  }

  /// The region of a replica; empty for one that has not introduced itself.
  static func region(of id: ReplicaID, in connection: Connection) throws -> String {
    try connection.first("SELECT region FROM replica WHERE id = ?", .blob(id.bytes)) { row in
      row.text(0) ?? ""
    } ?? ""
  }
}
