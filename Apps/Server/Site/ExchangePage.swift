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
  let problem: String
  let hasProblem: Bool
  let conflictsAddress: String

  init(
    hubs: [String], _ lines: [Label], _ problem: ErrorReport?, _ writing: PageWriting,
    _ language: Language
  ) {
    frame = PageFrame(
      Label("Vyměnit změny", "Exchange changes").text(language), at: "/exchange", [], language)
    action = PageAddress.of("/exchange", language)
    fileAction = PageAddress.of("/exchange/file", language)
    self.writing = writing
    self.hubs = hubs.map(KnownHub.init)
    hasHubs = !hubs.isEmpty
    self.lines = lines.map { Line(words: $0.text(language)) }
    hasLines = !lines.isEmpty
    self.problem = problem?.message.text(language) ?? ""
    hasProblem = problem != nil
    conflictsAddress = PageAddress.of("/conflicts", language)
  }
}
