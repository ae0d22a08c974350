import Domain
import Sync

/// Columns of the tables beside the declared fields: what questions need ready, computed from the
/// record alone.
enum DerivedColumns {
  /// Columns that hold keys of a name, by which names of one thing meet.
  struct Keys: Sendable {
    let columns: [String]
    let field: Field
    /// What the columns have of the name, where it is not ``EntityKey``; the record says the rest.
    private let forms: (@Sendable (_ name: String, _ state: RecordState) -> [String?])?

    /// One column, with what names have in common.
    init(_ column: String, of field: Field) {
      (columns, self.field, forms) = ([column], field, nil)
    }

    /// Columns that are worked out together.
    init(
      _ columns: String..., of field: Field,
      forms: @escaping @Sendable (_ name: String, _ state: RecordState) -> [String?]
    ) {
      (self.columns, self.field, self.forms) = (columns, field, forms)
    }

    /// Adds the values of the columns to a row.
    func append(of state: RecordState, to row: inout [SQLValue], _ keys: inout EntityKeyCache) {
      guard let name = state.shown(field.id)?.text else {
        row += repeatElement(.null, count: columns.count)
        return
      }
      guard let forms else { return row.append(.text(keys.key(name))) }
      row += forms(name, state).map { SQLValue($0) }
    }
  }

  /// The keys of a kind.
  static func keys(of kind: RecordKind) -> [Keys] {
    switch kind {
    case Project.kind:
      [
        Keys("nameKey", of: Project.name), Keys("holderKey", of: Project.holder),
        Keys("callNumber", "callProgramme", of: Project.call) { name, _ in
          let call = CallName(name)
          return [call.number, call.programme]
        },
      ]
    case Organization.kind: [Keys("nameKey", of: Organization.name)]
    case Service.kind:
      [Keys("providerKey", of: Service.provider), Keys("kindKey", of: Service.serviceKind)]
    case Person.kind: [Keys("nameKey", of: Person.name)]
    case Plan.kind: [Keys("nameKey", of: Plan.name)]
    case Body.kind: [Keys("nameKey", of: Body.name), shortKey("parentKey", Body.parent)]
    case Commitment.kind:
      [
        Keys("shortKey", "initials", "meetingWord", of: Commitment.activity) { name, state in
          let promise = Promise(name, state)
          return [promise.body.key, promise.body.initials, promise.meetingWord]
        }
      ]
    case Call.kind:
      [
        Keys("callKey", of: Call.number) { number, state in
          [CallName(number, programme: state.shown(Call.programme.id)?.text).key]
        }
      ]
    case Meeting.kind:
      [
        Keys("bodyKey", of: Meeting.body),
        Keys("shortKey", "initials", of: Meeting.body) { name, state in
          let body = BodyName(name, state)
          return [body.key, body.initials]
        },
        shortKey("parentKey", Meeting.parentBody),
      ]
    case Attendance.kind: [Keys("organizationKey", of: Attendance.organization)]
    default: []
    }
  }

  private static func shortKey(_ column: String, _ field: Field) -> Keys {
    Keys(column, of: field) { [BodyName($0, $1).key] }
  }

  /// The columns of a kind that say what persons wrote of a record; see ``PersonWords``.
  static func words(of kind: RecordKind) -> [String] {
    Sameness.kinds.contains(kind) ? ["personWords", "personDay"] : []
  }

  /// A text that mostly is words of a document, which stand in the file once: where it is, the
  /// table has its place and not the words.
  static func quotedText(of kind: RecordKind) -> Field? {
    kind == AgendaItem.kind ? AgendaItem.text : nil
  }

  /// The columns of the place of such a text: the document's number, the first byte of its text and
  /// the byte after the last.
  static let quotePlace = ["textDocument", "textStart", "textEnd"]

  /// The column of a field among a kind's ``RecordKind/rows``.
  static func column(of field: Field, _ kind: RecordKind) -> String {
    let isCommon = SittingSchema.key(of: kind).contains(field)
    return "\(isCommon ? SittingSchema.table : "own").\(DerivedSchema.quoted(field.name))"
  }

  /// The expression of a field in a kind's ``RecordKind/rows``, with identifiers for numbers of
  /// records.
  static func expression(of field: Field, _ kind: RecordKind) -> String {
    let column = column(of: field, kind)
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
    case AgendaItem.kind: [["sitting", "discussed"]]
    case Attendance.kind: [["sitting"]]
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
