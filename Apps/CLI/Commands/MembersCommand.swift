import ArgumentParser
import Desk
import Storage
import Terminal

/// `soulad members`: who writes the record, and how far each has acknowledged it.
struct MembersCommand: DatabaseCommand {
  static let configuration = CommandConfiguration(
    commandName: "members",
    abstract: Help.text(
      "Vypíše databáze, které záznam společně píší, a co která potvrdila.",
      "Lists the databases that write the record together and what each has acknowledged."),
    discussion: Help.discussion(
      "Kdo dlouho mlčí a nevrátí se, toho vyřaďte (soulad retire); jinak se na něj čeká dál.",
      "Retire (soulad retire) who is silent and will not come back; else it is waited for.",
      examples: "soulad members"))

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    let replica = try database.open(for: .reading)
    let known = try replica.versionVector()
    output.write(
      Answer(try replica.membership(), of: replica.id, known: known, Program.language))
  }
}
