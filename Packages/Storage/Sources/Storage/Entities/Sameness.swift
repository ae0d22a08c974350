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
  /// The things that may have other names now.
  var renamed: Set<Int64> = []

  init(connection: Connection, kind: RecordKind) {
    self.connection = connection
    self.kind = kind
  }

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

  /// The fields that tell one thing from another of the same name: of an organisation its number,
  /// of a project who carries it out, the call, the registration and the call's programme, which is
  /// told with it.
  static func statedFields(of kind: RecordKind) -> [Field] {
    kind == Project.kind
      ? [Project.holder, Project.call, Project.registration, Project.call] : [Organization.ico]
  }

  /// The field that the record which stands for the thing should have.
  static func stateField(of kind: RecordKind) -> Field {
    kind == Project.kind ? Project.status : Organization.ico
  }

  /// A value and who stands behind it.
  struct Statement: Equatable {
    let value: String
    let isPerson: Bool
  }

  /// One record with what it is recognised by.
  struct Member: Equatable {
    let number: Int64
    let id: String
    let home: Home
    /// The day of the document or, where there is none, on which a person wrote.
    let date: String
    let hasState: Bool
    /// What the record says in the fields that tell things apart.
    let stated: [Statement?]
    let words: PersonWords
    /// When a person wrote the state; empty where no person did.
    let stateTime: String

    /// The date of what has none: newer than all.
    static let noDate = "~"

    /// Whether this record stands for the thing rather than another: the last on whose state a
    /// person wrote, else the newest that says something of it.
    func isPreferred(to other: Member) -> Bool {
      if stateTime != other.stateTime { return stateTime > other.stateTime }
      return (hasState ? 1 : 0, date, id) > (other.hasState ? 1 : 0, other.date, other.id)
    }
  }

  /// Groups records anew: those of these homes and all that they lead to.
  mutating func regroup(_ homes: Set<Home>) throws {
    var done: Set<Home> = []
    for home in homes.sorted() where !home.name.isEmpty && !done.contains(home) {
      let (members, links) = try closure(of: home, &done)
      try write(SamenessGroups(kind, members, links).groups)
    }
  }

  /// Puts a new record to the only thing of its name in its region, where nothing that both state
  /// differs; `false` where that takes a closer look.
  /// - Parameter isNew: Whether no link can name the record and nothing says what thing it is.
  mutating func attach(_ member: Member, isNew: Bool) throws -> Bool {
    let marks = kind == Project.kind ? member.stated.dropFirst() : member.stated[...]
    guard marks.allSatisfy({ $0 == nil }) else { return try begin(member, isNew: isNew) }
    guard try isNew || links(of: member.number).isEmpty else { return false }
    let entity = entity(member.home, 0)
    let current = try connection.first(
      "SELECT record, isCorrected FROM sameness WHERE entity = ? AND isCurrent = 1",
      .integer(entity)
    ) { (record: $0.integer(0), isCorrected: $0.integer(1) == 1) }
    guard let current, let known = try self.member(current.record) else {
      guard try !hasNeighbours(member) else { return false }
      try put(member, entity, isCurrent: true, isNew: isNew)
      try write(namesOf: entity, at: [member.home])
      return true
    }
    // A thing of several regions or names needs all its records compared, and so do those that a
    // person corrected.
    guard known.home == member.home, member.words.text == nil, !current.isCorrected,
      try isAlone(member.home), try !contradicts(member)
    else { return false }
    let isCurrent = member.isPreferred(to: known)
    if isCurrent {
      try put(known, entity, isCurrent: false)
      try connection.run(
        "UPDATE thingRegion SET record = ?2 WHERE record = ?1", .integer(known.number),
        .integer(member.number))
    }
    try put(member, entity, isCurrent: isCurrent, isNew: isNew)
    return true
  }

  /// Puts a record to a thing of its own, unless a link names it or any region has one of its name
  /// or number.
  mutating func begin(_ member: Member, isNew: Bool = false) throws -> Bool {
    guard try isNew || links(of: member.number).isEmpty else { return false }
    let isKnown = try connection.first(
      "SELECT 1 FROM \(kind.table) WHERE nameKey = ?1 AND recordNumber <> ?2 LIMIT 1",
      .text(member.home.name), .integer(member.number)
    ) { _ in true }
    if isKnown == true { return false }
    if kind == Organization.kind, try marked(like: member).contains(where: { $0 != member.home }) {
      return false
    }
    let entity = entity(member.home, 0)
    guard !isNew else {
      try put(member, entity, isCurrent: true, isNew: true)
      try write(namesOf: entity, at: [member.home])
      return true
    }
    try noteNames(of: member, goingTo: entity)
    try put(member, entity, isCurrent: true)
    try write(regions: regions(of: [member]), of: [member], member)
    return true
  }

  /// Whether there are other records of the name in the region.
  private func hasNeighbours(_ member: Member) throws -> Bool {
    try connection.first(
      "SELECT 1 FROM \(kind.table) AS own WHERE \(Self.atHome) AND own.recordNumber <> ?3 LIMIT 1",
      .text(member.home.name), member.home.place, .integer(member.number)
    ) { _ in true } ?? false
  }

  /// Whether there is one thing of the name in the region, and it has no records elsewhere: a
  /// second would have a number, or records that are at home here.
  private func isAlone(_ home: Home) throws -> Bool {
    try connection.first(
      """
      SELECT 1 FROM sameness WHERE entity = ?1 UNION ALL
      SELECT 1 FROM sameness WHERE home = ?2 UNION ALL
      SELECT 1 FROM sameness WHERE entity = ?2 AND home IS NOT NULL LIMIT 1
      """, .integer(entity(home, 1)), .integer(entity(home, 0))
    ) { _ in false } ?? true
  }

  /// Whether a record of the name in the region states another holder or number.
  private func contradicts(_ member: Member) throws -> Bool {
    guard let stated = member.stated[0]?.value else { return false }
    let others = ["<", ">"].map { sign in
      "SELECT 1 FROM \(kind.table) AS own WHERE \(Self.atHome) AND \(holder) \(sign) ?3"
    }
    return try connection.first(
      "\(others.joined(separator: " UNION ALL ")) LIMIT 1",
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
    // Mostly there is none, and one question less for each record.
    let hasLinks = try connection.first("SELECT 1 FROM linkRecord LIMIT 1") { _ in true } ?? false
    while let home = waiting.popLast() {
      for member in try self.members(Self.atHome, [.text(home.name), home.place]) {
        members[member.number] = member
        let found = hasLinks ? try self.links(of: member.number) : []
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
    let fields =
      isProject
      ? "own.holderKey, own.callNumber, own.registration, own.callProgramme, own.status"
      : "own.ico, own.ico"
    let document = isProject ? "own.document" : "NULL"
    let count = Self.statedFields(of: kind).count
    return try connection.rows(
      """
      SELECT \(DerivedSchema.id(of: "own.recordNumber")), own.recordNumber, own.region, own.nameKey,
        document.date, own.personWords, own.personDay, \(fields)
      FROM \(kind.table) AS own
        LEFT JOIN documentRecord AS document ON document.recordNumber = \(document)
      WHERE \(condition)
      """, values
    ) { row in
      Member(
        number: row.integer(1), id: row.text(0) ?? "",
        home: Home(region: row.text(2) ?? "", name: row.text(3) ?? ""), date: row.text(4),
        hasState: !row.isNull(7 + count), values: (7..<(7 + count)).map { row.text($0) },
        words: PersonWords(text: row.text(5), day: row.text(6)), kind)
    }
  }

  /// The homes of records elsewhere that may be the same thing: of projects of the same name with
  /// the same registration or the same call and holder, of organisations with the same number.
  private func marked(like member: Member) throws -> [Home] {
    let values = member.stated.map { SQLValue($0?.value) }
    let home = { (row: Row) in Home(region: row.text(0) ?? "", name: row.text(1) ?? "") }
    guard kind == Project.kind else {
      guard member.stated[0] != nil else { return [] }
      return try connection.rows(
        "SELECT DISTINCT region, nameKey FROM organizationRecord WHERE ico = ?1 AND nameKey <> ''",
        [values[0]], home)
    }
    guard member.stated[1] != nil || member.stated[2] != nil else { return [] }
    return try connection.rows(
      """
      SELECT DISTINCT region, nameKey FROM projectRecord
      WHERE nameKey = ?1 AND (holderKey = ?2 AND callNumber = ?3 OR registration = ?4)
      """, [.text(member.home.name)] + values.prefix(3), home)
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

  private mutating func write(_ groups: [[Member]]) throws {
    var counts: [Home: Int] = [:]
    for group in groups {
      guard let home = group.map(\.home).min() else { continue }
      let entity = entity(home, counts[home, default: 0])
      counts[home, default: 0] += 1
      let current = group.reduce(group[0]) { $1.isPreferred(to: $0) ? $1 : $0 }
      let isCorrected = group.contains { $0.words.text != nil }
      for member in group {
        try noteNames(of: member, goingTo: entity)
        try put(
          member, entity, isCurrent: member.id == current.id, isCorrected: isCorrected,
          away: member.home == home ? nil : self.entity(member.home, 0))
      }
      try write(regions: regions(of: group), of: group, current)
    }
  }

  /// A number that everybody arrives at for the things of a home.
  private func entity(_ home: Home, _ number: Int) -> Int64 {
    let key = NaturalKey(kind, "thing", home.name, home.region, String(number))
    return Int64(bitPattern: RecordID(key).high) >> 8
  }

  private func put(
    _ member: Member, _ entity: Int64, isCurrent: Bool, isCorrected: Bool? = nil,
    away: Int64? = nil, isNew: Bool = false
  ) throws {
    let isCorrected = isCorrected ?? (member.words.text != nil)
    try connection.run(
      isNew ? Self.insertion : Self.replacement,
      .integer(member.number), .integer(entity), .integer(isCurrent ? 1 : 0),
      .integer(isCorrected ? 1 : 0), away.map { .integer($0) } ?? .null)
  }

  private static let insertion = """
    INSERT INTO sameness (record, entity, isCurrent, isCorrected, home) VALUES (?1, ?2, ?3, ?4, ?5)
    """

  private static let replacement = """
    \(insertion)
    ON CONFLICT (record) DO UPDATE SET entity = ?2, isCurrent = ?3, isCorrected = ?4, home = ?5
    WHERE entity <> ?2 OR isCurrent <> ?3 OR isCorrected <> ?4 OR home IS NOT ?5
    """
}
