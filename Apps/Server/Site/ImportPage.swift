import Desk
import Domain
import Storage

/// `/import`: documents from the computer into the record, and what was found in them.
struct ImportPage: Page {
  static let template = "import"

  /// What became of one file.
  struct Entry: Sendable {
    let name: String
    let outcome: String
    let found: String
    let address: String
    let isRefused: Bool
  }

  let frame: PageFrame
  let action: String
  let writing: PageWriting
  let entries: [Entry]
  let hasEntries: Bool
  let accepted = ".docx,.docm,.doc,.odt,.rtf,.pdf,.txt,.md"
  let areFilesWrong: Bool
  let troubles: [FormTrouble]

  /// - Parameter problem: Why the files are not taken that were sent.
  init(
    _ summary: ImportSummary?, _ problem: ErrorReport?, _ writing: PageWriting,
    _ language: Language
  ) {
    let frame = PageFrame(
      Label("Načíst zápisy", "Import minutes").text(language), at: "/import", [], language)
    self.frame = frame
    action = PageAddress.of("/import", language)
    self.writing = writing
    areFilesWrong = problem != nil
    troubles = problem.map { [FormTrouble.ofFiles($0, frame, "importFiles", language)] } ?? []
    entries = (summary?.entries ?? []).map { entry in
      switch entry.result {
      case .success(let report):
        Entry(
          name: entry.path, outcome: report.outcome.label.text(language),
          found: ImportPage.found(report, language),
          address: PageAddress.of(record: report.document.description, language),
          isRefused: false)
      case .failure(let failure):
        Entry(
          name: entry.path, outcome: failure.report.message.text(language), found: "",
          address: "", isRefused: true)
      }
    }
    hasEntries = !entries.isEmpty
  }

  /// How many records of each kind the document states, itself left out.
  private static func found(_ report: ImportReport, _ language: Language) -> String {
    RecordKind.all.filter { $0 != ImportedDocument.kind }.compactMap { kind in
      report.counts[kind].map { "\(kind.label.text(language)) \($0)" }
    }.joined(separator: " · ")
  }
}
