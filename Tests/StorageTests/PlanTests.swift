import Domain
import Testing

@testable import Storage

@Suite("How SQLite finds what is asked for")
struct PlanTests {
  private let office: Office

  init() throws { office = try Office("Liberec") }

  private func plan(_ sql: String) throws -> [String] {
    try office.replica.connection.rows("EXPLAIN QUERY PLAN \(sql)") { $0.text(3) ?? "" }
  }

  @Test(
    "no question for a few records walks through all",
    arguments: [
      "SELECT number FROM record WHERE \(RecordTable.isIdentified)",
      "SELECT id FROM identifiedRecord WHERE high >> 32 BETWEEN ?1 >> 32 AND ?2 >> 32",
      "SELECT id FROM identifiedRecord WHERE number IN (\(EvidenceSchema.recordsOfDocument))",
      "SELECT text FROM documentText WHERE document = ?",
      "SELECT max(sequence) FROM change WHERE replica = ?",
    ])
  func searches(_ sql: String) throws {
    let plan = try plan(sql)
    let walks = plan.filter { $0.hasPrefix("SCAN") && !$0.contains("VIRTUAL TABLE") }
    #expect(walks.isEmpty, "\(plan)")
  }

  @Test(
    "what refers to a record is found by the record's number, and shown in the order of the view",
    arguments: [
      (ConsolidatedView.items, AgendaItem.meeting), (.attendance, Attendance.meeting),
    ])
  func references(view: ConsolidatedView, field: Field) throws {
    let condition = try SQLCondition(
      RowFilter(column: field.name, text: "0123"), on: field, of: view.kind)
    let plan = try plan(
      "SELECT recordNumber FROM \(view.name) WHERE \(condition.sql) ORDER BY date DESC LIMIT 21")
    #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(plan)")
  }

  @Test("identifiers are read in their order along the index")
  func order() throws {
    let plan = try plan("SELECT id FROM identifiedRecord ORDER BY \(RecordTable.order) LIMIT 6")
    #expect(plan.contains { $0.contains("recordByBeginning") }, "\(plan)")
  }
}
