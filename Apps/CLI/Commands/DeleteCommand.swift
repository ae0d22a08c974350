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
      examples: "soulad delete 3k7m", "soulad delete 3k7m --undo"))

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var author: AuthorOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var language: LanguageOptions
  @Argument(help: Help.help("Identifikátor nebo jeho začátek.", "An identifier or its beginning."))
  var id: String
  @Flag(
    help: Help.help(
      "Vrátí smazaný záznam, jak byl.", "Brings a deleted record back as it was."))
  var undo = false

  func run() throws {
    let replica = try database.open(for: .writing)
    guard !undo else {
      let deleted = try replica.deletedRecord(withPrefix: id)
      try replica.restore(deleted, author: author.author, clock: Clock.now)
      return tell(try replica.show(deleted.id))
    }
    let record = try replica.show(withPrefix: id)
    try replica.delete(record.id, author: author.author, clock: Clock.now)
    tell(record)
  }

  private func tell(_ record: ViewRow) {
    output.write(Answer(naming: [record])) { Console.result("\(record.id)\n") }
  }
}
