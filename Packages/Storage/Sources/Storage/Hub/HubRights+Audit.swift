import Crypto

extension HubRights {
  /// Adds a line to the audit log.
  public func note(_ act: String, on subject: String, by who: String, at time: Int64) throws {
    try connection.transaction { try write(act, on: subject, by: who, at: time) }
  }

  func write(_ act: String, on subject: String, by who: String, at time: Int64) throws {
    let last = try connection.first(
      "SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1"
    ) { row in (number: row.integer(0), hash: row.blob(1)) }
    let number = (last?.number ?? 0) + 1
    let entry = HubAct(number: number, time: time, who: who, act: act, subject: subject)
    try connection.run(
      "INSERT INTO audit (number, time, who, act, subject, hash) VALUES (?, ?, ?, ?, ?, ?)",
      .integer(number), .integer(time), .text(who), .text(act), .text(subject),
      .blob(HubRights.hash(of: entry, after: last?.hash ?? [])))
  }

  /// The audit log, the oldest line first, and the number of the first line that does not fit the
  /// one before: somebody changed the file.
  public func audit() throws -> (acts: [HubAct], broken: Int64?) {
    var hash: [UInt8] = []
    var broken: Int64?
    let acts = try connection.rows(
      "SELECT number, time, who, act, subject, hash FROM audit ORDER BY number"
    ) { row in
      let entry = HubAct(
        number: row.integer(0), time: row.integer(1), who: row.text(2) ?? "",
        act: row.text(3) ?? "", subject: row.text(4) ?? "")
      let wanted = HubRights.hash(of: entry, after: hash)
      hash = row.blob(5)
      if wanted != hash, broken == nil { broken = entry.number }
      return entry
    }
    return (acts, broken)
  }

  private static func hash(of entry: HubAct, after last: [UInt8]) -> [UInt8] {
    var hasher = SHA256()
    hasher.update(data: last)
    for part in ["\(entry.number)", "\(entry.time)", entry.who, entry.act, entry.subject] {
      // The lengths keep two entries from being one text.
      hasher.update(data: Array("\(part.utf8.count):\(part)".utf8))
    }
    return Array(hasher.finalize())
  }
}
