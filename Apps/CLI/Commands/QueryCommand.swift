import ArgumentParser
import Desk
import Domain
import Storage
import Terminal

/// `soulad query`: one question of all regions.
struct QueryCommand: DatabaseCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: Help.text(
      "Odpoví na otázku napříč územími.", "Answers a question across regions."),
    discussion: Help.text(
      """
      Příklady:
        soulad query projects status=schválen
        soulad query meetings --region Žatec date=2020
        soulad query attendance name=novák --format csv
      """,
      """
      Examples:
        soulad query projects status=approved
        soulad query meetings --region Žatec date=2020
        soulad query attendance name=novák --format csv
      """))

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var language: LanguageOptions
  @Option(help: Help.help("Jen tato území; lze opakovat.", "These regions only; repeatable."))
  var region: [String] = []
  @Argument(
    help: Help.help(
      "Pohled: \(ConsolidatedView.names).", "One of the views \(ConsolidatedView.names)."))
  var view: ConsolidatedView
  @Argument(help: Help.help("Podmínky sloupec=hodnota.", "Conditions column=value."))
  var filters: [RowFilter] = []

  func run() throws {
    let replica = try database.open(for: .reading)
    output.write(Answer(try replica.query(view, regions: region, filters: filters), of: view))
  }
}

extension ConsolidatedView {
  /// The names of all views, for messages.
  static var names: String { all.map(\.name).joined(separator: ", ") }
}
