import Desk
import Domain
import Storage

/// `/projects`, `/tasks` and so on: one view with its filters, a page of rows at a time.
struct ViewPage: Page {
  static let template = "view"
  /// The rows of a page.
  static let rows = 50

  let frame: PageFrame
  let count: String
  let filters: PageFilters
  let table: PageTable
  let emptyText: String
  let isLater: Bool
  let firstAddress: String
  let hasNext: Bool
  let nextAddress: String
  let hasPages: Bool
  let files: [PageFrame.Link]
  let canAdd: Bool
  let addAddress: String
  let addLabel: String

  init(
    _ page: AnswerPage, of view: ConsolidatedView, _ question: PageQuestionItems,
    _ filters: PageFilters, canAdd: Bool, _ language: Language
  ) {
    let path = "/\(view.name)"
    let title = view.label.text(language)
    frame = PageFrame(title, at: path, question.items, language)
    count = PageTexts.count(
      page.total ?? page.answer.rows.count, isExact: page.isTotalExact, language)
    self.filters = filters
    table = PageTable(page.answer, title, ofRecords: view.isOfRecords, language)
    self.canAdd = canAdd && view.isOfRecords && view.kind.isAddable
    addAddress = PageAddress.of("/add/\(view.kind.name)", language)
    addLabel = Label(
      "Přidat: \(view.kind.label.czech)", "Add: \(view.kind.label.english)"
    ).text(language)
    emptyText = frame.text[question.items.isEmpty ? "nothing" : "nothingFound"] ?? ""
    isLater = question.after != nil
    firstAddress = PageAddress.of(path, question.items, language)
    hasNext = page.next != nil
    nextAddress = PageAddress.of(
      path, question.items + [(name: "after", value: page.next ?? "")], language)
    hasPages = isLater || hasNext
    let names: [Representation: String] = [
      .csv: "CSV", .json: "JSON", .calendar: Label("kalendář", "calendar").text(language),
    ]
    files = ViewEndpoints.forms(of: view).compactMap { form in
      names[form].map { name in
        PageFrame.Link(
          label: name,
          address: PageAddress.of("/api/v1/\(view.name).\(form.rawValue)", question.items, .czech),
          isHere: false)
      }
    }
  }

  /// What is asked often of views with days: this month, the next, all from today on; of tasks,
  /// which are overdue.
  /// - Parameter today: A day in ISO 8601.
  static func shortcuts(
    of view: ConsolidatedView, _ question: PageQuestionItems, today: String, _ language: Language
  ) -> [PageFrame.Link] {
    let column: String
    switch view.name {
    case ConsolidatedView.calendar.name: column = Event.date.name
    case ConsolidatedView.tasks.name: column = Task.due.name
    default: return []
    }
    let month = String(today.prefix(7))
    let wishes: [(Label, [(name: String, value: String)])] =
      (view.name == ConsolidatedView.tasks.name
        ? [(Label("Po\u{A0}termínu", "Overdue"), [(name: "state", value: "overdue")])] : []) + [
        (Label("Od\u{A0}dneška", "From today"), [(name: column + ">", value: today)]),
        (Label("Tento měsíc", "This month"), [(name: column, value: month)]),
        (Label("Příští měsíc", "Next month"), [(name: column, value: following(month))]),
      ]
    let regions = question.items.filter { $0.name == Field.region.name }
    return wishes.map { label, items in
      let rest = question.items.filter { $0.name != Field.region.name }
      return PageFrame.Link(
        label: label.text(language),
        address: PageAddress.of("/\(view.name)", regions + items, language),
        isHere: rest.elementsEqual(items) { $0 == $1 })
    }
  }

  /// The month after another.
  private static func following(_ month: String) -> String {
    guard let date = CalendarDate(month), let number = date.month else { return month }
    let next = number == 12 ? (date.year + 1, 1) : (date.year, number + 1)
    return "\(next.0)-\(next.1 < 10 ? "0" : "")\(next.1)"
  }
}
