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
    discussion: Help.discussion(
      "Pohledy, které lze psát i česky:\n" + ConsolidatedView.list,
      "The views:\n" + ConsolidatedView.list,
      examples: Help.text(
        "soulad query projects status=schválen theme=dluhy --facets",
        "soulad query projects status=approved theme=debts --facets"),
      "soulad query meetings --region Žatec date=2020",
      "soulad query tasks state=overdue 'due>=2020-01'",
      "soulad query attendance name=novák --format csv"))

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var language: LanguageOptions
  @Option(help: Help.help("Jen tato území; lze opakovat.", "These regions only; repeatable."))
  var region: [String] = []
  @OptionGroup var page: PageOptions
  @Argument(
    help: Help.help("Jeden z pohledů.", "One of the views."),
    completion: .list(ConsolidatedView.all.map(\.name)), transform: NameArguments.view)
  var view: ConsolidatedView
  @Argument(
    help: Help.help(
      "Podmínky sloupec=hodnota; také != < <= > >= (v uvozovkách).",
      "Conditions column=value; also != < <= > >= (in quotes)."),
    transform: PairArguments.condition)
  var filters: [RowFilter] = []

  func run() throws {
    let replica = try database.open(for: .reading)
    try DateCheck.check(filters, on: view.columns.map(\.field))
    let answer = try replica.ask(
      view, page.query(regions: region, filters: filters, for: output.format))
    try RegionNote.tell(of: region, in: replica)
    let rows = Answer(answer, of: view)
    let isProved = page.evidence && view.isOfRecords
    output.write(isProved ? rows.withProofs : rows, withFacets: page.facets)
  }
}

extension ConsolidatedView {
  /// The names of all views with what people call them, a line each.
  fileprivate static var list: String {
    Help.list(all.map { ($0.name, $0.label) })
  }
}
