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
  private let names = Mutex<(generation: UInt64, names: PrivateNames)>(
    (0, PrivateNames(surnames: [])))
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

  /// Views of which some rows are not shown at all.
  private static let hidesRows: Set<String> = ["attendance", "contacts"]

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
    try PublicReduction.check(question.after, of: view, at: replica)
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
    return reduced(page, to: rows, of: view, question, names)
  }

  private func reduced(
    _ page: AnswerPage, to rows: [Answer.Row], of view: ConsolidatedView,
    _ question: PageQuestion, _ names: PrivateNames
  ) -> AnswerPage {
    let isAsked = !question.filters.isEmpty
    var reduced = page
    reduced.answer = Answer(columns: page.answer.columns, rows: rows)
    reduced.facets = page.facets.filter {
      !(Self.hiddenConditions[view.name] ?? []).contains($0.name)
    }.map { ($0.name, PublicReduction.reduce($0.counts, names)) }
    // A count of what is not shown would be an answer too.
    if isAsked || Self.hidesRows.contains(view.name) {
      reduced.total = rows.count
      reduced.isTotalExact = page.next == nil && question.after == nil
      reduced.facets = []
    }
    return reduced
  }

  /// The values that rows are counted by; those that are one when they are masked count together.
  private static func reduce(
    _ counts: [(value: String?, rows: Int)], _ names: PrivateNames
  ) -> [(value: String?, rows: Int)] {
    var places: [String?: Int] = [:]
    var reduced: [(value: String?, rows: Int)] = []
    for (value, rows) in counts {
      let shown = value.map { names.masked($0, false) }
      if let place = places[shown] {
        reduced[place].rows += rows
      } else {
        places[shown] = reduced.count
        reduced.append((shown, rows))
      }
    }
    return reduced
  }

  /// A page cannot follow a row that is not shown: whether it is there would be an answer.
  private static func check(
    _ cursor: String?, of view: ConsolidatedView, at replica: Replica
  ) throws {
    guard let cursor, hidesRows.contains(view.name) else { return }
    let row = try replica.show(withPrefix: cursor)
    let answer = Answer([row], of: row.kind)
    guard row.kind == view.kind, !answer.rows.contains(where: { isHidden($0, of: answer, view) })
    else { throw StorageError.noSuchRecord(cursor) }
  }

  private func names(at replica: Replica) throws -> PrivateNames {
    let now = generation()
    if let known = names.withLock({ $0.generation == now ? $0.names : nil }) { return known }
    let all = ViewQuery(withEvidence: false)
    let found = PrivateNames(
      attendance: Answer(try replica.ask(.attendance, all).rows, of: .attendance),
      contacts: Answer(try replica.ask(.contacts, all).rows, of: .contacts))
    names.withLock { $0 = (now, found) }
    return found
  }

  private static func reduce(
    _ row: Answer.Row, of answer: Answer, _ view: ConsolidatedView, _ names: PrivateNames,
    _ asked: Set<String>
  ) -> Answer.Row? {
    guard !isHidden(row, of: answer, view) else { return nil }
    var cells: [ViewRow.Cell] = []
    for (column, cell) in zip(answer.columns, row.cells) {
      let name = column.field.name
      let shown = reduce(cell, of: column.field, view, names)
      // A row found by words that are not shown would tell them.
      if asked.contains(name), shown != cell { return nil }
      cells.append(shown)
    }
    let evidence = row.evidence.map { evidence in
      ViewRow.Evidence(
        field: evidence.field, document: evidence.document,
        documentName: names.masked(evidence.documentName, false), range: evidence.range, quote: "",
        sentence: "")
    }
    return Answer.Row(
      id: row.id, kind: row.kind, region: row.region, cells: cells, evidence: evidence)
  }

  private static func reduce(
    _ cell: ViewRow.Cell, of column: Field, _ view: ConsolidatedView, _ names: PrivateNames
  ) -> ViewRow.Cell {
    if hiddenColumns[view.name]?.contains(column.name) ?? false { return .none }
    // A span of days has as many digits as a telephone number.
    if column.type == .date { return cell }
    return names.masked(cell, keepingNames: view.name == "attendance")
  }

  /// Whether a row is not shown at all: somebody who takes part for nobody but themselves, what a
  /// person is reached by.
  private static func isHidden(
    _ row: Answer.Row, of answer: Answer, _ view: ConsolidatedView
  ) -> Bool {
    switch view.name {
    case "contacts":
      answer.plain(Contact.contactKind.name, in: row) != "url"
        || !answer.plain(Contact.person.name, in: row).isEmpty
    case "attendance": PrivateNames.isPrivate(row, of: answer)
    default: false
    }
  }
}
