import Domain
import Sync

/// What a record is recognised by, as its state says it: the same as the tables have of it, without
/// asking them.
extension Sameness.Member {
  /// Of a record of a kind that is joined, which is visible.
  /// - Parameter date: The day of the document that the record comes from.
  init(
    _ number: Int64, _ id: RecordID, _ kind: RecordKind, _ state: RecordState, date: String?,
    keys: inout EntityKeyCache
  ) {
    let isProject = kind == Project.kind
    let text = { (field: Field) in state.shown(field.id)?.text }
    let name = text(isProject ? Project.name : Organization.name)
    let holder = text(isProject ? Project.holder : Organization.ico)
    self.init(
      number: number, id: id.description,
      home: Sameness.Home(
        region: text(.region) ?? "", name: name.map { keys.key($0) } ?? ""),
      date: date ?? Sameness.Member.noDate,
      hasState: (isProject ? text(Project.status) : holder) != nil,
      holder: isProject ? holder.map { keys.key($0) } : holder,
      marks: isProject ? [text(Project.call), text(Project.registration)] : [nil, nil])
  }
}
