import Domain

/// Columns of the tables beside the declared fields: what questions need ready, computed from the
/// record alone or taken over from the meeting that it belongs to.
enum DerivedColumns {
  /// A column that holds the key of a name, by which names of one thing meet.
  struct Key {
    let column: String
    let field: Field
  }

  /// The keys of a kind.
  static func keys(of kind: RecordKind) -> [Key] {
    switch kind {
    case Project.kind:
      [
        Key(column: "nameKey", field: Project.name),
        Key(column: "holderKey", field: Project.holder),
      ]
    case Organization.kind: [Key(column: "nameKey", field: Organization.name)]
    case Service.kind: [Key(column: "providerKey", field: Service.provider)]
    case Person.kind: [Key(column: "nameKey", field: Person.name)]
    case Body.kind: [Key(column: "nameKey", field: Body.name)]
    case Commitment.kind: [Key(column: "activityKey", field: Commitment.activity)]
    case Meeting.kind: [Key(column: "bodyKey", field: Meeting.body)]
    case Attendance.kind: [Key(column: "organizationKey", field: Attendance.organization)]
    default: []
    }
  }

  /// A column that repeats one of the meeting's.
  struct Inherited {
    let column: String
    let field: Field
  }

  /// What a kind repeats of its meeting: those that there are very many of.
  static func inherited(by kind: RecordKind) -> [Inherited] {
    guard heirs.contains(kind) else { return [] }
    return [
      Inherited(column: "meetingDate", field: Meeting.date),
      Inherited(column: "meetingBody", field: Meeting.body),
    ]
  }

  /// The kinds that repeat columns of their meeting.
  static let heirs = [Attendance.kind, AgendaItem.kind]

  /// The indexes that questions are answered by, beside those of references.
  static func indexes(of kind: RecordKind) -> [[String]] {
    let own: [[String]] =
      switch kind {
      case ImportedDocument.kind: [["region", "date"]]
      case Meeting.kind: [["region", "bodyKey", "date"], ["region", "date"], ["date"]]
      case AgendaItem.kind:
        [["region", "meetingDate", "meetingBody", "discussed"], ["meetingDate"]]
      case Attendance.kind: [["region", "meetingDate", "meetingBody", "status"], ["meetingDate"]]
      case Organization.kind: [["region"], ["nameKey", "region", "ico"], ["ico"]]
      case Project.kind:
        [["region", "status"], ["nameKey", "region", "holderKey"], ["holderKey"]]
      case Service.kind: [["region"], ["providerKey"]]
      case Task.kind: [["region", "due"], ["due"]]
      case Resolution.kind: [["region", "date"], ["date"]]
      case Person.kind: [["region"], ["nameKey"]]
      case Body.kind: [["region"], ["nameKey"]]
      default: [["region"]]
      }
    return own
  }
}
