import Desk
import Domain
import Storage

/// `/`: the newest of projects and meetings, and the ways to everything else.
struct OverviewPage: Page {
  static let template = "overview"

  let frame: PageFrame
  let canImport: Bool
  let importAddress: String
  let exchangeAddress: String
  let filters: PageFilters
  let projects: PageTable
  let projectCount: String
  let projectsAddress: String
  let meetings: PageTable
  let meetingCount: String
  let meetingsAddress: String
  let views: [PageFrame.Link]
  let hasWaiting: Bool
  let waiting: Int
  let waitingAddress: String

  /// - Parameters:
  ///   - waiting: How many decisions wait.
  ///   - canImport: Whether documents can be imported in the browser.
  init(
    projects: AnswerPage, meetings: AnswerPage, waiting: Int, canImport: Bool,
    _ question: PageQuestionItems, _ filters: PageFilters, _ language: Language
  ) {
    self.waiting = waiting
    self.canImport = canImport
    importAddress = PageAddress.of("/import", language)
    exchangeAddress = PageAddress.of("/exchange", language)
    hasWaiting = waiting > 0
    waitingAddress = PageAddress.of("/conflicts", language)
    frame = PageFrame(
      Label("Přehled", "Overview").text(language), at: "/", question.items, language)
    self.filters = filters
    self.projects = PageTable(
      projects.answer, frame.text["projects"] ?? "", ofRecords: true, language)
    self.meetings = PageTable(
      meetings.answer, frame.text["meetings"] ?? "", ofRecords: true, language)
    projectCount = OverviewPage.count(
      projects, Label("projekt projekty projektů", "project projects"), language)
    meetingCount = OverviewPage.count(
      meetings, Label("jednání jednání jednání", "meeting meetings"), language)
    projectsAddress = PageAddress.of("/projects", question.items, language)
    let regions = question.items.filter { $0.name == Field.region.name }
    meetingsAddress = PageAddress.of("/meetings", regions, language)
    views = ConsolidatedView.all.map { view in
      PageFrame.Link(
        label: view.label.text(language), address: PageAddress.of("/\(view.name)", language),
        isHere: false)
    }
  }

  /// How many there are in all.
  private static func count(_ page: AnswerPage, _ words: Label, _ language: Language) -> String {
    let total = page.total ?? page.answer.rows.count
    let forms = words.text(language).split(separator: " ").map(String.init)
    return language == .czech
      ? Plural.czech(total, forms[0], forms[1], forms[2])
      : Plural.english(total, forms[0], forms[1])
  }
}
