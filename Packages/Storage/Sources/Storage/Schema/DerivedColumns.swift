import Domain
import Sync

/// Columns of the tables beside the declared fields: what questions need ready, computed from the
/// record alone or taken over from the meeting that it belongs to.
enum DerivedColumns {
  /// A column that holds the key of a name, by which names of one thing meet.
  struct Key: Sendable {
    let column: String
    let field: Field
    /// What the column has of the name, where it is not ``EntityKey``; the record says the rest.
    var form: (@Sendable (_ name: String, _ state: RecordState) -> String?)?

    /// The key of a record's name.
    func value(of state: RecordState, _ keys: inout EntityKeyCache) -> String? {
      guard let name = state.shown(field.id)?.text else { return nil }
      return form.map { $0(name, state) } ?? keys.key(name)
    }
  }

  /// The keys of a kind.
  static func keys(of kind: RecordKind) -> [Key] {
    switch kind {
    case Project.kind:
      [
        Key(column: "nameKey", field: Project.name),
        Key(column: "holderKey", field: Project.holder),
        Key(column: "callNumber", field: Project.call) { name, _ in CallName(name).number },
        Key(column: "callProgramme", field: Project.call) { name, _ in CallName(name).programme },
      ]
    case Organization.kind: [Key(column: "nameKey", field: Organization.name)]
    case Service.kind:
      [
        Key(column: "providerKey", field: Service.provider),
        Key(column: "kindKey", field: Service.serviceKind),
      ]
    case Person.kind: [Key(column: "nameKey", field: Person.name)]
    case Plan.kind: [Key(column: "nameKey", field: Plan.name)]
    case Body.kind: [Key(column: "nameKey", field: Body.name), shortKey("parentKey", Body.parent)]
    case Commitment.kind: promiseKeys
    case Call.kind:
      [
        Key(column: "callKey", field: Call.number) { number, state in
          CallName(number, programme: state.shown(Call.programme.id)?.text).key
        }
      ]
    case Meeting.kind:
      [
        Key(column: "bodyKey", field: Meeting.body), shortKey("shortKey", Meeting.body),
        Key(column: "initials", field: Meeting.body) { BodyName($0, $1).initials },
        shortKey("parentKey", Meeting.parentBody),
      ]
    case Attendance.kind: [Key(column: "organizationKey", field: Attendance.organization)]
    default: []
    }
  }

  private static func shortKey(_ column: String, _ field: Field) -> Key {
    Key(column: column, field: field) { BodyName($0, $1).key }
  }

  private static let promiseKeys = [
    Key(column: "shortKey", field: Commitment.activity) { Promise($0, $1).body.key },
    Key(column: "initials", field: Commitment.activity) { Promise($0, $1).body.initials },
    Key(column: "meetingWord", field: Commitment.activity) { Promise($0, $1).meetingWord },
  ]

  /// The columns of a kind that say what persons wrote of a record; see ``PersonWords``.
  static func words(of kind: RecordKind) -> [String] {
    Sameness.kinds.contains(kind) ? ["personWords", "personDay"] : []
  }

  /// A column that repeats one of the meeting's.
  struct Inherited {
    let column: String
    let field: Field
  }

  /// What a kind repeats of its meeting: those that there are very many of.
  static func inherited(by kind: RecordKind) -> [Inherited] {
    guard heirs.contains(kind) else { return [] }
    return [Inherited(column: "meetingDate", field: Meeting.date)]
  }

  /// The kinds that repeat columns of their meeting.
  static let heirs = [Attendance.kind, AgendaItem.kind]

  /// A text that mostly is words of a document, which stand in the file once: where it is, the
  /// table has its place and not the words.
  static func quotedText(of kind: RecordKind) -> Field? {
    kind == AgendaItem.kind ? AgendaItem.text : nil
  }

  /// The columns of the place of such a text: the document's number, the first byte of its text and
  /// the byte after the last.
  static let quotePlace = ["textDocument", "textStart", "textEnd"]

  /// The expression of a field of a row called `own`, with identifiers for numbers of records.
  static func expression(of field: Field, _ kind: RecordKind) -> String {
    let column = "own.\(DerivedSchema.quoted(field.name))"
    if DerivedSchema.isNumber(field) { return DerivedSchema.id(of: column) }
    if kind == ImportedDocument.kind, field == ImportedDocument.text {
      return "(SELECT text FROM documentText WHERE document = own.recordNumber)"
    }
    guard quotedText(of: kind) == field else { return column }
    return """
      coalesce(\(column), (
        SELECT CAST(substr(CAST(text AS BLOB), own.textStart + 1, own.textEnd - own.textStart)
          AS TEXT)
        FROM documentText WHERE document = own.textDocument))
      """
  }

  /// The columns that few rows have, whose indexes leave the others out.
  static let sparse: Set<String> = ["ico", "due", "holderKey", "callKey"]

  /// The indexes that questions are answered by.
  static func indexes(of kind: RecordKind) -> [[String]] {
    switch kind {
    case ImportedDocument.kind: [["region", "date"]]
    case Meeting.kind:
      [["document"], ["region", "bodyKey", "date"], ["region", "date"], ["date"]]
    case AgendaItem.kind:
      [["meeting"], ["region", "meetingDate", "meeting", "discussed"], ["meetingDate"]]
    case Attendance.kind:
      [["meeting"], ["region", "meetingDate", "meeting", "status"], ["meetingDate"]]
    case Organization.kind: [["region"], ["nameKey", "region", "ico"], ["ico"]]
    case Project.kind:
      [["region", "status"], ["nameKey", "region", "holderKey"], ["holderKey"], ["document"]]
    case Service.kind: [["region"], ["providerKey", "kindKey", "region"]]
    case Task.kind: [["region", "due"], ["due"]]
    case Resolution.kind: [["region", "date"], ["date"]]
    case Person.kind: [["region"], ["nameKey"]]
    case Plan.kind: [["region"], ["nameKey", "region"]]
    case Body.kind: [["region"], ["nameKey"]]
    case Call.kind: [["region"], ["callKey"]]
    case Link.kind: [["record"], ["other"], ["region"]]
    default: [["region"]]
    }
  }
}
