import Domain

/// Which records speak of one thing: projects that several minutes mention, organisations known by
/// their number or name. The records stay as they are; only views show them as one.
///
/// A function of the records and links alone, so every replica arrives at the same: computed anew
/// for all that share a name within a region whenever one of them changes, or at once where a new
/// record fits the only thing of that name.
struct Sameness {
  let connection: Connection
  let kind: RecordKind

  /// The kinds whose records are joined.
  static let kinds = [Project.kind, Organization.kind]

  /// What records of one thing have in common.
  struct Home: Hashable, Comparable {
    let region: String
    /// The key of the name.
    let name: String

    /// The region as tables have it: none for a record that says none.
    var place: SQLValue { region.isEmpty ? .null : .text(region) }

    /// Orders by name, then region.
    static func < (left: Home, right: Home) -> Bool {
      (left.name, left.region) < (right.name, right.region)
    }
  }

  /// One record with what it is recognised by.
  struct Member: Equatable {
    let number: Int64
    let id: String
    let home: Home
    /// The day of the document; records of no document are newer than all.
    let date: String
    let hasState: Bool
    /// What tells one thing from another of the same name, where it is stated: of an organisation
    /// its number, of a project who carries it out.
    let holder: String?
    /// What tells so in every region: the call and the registration number of a project.
    let marks: [String?]

    /// The date of what comes from no document: newer than all.
    static let noDate = "~"

    /// Whether this record stands for the thing rather than another: the newest that says
    /// something of its state.
    func isPreferred(to other: Member) -> Bool {
      (hasState ? 1 : 0, date, id) > (other.hasState ? 1 : 0, other.date, other.id)
    }
  }

  /// The most records that are compared with each other.
  private static let mostMembers = 2_000

  /// Groups records anew: those of these homes and all that they lead to.
  func regroup(_ homes: Set<Home>) throws {
    var done: Set<Home> = []
    for home in homes.sorted() where !home.name.isEmpty && !done.contains(home) {
      let (members, links) = try closure(of: home, &done)
      try write(SamenessGroups(members, links).groups)
    }
  }

  /// Puts a new record to the only thing of its name in its region, where nothing that both state
  /// differs; `false` where that takes a closer look.
  /// - Parameter isNew: Whether no link can name the record and nothing says what thing it is.
  func attach(_ member: Member, isNew: Bool) throws -> Bool {
    guard member.marks.allSatisfy({ $0 == nil }) else { return try begin(member, isNew: isNew) }
    guard try isNew || links(of: member.number).isEmpty else { return false }
    let entity = entity(member.home, 0)
    let current = try connection.first(
      "SELECT record FROM sameness WHERE entity = ? AND isCurrent = 1", .integer(entity)
    ) { $0.integer(0) }
    guard let current, let known = try self.member(current) else {
      guard try !hasNeighbours(member) else { return false }
      try put(member, entity, isCurrent: true, isNew: isNew)
      return true
    }
    guard try isAlone(member.home), try !contradicts(member) else { return false }
    let isCurrent = member.isPreferred(to: known)
    if isCurrent { try put(known, entity, isCurrent: false) }
    try put(member, entity, isCurrent: isCurrent, isNew: isNew)
    return true
  }

  /// Puts a record to a thing of its own, unless a link names it or any region has one of its name.
  func begin(_ member: Member, isNew: Bool = false) throws -> Bool {
    guard try isNew || links(of: member.number).isEmpty else { return false }
    let hasNamesake = try connection.first(
      "SELECT 1 FROM \(kind.table) WHERE nameKey = ?1 AND recordNumber <> ?2 LIMIT 1",
      .text(member.home.name), .integer(member.number)
    ) { _ in true }
    if hasNamesake == true { return false }
    try put(member, entity(member.home, 0), isCurrent: true, isNew: isNew)
    return true
  }

  /// Whether there are other records of the name in the region.
  private func hasNeighbours(_ member: Member) throws -> Bool {
    try connection.first(
      "SELECT 1 FROM \(kind.table) AS own WHERE \(Self.atHome) AND own.recordNumber <> ?3 LIMIT 1",
      .text(member.home.name), member.home.place, .integer(member.number)
    ) { _ in true } ?? false
  }

  /// Whether there is one thing of the name; a second would have a number.
  private func isAlone(_ home: Home) throws -> Bool {
    try connection.first(
      "SELECT 1 FROM sameness WHERE entity = ? LIMIT 1", .integer(entity(home, 1))
    ) { _ in false } ?? true
  }

  /// Whether a record of the name in the region states another holder or number.
  private func contradicts(_ member: Member) throws -> Bool {
    guard let stated = member.holder else { return false }
    return try connection.first(
      "SELECT 1 FROM \(kind.table) AS own WHERE \(Self.atHome) AND \(holder) <> ?3 LIMIT 1",
      .text(member.home.name), member.home.place, .text(stated)
    ) { _ in true } ?? false
  }

  private static let atHome = "own.nameKey = ?1 AND own.region IS ?2"

  private var holder: String { kind == Project.kind ? "own.holderKey" : "own.ico" }

  /// All records of a home, with those that links and marks lead to and all of their homes.
  private func closure(of home: Home, _ done: inout Set<Home>) throws
    -> ([Member], [SamenessGroups.Link])
  {
    var members: [Int64: Member] = [:]
    var links: Set<SamenessGroups.Link> = []
    var waiting = [home]
    done.insert(home)
    while let home = waiting.popLast(), members.count < Self.mostMembers {
      for member in try self.members(Self.atHome, [.text(home.name), home.place]) {
        members[member.number] = member
        let found = try self.links(of: member.number)
        links.formUnion(found)
        let ends = found.flatMap { [$0.first, $0.second] }.filter { members[$0] == nil }
        let others = try ends.compactMap { try self.home(of: $0) } + marked(like: member)
        for other in others where done.insert(other).inserted { waiting.append(other) }
      }
    }
    return (Array(members.values), Array(links))
  }

  /// A record with what it is recognised by; `nil` for one that no table shows.
  func member(_ number: Int64) throws -> Member? {
    try members("own.recordNumber = ?1", [.integer(number)]).first
  }

  private func members(_ condition: String, _ values: [SQLValue]) throws -> [Member] {
    let isProject = kind == Project.kind
    let marks =
      isProject ? "own.call, own.registration, own.status" : "NULL, NULL, own.ico"
    let document = isProject ? "own.document" : "NULL"
    return try connection.rows(
      """
      SELECT \(DerivedSchema.id(of: "own.recordNumber")), own.region, own.nameKey,
        coalesce(document.date, '\(Member.noDate)'), \(holder), \(marks), own.recordNumber
      FROM \(kind.table) AS own
        LEFT JOIN documentRecord AS document ON document.recordNumber = \(document)
      WHERE \(condition) LIMIT \(Self.mostMembers)
      """, values
    ) { row in
      Member(
        number: row.integer(8), id: row.text(0) ?? "",
        home: Home(region: row.text(1) ?? "", name: row.text(2) ?? ""),
        date: row.text(3) ?? "", hasState: !row.isNull(7), holder: row.text(4),
        marks: [row.text(5), row.text(6)])
    }
  }

  /// The homes of records elsewhere that have the same name and call or registration number.
  private func marked(like member: Member) throws -> [Home] {
    guard member.marks.contains(where: { $0 != nil }) else { return [] }
    return try connection.rows(
      """
      SELECT DISTINCT region, nameKey FROM projectRecord
      WHERE nameKey = ?1 AND (call = ?2 OR registration = ?3)
      """, [.text(member.home.name), SQLValue(member.marks[0]), SQLValue(member.marks[1])]
    ) { Home(region: $0.text(0) ?? "", name: $0.text(1) ?? "") }
  }

  /// What a record has in common with others; `nil` for one that is not there.
  func home(of number: Int64) throws -> Home? {
    try connection.first(
      "SELECT region, nameKey FROM \(kind.table) WHERE recordNumber = ?", .integer(number)
    ) { Home(region: $0.text(0) ?? "", name: $0.text(1) ?? "") }
  }

  private func links(of number: Int64) throws -> [SamenessGroups.Link] {
    try connection.rows(
      """
      SELECT record, other, relation FROM linkRecord
      WHERE (record = ?1 OR other = ?1) AND record IS NOT NULL AND other IS NOT NULL
      """, [.integer(number)]
    ) { row in
      SamenessGroups.Link(
        first: row.integer(0), second: row.integer(1),
        isSame: row.text(2) == Link.Relation.same.rawValue)
    }
  }

  private func write(_ groups: [[Member]]) throws {
    var counts: [Home: Int] = [:]
    for group in groups {
      guard let home = group.map(\.home).min() else { continue }
      let entity = entity(home, counts[home, default: 0])
      counts[home, default: 0] += 1
      let current = group.reduce(group[0]) { $1.isPreferred(to: $0) ? $1 : $0 }
      for member in group { try put(member, entity, isCurrent: member.id == current.id) }
    }
  }

  /// A number that everybody arrives at for the things of a home.
  private func entity(_ home: Home, _ number: Int) -> Int64 {
    let key = NaturalKey(kind, "thing", home.name, home.region, String(number))
    return Int64(bitPattern: RecordID(key).high) >> 8
  }

  private func put(
    _ member: Member, _ entity: Int64, isCurrent: Bool, isNew: Bool = false
  ) throws {
    try connection.run(
      isNew ? Self.insertion : Self.replacement,
      .integer(member.number), .integer(entity), .integer(isCurrent ? 1 : 0))
  }

  private static let insertion = """
    INSERT INTO sameness (record, entity, isCurrent) VALUES (?1, ?2, ?3)
    """

  private static let replacement = """
    \(insertion) ON CONFLICT (record) DO UPDATE SET entity = ?2, isCurrent = ?3
    WHERE entity <> ?2 OR isCurrent <> ?3
    """
}
