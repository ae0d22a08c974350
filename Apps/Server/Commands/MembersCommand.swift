import ArgumentParser
import Desk
import Domain
import Storage
import Terminal

/// `soulad-server members`: the offices that may talk to the hub.
struct MembersCommand: ParsableCommand, DatabaseCommand {
  static let configuration = CommandConfiguration(
    commandName: "members",
    abstract: Help.text("Vypíše přihlášené úřady.", "Lists the enrolled offices."))

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    output.write(RightsAnswers.members(try OperatorDesk.open(database).members()))
  }
}
