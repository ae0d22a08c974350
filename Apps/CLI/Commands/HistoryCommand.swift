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
      "Ukáže i záznam, který je smazaný; zpátky ho vrátí soulad delete --undo.",
      "Deleted records have a history, too; soulad delete --undo brings them back.",
      examples: "soulad history 3k7m"))

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var language: LanguageOptions
  @Argument(help: Help.help("Identifikátor nebo jeho začátek.", "An identifier or its beginning."))
  var id: String

  func run() throws {
    let replica = try database.open(for: .reading)
    output.write(try history(in: replica))
  }

  /// The history of a record, be it there or deleted: what was written to it is still known.
  private func history(in replica: Replica) throws -> Answer {
    do {
      let row = try replica.show(withPrefix: id)
      let entries = try replica.history(of: row.id)
      return Answer(entries, of: row.id, row.kind, row.region, Program.language)
    } catch StorageError.noSuchRecord {
      let deleted = try replica.deletedRecord(withPrefix: id)
      let entries = try replica.history(of: deleted.id)
      return Answer(entries, of: deleted.id, deleted.kind, deleted.region, Program.language)
    }
  }
}
