import Desk
import Domain
import Storage

/// What a program that is shown one region sees of views that join what several regions say of one
/// thing: of such a row only what the record of its region says itself.
struct RegionReduction: Sendable {
  /// The only region that is shown.
  let region: String

  /// The facets of views that join records which count nothing but the rows' own values.
  private static let ownFacets: Set<String> = [Project.status.name, "year"]

  /// Answers a page of a view without what other regions say.
  func page(
    _ view: ConsolidatedView, _ question: PageQuestion, at replica: Replica
  ) throws -> AnswerPage {
    var page = try replica.page(view, question)
    if view.name == ConsolidatedView.duplicates.name { return withoutOthers(page) }
    guard page.answer.columns.contains(where: { $0.field.name == "records" }) else { return page }
    let asked = Set(question.filters.map(\.column))
    let rows = try page.answer.rows.compactMap {
      try reduce($0, of: page.answer, asked: asked, at: replica)
    }
    page.answer = Answer(columns: page.answer.columns, rows: rows)
    page.facets = page.facets.filter { Self.ownFacets.contains($0.name) }
    if !asked.isEmpty {
      (page.total, page.isTotalExact) = (rows.count, false)
      page.facets = []
    }
    return page
  }

  private func reduce(
    _ row: Answer.Row, of answer: Answer, asked: Set<String>, at replica: Replica
  ) throws -> Answer.Row? {
    // A row's regions are those of all its records and of the documents that speak of it.
    if list("regions", in: row, of: answer) == [region] { return row }
    guard let record = try ownRecord(of: row, of: answer, at: replica) else { return nil }
    let own = Answer([record], of: record.kind)
    guard let ownRow = own.rows.first else { return nil }
    var cells: [ViewRow.Cell] = []
    for (column, cell) in zip(answer.columns, row.cells) {
      let name = column.field.name
      let place = own.columns.firstIndex { $0.field.name == name }
      let shown = place.map { ownRow.cells[$0] } ?? .none
      // A row found by what is not shown would tell it.
      if asked.contains(name), shown != cell { return nil }
      cells.append(shown)
    }
    return Answer.Row(
      id: ownRow.id, kind: row.kind, region: region, cells: cells, evidence: ownRow.evidence)
  }

  /// The record of the region, where another's stands for the thing; `nil` where it has none.
  private func ownRecord(
    of row: Answer.Row, of answer: Answer, at replica: Replica
  ) throws -> ViewRow? {
    let others = list("records", in: row, of: answer) ?? []
    for id in [row.id] + others.filter({ $0 != row.id }) {
      let record = try replica.show(withPrefix: id)
      if record.region == region { return record }
    }
    return nil
  }

  private func list(_ name: String, in row: Answer.Row, of answer: Answer) -> [String]? {
    guard let place = answer.columns.firstIndex(where: { $0.field.name == name }),
      case .list(let values) = row.cells[place]
    else { return nil }
    return values
  }

  /// What is probably one organisation, as far as both are of the region.
  private func withoutOthers(_ page: AnswerPage) -> AnswerPage {
    var page = page
    let rows = page.answer.rows.filter { page.answer.plain("otherRegion", in: $0) == region }
    (page.total, page.isTotalExact, page.facets) = (rows.count, page.next == nil, [])
    page.answer = Answer(columns: page.answer.columns, rows: rows)
    return page
  }
}
