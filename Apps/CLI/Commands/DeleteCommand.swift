import ArgumentParser
import Desk
import Storage
import Terminal

/// `soulad delete`: removes a record from all lists; its history stays.
struct DeleteCommand: DatabaseCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete",
    abstract: Help.text("Smaže záznam.", "Deletes a record."),
    discussion: Help.discussion(
      "Upravil-li záznam mezitím jiný úřad, po výměně změn se vrátí a ukáže se v soulad conflicts.",
      "If another office edited it meanwhile, it comes back with the exchange and is a conflict.",
      examples: "soulad delete 3k7m"))

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var author: AuthorOptions
  @OptionGroup var language: LanguageOptions
  @Argument(help: Help.help("Identifikátor nebo jeho začátek.", "An identifier or its beginning."))
  var id: String

  func run() throws {
    let replica = try database.open(for: .writing)
    let record = try replica.record(withPrefix: id)
    try replica.delete(record, author: author.author, clock: Clock.now)
    Console.result("\(record)\n")
  }
}
