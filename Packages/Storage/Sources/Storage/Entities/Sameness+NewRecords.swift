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
    let text = { (field: Field) in state.shown(field.id)?.text }
    let name = text(kind.title).map { keys.key($0) } ?? ""
    let stated: [String?]
    if kind == Project.kind {
      let call = text(Project.call).map { CallName($0) }
      stated = [
        text(Project.holder).map { keys.key($0) }, call?.number, text(Project.registration),
        call?.programme,
      ]
    } else {
      stated = [text(Organization.ico)]
    }
    self.init(
      number: number, id: id.description,
      home: Sameness.Home(region: text(.region) ?? "", name: name), date: date,
      hasState: text(Sameness.stateField(of: kind)) != nil, values: stated,
      words: PersonWords(state, kind), kind)
  }

  /// - Parameters:
  ///   - date: The day of the document that the record comes from, if any.
  ///   - values: What the record says in the fields that tell things apart.
  init(
    number: Int64, id: String, home: Sameness.Home, date: String?, hasState: Bool,
    values: [String?], words: PersonWords, _ kind: RecordKind
  ) {
    self.number = number
    self.id = id
    self.home = home
    self.date = date ?? words.day ?? Self.noDate
    self.hasState = hasState
    self.words = words
    stateTime = hasState ? words.time(of: Sameness.stateField(of: kind)) ?? "" : ""
    stated = zip(Sameness.statedFields(of: kind), values).map { field, value in
      value.map { Sameness.Statement(value: $0, isPerson: words.time(of: field) != nil) }
    }
  }
}
