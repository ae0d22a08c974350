public import Domain
import Storage
public import Sync

extension Answer {
  /// Who writes the record together, one row a database: since when each is silent, how much of
  /// what is `known` it has not acknowledged, and whether the others wait for it.
  public init(
    _ membership: Membership, of own: ReplicaID, known: VersionVector, _ language: Language
  ) {
    self.init(
      columns: [
        Column(Field(0, "replica", label: Label("Databáze", "Database"))),
        Column(Field(0, "region", label: Label("Území", "Region"))),
        Column(Field(0, "state", label: Label("Stav", "State"))),
        Column(Field(0, "lastChange", label: Label("Poslední změna", "Last change"))),
        Column(
          Field(0, "behind", .integer, label: Label("Nepotvrdila změn", "Not acknowledged"))),
      ],
      rows: membership.members.map { member in
        let standing = membership.standing(of: member)
        let lacks = known.count(beyond: member.acknowledged)
        return Row(
          id: "", kind: "", region: "",
          cells: [
            .text(member.replica.description), .text(member.region), .text(standing.code),
            .text(DateWording.moment(member.milliseconds)),
            member.replica == own ? .integer(0) : .integer(Int64(clamping: lacks)),
          ],
          short: [
            2: standing.wording(isOwn: member.replica == own).text(language),
            3: DateWording.clock(member.milliseconds, in: language),
          ])
      }, areRecords: false)
  }
}

extension Membership.Standing {
  fileprivate var code: String {
    switch self {
    case .active: "active"
    case .renewed: "renewed"
    case .retired: "retired"
    }
  }

  fileprivate func wording(isOwn: Bool) -> Label {
    switch self {
    case .active: isOwn ? Label("tato databáze", "this database") : Label("aktivní", "active")
    case .renewed(let heir):
      Label("píše dál jako \(heir.short)", "writes on as \(heir.short)")
    case .retired: Label("vyřazená", "retired")
    }
  }
}

extension ReplicaID {
  /// The beginning of the identity, as tables show it.
  var short: String { String(description.prefix(8)) }
}

extension Member {
  /// What it means that it was retired.
  public var retirementNote: Label {
    let since = { DateWording.clock(milliseconds, in: $0) }
    let name = "\(replica.short) (\(region))"
    return Label(
      "Databáze \(name), která se neozvala od \(since(.czech)), je vyřazená: na její potvrzení se"
        + " nečeká. Nic z ní se neztratilo; ozve-li se, přijme se, co přinese, a bude se s ní zase"
        + " počítat.",
      "The database \(name), silent since \(since(.english)), is retired: nobody waits for its"
        + " acknowledgement. Nothing of it is lost; if it is heard of, what it brings is taken and"
        + " it counts again.")
  }
}
