import Domain
import Storage
import Sync
import Testing

@Suite("Tables show what fits, whatever changes say")
struct ProjectionTests {
  @Test("a value of another type than the field declares is kept and shown nowhere")
  func wrongTypes() throws {
    let office = try Office("Liberec")
    let id = RecordID(high: 1, low: 2)
    let source = SourceReference(field: 1, document: id, range: SourceRange(0, 1))
    let edit = RecordEdit(
      record: id, kind: Service.kind.id,
      operations: [
        .assign(field: Service.capacity.id, value: .text("mnoho"), replaces: []),
        .assign(field: Service.provider.id, value: .integer(7), replaces: []),
        .assign(field: Service.cancelled.id, value: .source(source), replaces: []),
        .assign(field: Service.serviceKind.id, value: .text("terénní programy"), replaces: []),
        .assign(field: 99, value: .boolean(true), replaces: []),
      ])
    try office.replica.apply(Forger().bundle([edit]))
    let row = try #require(try office.replica.list(Service.kind).first)
    #expect(row.cells.filter { $0 != .none } == [.text("terénní programy")])
    #expect(try office.dump().contains("mnoho"))
  }

  @Test("a record that turns out to be of another kind leaves no row behind")
  func changedKind() throws {
    let office = try Office("Liberec")
    let id = try office.addProject("Dílna")
    let edit = RecordEdit(
      record: id, kind: Meeting.kind.id,
      operations: [.assign(field: Meeting.place.id, value: .text("Most"), replaces: [])])
    try office.replica.apply(Forger().bundle([edit]))
    #expect(try office.replica.list(Project.kind).isEmpty)
    #expect(try office.replica.list(Meeting.kind).map(\.id) == [id])
  }

  @Test("only what a person can settle waits for a decision")
  func conflicts() throws {
    let office = try Office("Liberec")
    let id = RecordID(high: 1, low: 2)
    let edit = { (text: String, name: String) in
      RecordEdit(
        record: id, kind: ImportedDocument.kind.id,
        operations: [
          .assign(field: ImportedDocument.text.id, value: .text(text), replaces: []),
          .assign(field: ImportedDocument.name.id, value: .text(name), replaces: []),
        ])
    }
    try office.replica.apply(Forger().bundle([edit("jeden", "a.docx")]))
    try office.replica.apply(Forger().bundle([edit("druhý", "b.docx")]))
    let conflicts = try office.replica.conflicts()
    #expect(conflicts.count == 1)
    guard case .values(let field, _) = try #require(conflicts.first).question else {
      Issue.record("a conflict of values was expected")
      return
    }
    #expect(field == ImportedDocument.name)
  }
}
