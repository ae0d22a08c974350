import Sync

extension HubRights {
  /// Invites an office of a region and returns the code that it enrols with, once.
  /// - Parameters:
  ///   - seconds: How long the code is good.
  ///   - time: Milliseconds since 1970.
  /// - Throws: ``HubRightsError/badName(_:)``.
  public func invite(
    region: String, role: HubRole, validFor seconds: Int64, by who: String, at time: Int64
  ) throws -> String {
    let region = region.trimmed
    guard !region.isEmpty, region.isName else { throw HubRightsError.badName(region) }
    let code = HubRights.randomText(words: 1)
    return try act("invite", on: "\(region) (\(role.rawValue))", by: who, at: time) {
      try connection.run(
        "INSERT INTO invitation (code, region, role, created, expires) VALUES (?, ?, ?, ?, ?)",
        .blob(HubRights.hash(code)), .text(region), .text(role.rawValue), .integer(time),
        .integer(time + seconds * 1_000))
      return HubRights.grouped(code)
    }
  }

  /// Enrols the holder of a key with the code of an invitation; the code is used up. Whoever asks
  /// again, because the answer was lost, is answered the same.
  /// - Parameter region: The region that the replica says it belongs to.
  /// - Throws: ``HubRightsError/badCode``, ``HubRightsError/otherRegion(invited:own:)``,
  ///   ``HubRightsError/enrolledAlready(_:)``.
  public func enroll(
    code: String, publicKey: [UInt8], region: String, at time: Int64
  ) throws -> HubMember {
    let replica = ReplicaID(publicKey: publicKey)
    let hash = HubRights.hash(HubRights.plain(code))
    return try connection.transaction {
      let found = try invitation(hash)
      let known = try members().first { $0.replica == replica && $0.revoked == nil }
      if let known, found?.usedBy == replica { return known }
      guard let found, found.usedBy == nil, found.expires > time else {
        throw HubRightsError.badCode
      }
      guard found.region == region else {
        throw HubRightsError.otherRegion(invited: found.region, own: region)
      }
      if known != nil { throw HubRightsError.enrolledAlready(replica) }
      let member = HubMember(
        replica: replica, publicKey: publicKey, region: region, role: found.role, enrolled: time,
        revoked: nil)
      try add(member, invitedBy: hash)
      return member
    }
  }

  private struct Invitation {
    let region: String
    let role: HubRole
    let expires: Int64
    let usedBy: ReplicaID?
  }

  private func invitation(_ hash: [UInt8]) throws -> Invitation? {
    try connection.first(
      "SELECT region, role, expires, usedBy FROM invitation WHERE code = ?", .blob(hash)
    ) { row in
      guard let role = HubRole(rawValue: row.text(1) ?? "") else {
        throw StorageError.damaged(place: "invitation")
      }
      return Invitation(
        region: row.text(0) ?? "", role: role, expires: row.integer(2),
        usedBy: ReplicaID(bytes: row.blob(3)))
    }
  }

  private func add(_ member: HubMember, invitedBy code: [UInt8]) throws {
    try connection.run(
      "UPDATE invitation SET used = ?, usedBy = ? WHERE code = ?", .integer(member.enrolled),
      .blob(member.replica.bytes), .blob(code))
    try connection.run(
      """
      INSERT OR REPLACE INTO member (replica, publicKey, region, role, enrolled)
      VALUES (?, ?, ?, ?, ?)
      """, .blob(member.replica.bytes), .blob(member.publicKey), .text(member.region),
      .text(member.role.rawValue), .integer(member.enrolled))
    try write(
      "enroll", on: "\(member.region) (\(member.role.rawValue))", by: "\(member.replica)",
      at: member.enrolled)
  }

  /// The offices, by region and time of enrolment.
  public func members() throws -> [HubMember] {
    try connection.rows(
      """
      SELECT replica, publicKey, region, role, enrolled, revoked FROM member
      ORDER BY region, enrolled, replica
      """
    ) { row in
      guard let replica = ReplicaID(bytes: row.blob(0)),
        let role = HubRole(rawValue: row.text(3) ?? "")
      else { throw StorageError.damaged(place: "member") }
      return HubMember(
        replica: replica, publicKey: row.blob(1), region: row.text(2) ?? "", role: role,
        enrolled: row.integer(4), revoked: row.isNull(5) ? nil : row.integer(5))
    }
  }

  /// Takes the rights of an office away, known by its identifier or a unique beginning of it, or
  /// of all offices of a region, known by its name; returns them.
  /// - Throws: ``HubRightsError/unknown(_:)``.
  public func revoke(_ name: String, by who: String, at time: Int64) throws -> [HubMember] {
    try connection.transaction {
      let standing = try members().filter { $0.revoked == nil }
      let wanted = name.trimmed
      var found = standing.filter { $0.region == wanted }
      if found.isEmpty {
        found = standing.filter { $0.replica.description.hasPrefix(wanted.lowercased()) }
        guard found.count == 1, !wanted.isEmpty else { throw HubRightsError.unknown(wanted) }
      }
      for member in found {
        try connection.run(
          "UPDATE member SET revoked = ? WHERE replica = ?", .integer(time),
          .blob(member.replica.bytes))
        try write("revoke", on: "\(member.replica) \(member.region)", by: who, at: time)
      }
      return found
    }
  }
}
