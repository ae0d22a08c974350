import Desk
import Domain

/// `/exchange`: how a desk gives its changes to others and gets theirs.
struct ExchangePage: Page {
  static let template = "exchange"

  /// A hub where the office is enrolled.
  struct KnownHub: Sendable {
    let address: String
  }

  /// One sentence of what was done.
  struct Line: Sendable {
    let words: String
  }

  let frame: PageFrame
  let action: String
  let fileAction: String
  let writing: PageWriting
  let hubs: [KnownHub]
  let hasHubs: Bool
  let lines: [Line]
  let hasLines: Bool
  let accepted = ".soulad"
  let areFilesWrong: Bool
  let troubles: [FormTrouble]
  let conflictsAddress: String

  /// - Parameters:
  ///   - lines: What was done, a sentence each.
  ///   - problem: Why it was not.
  ///   - isOfFiles: Whether that is about the files that were sent.
  init(
    hubs: [String], _ lines: [Label], _ problem: ErrorReport?, isOfFiles: Bool,
    _ writing: PageWriting, _ language: Language
  ) {
    let frame = PageFrame(
      Label("Vyměnit změny", "Exchange changes").text(language), at: "/exchange", [], language)
    self.frame = frame
    action = PageAddress.of("/exchange", language)
    fileAction = PageAddress.of("/exchange/file", language)
    self.writing = writing
    self.hubs = hubs.map(KnownHub.init)
    hasHubs = !hubs.isEmpty
    self.lines = lines.map { Line(words: $0.text(language)) }
    hasLines = !lines.isEmpty
    areFilesWrong = problem != nil && isOfFiles
    troubles =
      problem.map { report in
        isOfFiles
          ? [FormTrouble.ofFiles(report, frame, "exchangeRead", language)]
          : [FormTrouble(report.message.text(language))]
      } ?? []
    conflictsAddress = PageAddress.of("/conflicts", language)
  }
}
