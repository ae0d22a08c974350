import ArgumentParser
import Desk
import Domain
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
    let conflicts = try replica.conflicts()
    output.write(Answer(conflicts, Program.language))
    guard output.format == .table, let first = conflicts.first else { return }
    Console.message(
      Label(
        "Rozhodnete příkazem soulad resolve, třeba: \(first.command.czech)",
        "Settle with soulad resolve, for instance: \(first.command.english)"))
  }
}
