import ArgumentParser
import Desk
import Domain
import Storage
import Terminal

/// `soulad add`: a new record.
struct AddCommand: DatabaseCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: Help.text("Přidá záznam.", "Adds a record."),
    discussion: Help.discussion(
      examples: "soulad add project name='Nová dílna' holder=Spolek start=2027",
      "soulad add task text='Ověřit smlouvu' responsible='Jana Nováková' due=2026-12-31 --internal")
  )

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var author: AuthorOptions
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var language: LanguageOptions
  @Argument(
    help: Help.help(
      "Druh záznamu; druhy vypíše soulad list --help.",
      "The kind of the record; soulad list --help has them."),
    completion: .list(RecordKind.all.map(\.name)), transform: NameArguments.kind)
  var kind: RecordKind
  @Argument(
    help: Help.help("Hodnoty pole=hodnota.", "Values field=value."),
    transform: PairArguments.assignment)
  var fields: [FieldAssignment]

  func run() throws {
    let replica = try database.open(for: .writing)
    let id = try replica.add(
      kind, fields, scope: scope.scope, author: author.author, clock: Clock.now)
    try output.write(Answer(naming: [replica.show(id)])) { Console.result("\(id)\n") }
  }
}
