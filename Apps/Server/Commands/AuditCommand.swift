import ArgumentParser
import Desk
import Domain
import Storage
import Terminal

/// `soulad-server audit`: what was done to rights, and whether somebody changed the record of it.
struct AuditCommand: ParsableCommand, DatabaseCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: Help.text(
      "Vypíše, kdo kdy měnil přístupy.", "Lists who changed rights, and when."))

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let (acts, broken) = try OperatorDesk.open(database).audit()
    output.write(RightsAnswers.acts(acts))
    if let broken { throw ErrorReport.Failure(.brokenAudit(line: broken)) }
  }
}
