import ArgumentParser
import Desk
import Domain
import Storage
import Terminal

/// `soulad list`: the records of a kind.
struct ListCommand: DatabaseCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: Help.text("Vypíše záznamy jednoho druhu.", "Lists the records of one kind."),
    discussion: Help.discussion(
      "Druhy záznamů, které lze psát i česky:\n" + RecordKind.list,
      "The kinds of records:\n" + RecordKind.list,
      examples: "soulad list task done=false",
      "soulad list person --region Žatec --format csv"))

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var language: LanguageOptions
  @Option(help: Help.help("Jen tato území.", "These regions only."))
  var region: [String] = []
  @OptionGroup var page: PageOptions
  @Argument(
    help: Help.help("Jeden z druhů záznamů.", "One of the kinds of records."),
    completion: .list(RecordKind.all.map(\.name)), transform: NameArguments.kind)
  var kind: RecordKind
  @Argument(
    help: Help.help("Podmínky pole=hodnota.", "Conditions field=value."),
    transform: PairArguments.condition)
  var filters: [RowFilter] = []

  func run() throws {
    let replica = try database.open(for: .reading)
    try DateCheck.check(filters, on: kind.listedFields)
    let answer = try replica.ask(
      kind, page.query(regions: region, filters: filters, for: output.format))
    try RegionNote.tell(of: region, in: replica)
    let rows = Answer(answer, of: kind)
    output.write(page.evidence ? rows.withProofs : rows, withFacets: page.facets)
  }
}

extension RecordKind {
  /// The names of all kinds with what people call them, a line each.
  fileprivate static var list: String {
    Help.list(all.map { ($0.name, $0.label) })
  }
}
