import Desk
import Domain
import HTTPTypes

/// Why something is not answered, for people; programs get problem details.
struct ProblemPage: Page {
  static let template = "problem"

  let frame: PageFrame
  let message: String
  let status: Int
  let code: String

  init(_ refusal: Refusal, _ language: Language) {
    frame = PageFrame(ProblemPage.title(of: refusal.status).text(language), at: "/", [], language)
    message =
      (refusal.status == .notFound ? ProblemPage.nothingHere : refusal.report.message)
      .text(language)
    status = refusal.status.code
    code = refusal.report.code
  }

  /// What programs are told of identifiers helps nobody who followed a link.
  private static let nothingHere = Label(
    "Na této adrese nic není. Možná je záznam mezitím smazaný, nebo je v\u{A0}adrese překlep.",
    "There is nothing at this address. Perhaps the record was deleted meanwhile, or the address is"
      + " misspelt.")

  private static func title(of status: HTTPResponse.Status) -> Label {
    switch status {
    case .notFound: Label("Tady nic není", "There is nothing here")
    case .unauthorized: Label("Kdo se ptá?", "Who is asking?")
    case .forbidden: Label("To vám server neukáže", "The hub does not show you that")
    case .badRequest: Label("Tomu server nerozumí", "The hub does not understand that")
    case .tooManyRequests, .serviceUnavailable: Label("Server nestíhá", "The hub is busy")
    default: Label("To se nepovedlo", "That did not work")
    }
  }

  /// Whether whoever asks reads pages: a browser that wants one, not a program.
  static func isWanted(by asked: Asked) -> Bool {
    !asked.path.hasPrefix("/api/") && asked.headers[.accept]?.contains("text/html") ?? false
  }
}
