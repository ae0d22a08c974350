import ArgumentParser
import Desk
import Storage
import Terminal

/// `soulad history`: who changed what of a record, and when.
struct HistoryCommand: DatabaseCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: Help.text(
      "Vypíše, kdo, kdy a odkud záznam měnil.",
      "Tells who changed a record, when and from where."),
    discussion: Help.discussion(
      examples: "soulad history 3k7m"))

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var language: LanguageOptions
  @Argument(help: Help.help("Identifikátor nebo jeho začátek.", "An identifier or its beginning."))
  var id: String

  func run() throws {
    let replica = try database.open(for: .reading)
    let record = try replica.record(withPrefix: id)
    let entries = try replica.history(of: record)
    output.write(Answer(entries, of: try replica.show(record), Program.language))
  }
}
