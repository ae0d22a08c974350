import Desk
import Domain
import Storage
import Synchronization

/// What citizens are shown of the views: names of those who act for an institution stay; guests,
/// private persons, telephone numbers and e-mail addresses do not, neither as values nor within
/// sentences. The text of documents is not public at all, since nobody has read it for that.
///
/// Final class because all requests share what it has learnt of the names.
final class PublicReduction: Sendable {
  private let names = Mutex<(generation: UInt64, names: PrivateNames)>((0, PrivateNames([])))
  private let generation: @Sendable () -> UInt64

  init(generation: @escaping @Sendable () -> UInt64) { self.generation = generation }

  /// Columns by which nobody may ask, since the answer would tell what the row does not.
  private static let hiddenConditions: [String: Set<String>] = [
    "attendance": ["name", "titlesBefore", "titlesAfter", "role", "organization", "meeting"],
    "contacts": ["person", "value", "contactKind"], "tasks": ["responsible"],
    "meetings": ["recordedBy"],
  ]

  /// Columns that are not shown.
  private static let hiddenColumns: [String: Set<String>] = ["meetings": ["recordedBy"]]

  /// - Throws: ``Refusal`` for a condition by which nobody may ask.
  static func checkConditions(
    _ filters: [RowFilter], of view: ConsolidatedView
  ) throws(Refusal) {
    let hidden = hiddenConditions[view.name] ?? []
    guard !filters.contains(where: { hidden.contains($0.column) }) else { throw .forbidden }
  }

  /// Answers a page of a view without what citizens are not shown. Where a condition was asked, the
  /// page is filled up from the rows that come after: whether there is a next page would tell of
  /// rows that were left out.
  func page(
    _ view: ConsolidatedView, _ question: PageQuestion, at replica: Replica
  ) throws -> AnswerPage {
    let names = try names(at: replica)
    let asked = Set(question.filters.map(\.column))
    var page = try replica.page(view, question)
    let shown = { (answer: Answer) in
      answer.rows.compactMap { PublicReduction.reduce($0, of: answer, view, names, asked) }
    }
    var rows = shown(page.answer)
    var rest = question
    rest.withFacets = false
    rest.limit = max(question.limit, Parameter.usualRows)
    while !asked.isEmpty, view.hasOwnIDs, rows.count <= question.limit, let next = page.next {
      rest.after = next
      let further = try replica.page(view, rest)
      rows += shown(further.answer)
      page.next = further.next
    }
    if rows.count > question.limit {
      rows.removeLast(rows.count - question.limit)
      page.next = rows.last?.id
    }
    return reduced(page, to: rows, of: view, question)
  }

  private func reduced(
    _ page: AnswerPage, to rows: [Answer.Row], of view: ConsolidatedView, _ question: PageQuestion
  ) -> AnswerPage {
    let isAsked = !question.filters.isEmpty
    var reduced = page
    reduced.answer = Answer(columns: page.answer.columns, rows: rows)
    reduced.facets = page.facets.filter {
      !(Self.hiddenConditions[view.name] ?? []).contains($0.name)
    }
    // A count of what is not shown would be an answer too.
    if isAsked || view.name == "contacts" || view.name == "attendance" {
      reduced.total = rows.count
      reduced.isTotalExact = page.next == nil && question.after == nil
      reduced.facets = []
    }
    return reduced
  }

  private func names(at replica: Replica) throws -> PrivateNames {
    let now = generation()
    if let known = names.withLock({ $0.generation == now ? $0.names : nil }) { return known }
    let people = try replica.ask(.attendance, ViewQuery(withEvidence: false)).rows
    let found = PrivateNames(people.map { Answer([$0], of: .attendance) })
    names.withLock { $0 = (now, found) }
    return found
  }

  private static func reduce(
    _ row: Answer.Row, of answer: Answer, _ view: ConsolidatedView, _ names: PrivateNames,
    _ asked: Set<String>
  ) -> Answer.Row? {
    if view.name == "contacts", answer.plain("contactKind", in: row) != "url" { return nil }
    if view.name == "attendance", PrivateNames.isPrivate(row, of: answer) { return nil }
    var cells: [ViewRow.Cell] = []
    for (column, cell) in zip(answer.columns, row.cells) {
      let name = column.field.name
      let isHidden = hiddenColumns[view.name]?.contains(name) ?? false
      let shown = isHidden ? .none : names.masked(cell, keepingNames: view.name == "attendance")
      // A row found by words that are not shown would tell them.
      if asked.contains(name), shown != cell { return nil }
      cells.append(shown)
    }
    let evidence = row.evidence.map { evidence in
      ViewRow.Evidence(
        field: evidence.field, document: evidence.document, documentName: evidence.documentName,
        range: evidence.range, quote: "", sentence: "")
    }
    return Answer.Row(
      id: row.id, kind: row.kind, region: row.region, cells: cells, evidence: evidence)
  }
}
