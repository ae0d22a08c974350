import ArgumentParser
import Desk
import Domain
import Storage
import Terminal

/// `soulad list`: the records of a kind.
struct ListCommand: DatabaseCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: Help.text("Vypíše záznamy jednoho druhu.", "Lists the records of one kind."))

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var language: LanguageOptions
  @Option(help: Help.help("Jen tato území.", "These regions only."))
  var region: [String] = []
  @Argument(
    help: Help.help("Druh: \(RecordKind.names).", "One of the kinds \(RecordKind.names)."))
  var kind: RecordKind
  @Argument(help: Help.help("Podmínky pole=hodnota.", "Conditions field=value."))
  var filters: [RowFilter] = []

  func run() throws {
    let replica = try database.open(for: .reading)
    output.write(Answer(try replica.list(kind, regions: region, filters: filters), of: kind))
  }
}

extension RecordKind {
  /// The names of all kinds, for messages.
  static var names: String { all.map(\.name).joined(separator: ", ") }
}
