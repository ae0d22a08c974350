import ArgumentParser
import Desk
import Domain
import Storage
import Terminal

/// `soulad resolve`: a decision.
struct ResolveCommand: DatabaseCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve",
    abstract: Help.text("Rozhodne, která hodnota platí.", "Settles which value holds."),
    discussion: Help.discussion(
      """
      Pro smazaný a mezitím upravený záznam: soulad resolve ID existence zachovat (nebo smazat). \
      Pro záznamy, které jsou možná totéž: soulad resolve ID totožnost totéž (nebo různé). Pro \
      smazaný záznam, na který jiné odkazují: soulad resolve ID odkazy obnovit (nebo smazat).
      """,
      """
      For a record deleted and edited meanwhile: soulad resolve ID existence keep (or delete). For \
      records that may be one thing: soulad resolve ID sameness same (or different). For a deleted \
      record that others refer to: soulad resolve ID references restore (or delete).
      """,
      examples: "soulad resolve 3k7m status running",
      "soulad resolve 3k7m sameness same"))

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var author: AuthorOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var language: LanguageOptions
  @Argument(help: Help.help("Identifikátor nebo jeho začátek.", "An identifier or its beginning."))
  var id: String
  @Argument(help: Help.help("Pole.", "The field."))
  var field: String
  @Argument(help: Help.help("Hodnota, která platí.", "The value that holds."))
  var value: String

  func run() throws {
    let replica = try database.open(for: .writing)
    let record = try replica.record(
      withPrefix: id, isDeleted: Conflict.question(called: field)?.name == Conflict.references)
    try replica.resolve(
      record, field: field, text: value, author: author.author, clock: Clock.now)
    let settled = Answer([
      .init("id", Label("ID", "ID"), .text(record.description)),
      .init("field", Label("Pole", "Field"), .text(field)),
    ])
    output.write(settled) {
      Console.message(Label("Rozhodnuto.", "Settled."))
      Console.result("\(record)\n")
    }
  }
}
