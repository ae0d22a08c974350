import Domain

/// The records that have to be grouped anew once a transaction has written them all.
struct SamenessChanges {
  private var homes: [RecordKind: Set<Sameness.Home>] = [:]
  private var linked: Set<Int64> = []
  /// The records of organisations that other documents may speak of now.
  private var proved: Set<Int64> = []
  /// The documents that speak of an organisation now and did not before.
  private var addedProofs: [Int64: Set<Int64>] = [:]
  /// The projects of documents whose date is another now.
  private var dated: Set<Int64> = []
  /// The records that were written.
  private var records: [RecordKind: [RecordID: Written]] = [:]

  private struct Written {
    let number: Int64
    let wasThere: Bool
    /// A record that nothing spoke of before, as the tables have it.
    var new: Sameness.Member?
  }

  /// Takes note of a record as the tables know it, before it is written; of a link also afterwards.
  mutating func note(
    _ id: RecordID, _ number: Int64, _ kind: RecordKind, _ connection: Connection
  ) throws {
    if kind == Link.kind {
      let ends = try connection.first(
        "SELECT record, other FROM linkRecord WHERE recordNumber = ?", .integer(number)
      ) { row in [0, 1].filter { !row.isNull($0) }.map { row.integer($0) } }
      linked.formUnion(ends ?? [])
    } else if Sameness.kinds.contains(kind) {
      let home = try Sameness(connection: connection, kind: kind).home(of: number)
      if records[kind]?[id] == nil {
        records[kind, default: [:]][id] = Written(number: number, wasThere: home != nil)
      }
      // A new record alone need not disturb the others of its name.
      if let home, records[kind]?[id]?.wasThere == true {
        // What it was one with may have another name or region, and nothing leads there any more.
        let sameness = Sameness(connection: connection, kind: kind)
        homes[kind, default: []].formUnion(try sameness.homesOfThing(of: number).union([home]))
      }
    }
  }

  /// Takes note of an organisation that other documents prove now, or from other regions.
  /// - Parameter added: The documents that do so now, where nothing else is new.
  mutating func noteProofs(of organization: Int64, added: Set<Int64>? = nil) {
    if let added {
      addedProofs[organization, default: []].formUnion(added)
    } else {
      proved.insert(organization)
    }
  }

  /// Takes note of a record that was just written for the first time.
  mutating func noteNew(_ id: RecordID, _ member: Sameness.Member, _ kind: RecordKind) {
    records[kind, default: [:]][id] = Written(number: member.number, wasThere: false, new: member)
  }

  /// Takes note of a project whose document has another date now.
  mutating func noteDate(of project: Int64) { dated.insert(project) }

  /// Groups them anew.
  func settle(_ connection: Connection) throws {
    for kind in Sameness.kinds {
      var sameness = Sameness(connection: connection, kind: kind)
      var wanted = homes[kind] ?? []
      var alone: Set<Sameness.Home> = []
      for number in linked.union(kind == Project.kind ? dated : []).sorted() {
        if let home = try sameness.home(of: number) { wanted.insert(home) }
      }
      for (_, record) in (records[kind] ?? [:]).sorted(by: { $0.key < $1.key }) {
        guard let member = try record.new ?? sameness.member(record.number),
          !member.home.name.isEmpty
        else {
          try Sameness.forget(record.number, connection)
          continue
        }
        if record.wasThere, try sameness.begin(member) {
          alone.insert(member.home)
        } else if try record.wasThere || wanted.contains(member.home)
          // Only a link of the same transaction can name a record that is new.
          || !sameness.attach(member, isNew: record.new != nil && linked.isEmpty)
        {
          wanted.insert(member.home)
        }
      }
      try sameness.regroup(wanted.subtracting(alone))
      try sameness.renewNames()
    }
    let organizations = Sameness(connection: connection, kind: Organization.kind)
    let elsewhere = try addedProofs.filter { try !organizations.hasRegions(of: $1, $0) }.keys
    for record in proved.union(elsewhere) { try organizations.renewRegions(of: record) }
  }
}
