import Desk
import Domain
import Storage

/// `/conflicts`: what waits for a decision, with who wrote what and when, and how it is settled; at
/// a desk also `/conflicts/organizations`, which of them are one.
struct ConflictsPage: Page {
  static let template = "conflicts"

  /// Something to settle.
  struct Item: Sendable {
    let kind: String
    let region: String
    let title: String
    let address: String
    let field: String
    let candidates: [Candidate]
    let hasCandidates: Bool
    let question: String
    let command: String
    let record: String
    let fieldName: String
    /// What whoever decides has seen, which the form sends back.
    let seen: String
    /// Where the page leads to it.
    let anchor: String
    let decisions: [Decision]
    let editAddress: String
  }

  /// One of the values.
  struct Candidate: Sendable {
    let answer: String
    let value: String
    let author: String
    let when: String
    let isShown: Bool
  }

  /// One of the answers to a question that is not about a value.
  struct Decision: Sendable {
    let value: String
    let label: String
  }

  /// The most that a page shows; the first of them settled, others move up.
  private static let most = 100

  /// Which questions a page asks.
  enum Subject: String, Sendable {
    /// What cannot be left undecided for ever.
    case conflicts
    /// Organisations of one name, which nobody is bothered with who does not ask.
    case organizations

    var path: String { self == .conflicts ? "/conflicts" : "/conflicts/organizations" }

    fileprivate var title: Label {
      switch self {
      case .conflicts: Label("K\u{A0}rozhodnutí", "To settle")
      case .organizations: Label("Možná totéž", "Perhaps the same")
      }
    }
  }

  let frame: PageFrame
  let subject: String
  let lead: String
  let isAboutConflicts: Bool
  let organizationsAddress: String
  let count: String
  let note: String
  let hasNote: Bool
  let troubles: [FormTrouble]
  let canWrite: Bool
  let action: String
  let writing: PageWriting
  let conflicts: [Item]
  let hasConflicts: Bool
  let hasMore: Bool

  /// - Parameters:
  ///   - writing: `nil` where conflicts are settled by a command only.
  ///   - overtaken: The record and the field of a decision about what is not there any more.
  init(
    _ conflicts: [Conflict], of subject: Subject = .conflicts, _ writing: PageWriting?,
    _ note: PageNote?, overtaken: (record: String, field: String)? = nil, _ language: Language
  ) {
    self.subject = subject.rawValue
    isAboutConflicts = subject == .conflicts
    organizationsAddress = PageAddress.of(Subject.organizations.path, language)
    self.note = note?.wording.text(language) ?? ""
    hasNote = note != nil
    canWrite = writing != nil
    action = PageAddress.of("/conflicts", language)
    self.writing = writing ?? .none
    frame = PageFrame(subject.title.text(language), at: subject.path, [], language)
    lead = frame.text[subject == .conflicts ? "conflictsLead" : "organizationsLead"] ?? ""
    count = PageTexts.count(conflicts.count, language)
    let shown = Array(conflicts.prefix(ConflictsPage.most))
    let sentences = Answer(shown, language)
    self.conflicts = zip(shown, sentences.rows).map { conflict, row in
      let candidates = ConflictsPage.candidates(of: conflict, language)
      return Item(
        kind: conflict.kind.label.text(language), region: conflict.region,
        title: conflict.title.isEmpty ? conflict.kind.label.text(language) : conflict.title,
        address: PageAddress.of(record: conflict.record.description, language),
        field: conflict.question.field.label.text(language),
        candidates: candidates, hasCandidates: !candidates.isEmpty,
        question: ConflictsPage.capitalized(sentences.shown("question", in: row, language)),
        command: conflict.command.text(language),
        record: conflict.record.description, fieldName: conflict.question.field.name,
        seen: conflict.seen,
        anchor: ConflictsPage.anchor(conflict.record.description, conflict.question.field.name),
        decisions: ConflictsPage.decisions(on: conflict.question, language),
        editAddress: PageAddress.of("/records/\(conflict.record)/edit", language))
    }
    hasConflicts = !conflicts.isEmpty
    hasMore = conflicts.count > shown.count
    troubles = ConflictsPage.troubles(overtaken, self.conflicts, language)
  }

  /// That a decision was overtaken, with the way to what is to be decided now.
  private static func troubles(
    _ overtaken: (record: String, field: String)?, _ items: [Item], _ language: Language
  ) -> [FormTrouble] {
    guard let (record, field) = overtaken else { return [] }
    let anchor = anchor(record, field)
    let places = items.filter { $0.anchor == anchor }.map {
      FormTrouble.Place(label: $0.title, anchor: anchor)
    }
    return [FormTrouble(PageTexts.overtakenDecision.text(language), at: places)]
  }

  private static func anchor(_ record: String, _ field: String) -> String { "\(record)-\(field)" }

  private static func capitalized(_ sentence: String) -> String {
    sentence.prefix(1).uppercased() + sentence.dropFirst()
  }

  /// The answers to a question that is not about a value.
  private static func decisions(
    on question: Conflict.Question, _ language: Language
  ) -> [Decision] {
    if case .values = question { return [] }
    guard case .choice(let list) = question.field.type else { return [] }
    return list.entries.map { entry in
      Decision(value: entry.code, label: capitalized(entry.label.text(language)))
    }
  }

  private static func candidates(of conflict: Conflict, _ language: Language) -> [Candidate] {
    guard case .values(let field, let candidates) = conflict.question else { return [] }
    return candidates.map { candidate in
      Candidate(
        answer: candidate.value?.plain ?? "",
        value: candidate.wording(of: field, in: language), author: candidate.author.signature,
        when: DateWording.clock(candidate.author.milliseconds, in: language),
        isShown: candidate.isShown)
    }
  }
}
