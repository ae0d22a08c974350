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
    guard output.format == .table else {
      return output.write(Answer(conflicts, Program.language))
    }
    guard let first = conflicts.first else {
      return Console.result(
        Help.text("Nic nečeká na rozhodnutí.\n", "Nothing waits for a decision.\n"))
    }
    output.write(Answer(conflicts, Program.language))
    Console.message(
      Label(
        "Rozhodnete příkazem soulad resolve, třeba: \(first.command.czech)",
        "Settle with soulad resolve, for instance: \(first.command.english)"))
  }
}
