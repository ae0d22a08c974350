import Desk
import Domain
import Storage

/// What the overview template shows; every name here is a tag of `overview.mustache`.
struct OverviewPage: Sendable {
  /// An option of a filter.
  struct Option: Sendable {
    let value: String
    let label: String
    let selected: Bool
  }

  /// A project as a row.
  struct ProjectRow: Sendable {
    let name: String
    let region: String
    let status: String
    let statusCode: String
    let holder: String
    let period: String
    let themes: String
    let document: String
    let hasStatus: Bool
    let proof: [MarkedText]
    let hasProof: Bool
  }

  /// A piece of a sentence, the words that prove something set off.
  struct MarkedText: Sendable {
    let text: String
    let isMarked: Bool
  }

  /// A meeting as a row.
  struct MeetingRow: Sendable {
    let date: String
    let region: String
    let body: String
    let place: String
    let attendance: String
    let next: String
    let document: String
  }

  let lang: String
  let text: [String: String]
  let otherLanguage: String
  let otherAddress: String
  let regions: [Option]
  let statuses: [Option]
  let projects: [ProjectRow]
  let meetings: [MeetingRow]
  let hasProjects: Bool
  let hasMeetings: Bool

  init(
    projects: Answer, meetings: Answer, regions: [String], region: String?, status: String?,
    language: Language
  ) {
    lang = language.rawValue
    text = PageTexts.texts(language, projects: projects.rows.count, meetings: meetings.rows.count)
    let other: Language = language == .czech ? .english : .czech
    otherLanguage = other == .czech ? "Česky" : "English"
    otherAddress = PageTexts.address(region: region, status: status, language: other)
    self.regions = regions.map { name in
      Option(value: name, label: name, selected: name == region)
    }
    statuses = ProjectStatus.allCases.map { choice in
      Option(
        value: choice.rawValue, label: choice.label.text(language),
        selected: choice.rawValue == status)
    }
    self.projects = projects.rows.map { ProjectRow($0, of: projects, language) }
    self.meetings = meetings.rows.map { MeetingRow($0, of: meetings, language) }
    hasProjects = !projects.rows.isEmpty
    hasMeetings = !meetings.rows.isEmpty
  }
}

extension OverviewPage.ProjectRow {
  init(_ row: Answer.Row, of answer: Answer, _ language: Language) {
    let shown = { (field: String) in answer.shown(field, in: row, language) }
    name = shown(Project.name.name)
    region = row.region
    status = shown(Project.status.name)
    statusCode = answer.plain(Project.status.name, in: row)
    holder = shown(Project.holder.name)
    let dates = [shown(Project.start.name), shown(Project.end.name)]
    period =
      dates.contains { !$0.isEmpty }
      ? dates.map { $0.isEmpty ? "…" : $0 }.joined(separator: " – ") : ""
    themes = shown(Project.themes.name)
    document = shown("document")
    hasStatus = !status.isEmpty
    // A status without a proof is a person's; the words that name the project do not prove it.
    let evidence =
      row.proof(of: Project.status.name)
      ?? (hasStatus ? nil : row.proof(of: Project.name.name))
    proof = evidence.map { OverviewPage.MarkedText.pieces(of: $0) } ?? []
    hasProof = evidence != nil
  }
}

extension OverviewPage.MarkedText {
  /// The sentence of a proof in up to three pieces: before, the words themselves, after.
  static func pieces(of evidence: ViewRow.Evidence) -> [OverviewPage.MarkedText] {
    guard let found = evidence.sentence.firstRange(of: evidence.quote) else {
      return [OverviewPage.MarkedText(text: evidence.quote, isMarked: true)]
    }
    let pieces = [
      (evidence.sentence[..<found.lowerBound], false), (evidence.sentence[found], true),
      (evidence.sentence[found.upperBound...], false),
    ]
    return pieces.enumerated().map { place, piece in
      // The bullet of a list is no part of the sentence.
      let text = place == 0 ? piece.0.drop { "-–·•* \t".contains($0) } : piece.0
      return OverviewPage.MarkedText(text: String(text), isMarked: piece.1)
    }.filter { !$0.text.isEmpty }
  }
}

extension OverviewPage.MeetingRow {
  init(_ row: Answer.Row, of answer: Answer, _ language: Language) {
    let shown = { (field: String) in answer.shown(field, in: row, language) }
    date = shown(Meeting.date.name)
    region = row.region
    body = shown(Meeting.body.name)
    place = shown(Meeting.place.name)
    let present = shown(AttendanceStatus.present.rawValue)
    let notStated = Label("neuvedeno", "not stated").text(language)
    attendance = present.isEmpty ? notStated : present
    next = shown(Meeting.nextMeetings.name)
    document = shown("document")
  }
}
