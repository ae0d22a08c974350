import ArgumentParser
import Desk
import Domain
import Storage
import Terminal

/// `soulad share`: what was internal to the region goes to all.
struct ShareCommand: DatabaseCommand {
  static let configuration = CommandConfiguration(
    commandName: "share",
    abstract: Help.text(
      "Dá všem územím záznamy, které byly interní.",
      "Gives all regions records that were internal."),
    discussion: Help.discussion(
      "Vzít zpět to nelze: co je sdíleno, mohou mít ostatní hned po nejbližší výměně.",
      "There is no way back: others may have what is shared after the next exchange.",
      examples: "soulad share 3k7m"))

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var author: AuthorOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var language: LanguageOptions
  @Argument(help: Help.help("Identifikátory nebo jejich začátky.", "Identifiers or beginnings."))
  var ids: [String]

  func run() throws {
    let replica = try database.open(for: .writing)
    let records = try ids.map { try replica.record(withPrefix: $0) }
    try replica.share(records, author: author.author, clock: Clock.now)
    guard output.format == .table else {
      return output.write(Answer(naming: try records.map { try replica.show($0) }))
    }
    for record in records { Console.result("\(record)\n") }
  }
}
