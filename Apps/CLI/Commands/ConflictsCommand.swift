import ArgumentParser
import Desk
import Storage
import Terminal

/// `soulad conflicts`: what waits for a decision.
struct ConflictsCommand: DatabaseCommand {
  static let configuration = CommandConfiguration(
    commandName: "conflicts",
    abstract: Help.text("Vypíše, co čeká na rozhodnutí.", "Lists what waits for a decision."),
    discussion: Help.discussion(
      examples: "soulad conflicts",
      "soulad conflicts --format json"))

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    let replica = try database.open(for: .reading)
    output.write(Answer(try replica.conflicts(), Program.language))
  }
}
