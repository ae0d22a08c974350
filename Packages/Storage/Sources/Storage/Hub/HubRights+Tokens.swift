import Domain

extension HubRights {
  /// Makes a token and returns it; it is not shown again.
  /// - Throws: ``HubRightsError/badName(_:)``, ``HubRightsError/nameTaken(_:)``.
  public func createToken(
    name: String, scope: HubScope, region: String?, validFor seconds: Int64?, by who: String,
    at time: Int64
  ) throws -> String {
    let name = name.trimmed
    guard !name.isEmpty, name.isName else { throw HubRightsError.badName(name) }
    let id = String(HubRights.randomText(words: 1).suffix(12))
    let secret = HubRights.randomText(words: 2)
    return try act("token create", on: "\(name) (\(scope.rawValue))", by: who, at: time) {
      if try tokens().contains(where: { $0.name == name }) { throw HubRightsError.nameTaken(name) }
      try connection.run(
        """
        INSERT INTO token (id, hash, name, scope, region, created, expires)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """, .text(id), .blob(HubRights.hash(secret)), .text(name), .text(scope.rawValue),
        SQLValue(region), .integer(time),
        seconds.map { .integer(time + $0 * 1_000) } ?? .null)
      return "\(HubRights.tokenMark)\(id)_\(secret)"
    }
  }

  /// The tokens, by name.
  public func tokens() throws -> [HubToken] {
    try connection.rows(
      "SELECT id, hash, name, scope, region, created, expires, revoked FROM token ORDER BY name"
    ) { row in
      guard let scope = HubScope(rawValue: row.text(3) ?? "") else {
        throw StorageError.damaged(place: "token")
      }
      return HubToken(
        id: row.text(0) ?? "", hash: row.blob(1), name: row.text(2) ?? "", scope: scope,
        region: row.text(4), created: row.integer(5),
        expires: row.isNull(6) ? nil : row.integer(6),
        revoked: row.isNull(7) ? nil : row.integer(7))
    }
  }

  /// Revokes a token, known by its name or identifier.
  /// - Throws: ``HubRightsError/unknown(_:)``.
  public func revokeToken(_ name: String, by who: String, at time: Int64) throws {
    let known = try tokens().first { ($0.name == name || $0.id == name) && $0.revoked == nil }
    guard let known else { throw HubRightsError.unknown(name) }
    try act("token revoke", on: known.name, by: who, at: time) {
      try connection.run(
        "UPDATE token SET revoked = ? WHERE id = ?", .integer(time), .text(known.id))
    }
  }
}

extension HubRights {
  /// What a token begins with, so that one that leaked is recognised.
  public static let tokenMark = "soulad_"

  /// So many times 128 random bits, as 26 characters each.
  static func randomText(words: Int) -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<words).map { _ in RecordID.random(using: &generator).description }.joined()
  }

  /// A code as people copy it.
  static func grouped(_ code: String) -> String {
    let letters = Array(code)
    return stride(from: 0, to: letters.count, by: 5)
      .map { String(letters[$0..<min($0 + 5, letters.count)]) }.joined(separator: "-")
  }

  /// A code as it is stored, however it was typed.
  static func plain(_ code: String) -> String {
    String(code.lowercased().unicodeScalars.filter { $0 != "-" && !$0.properties.isWhitespace })
  }
}
