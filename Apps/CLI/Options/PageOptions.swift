import ArgumentParser
import Desk
import Storage
import Terminal

/// Which part of a long answer is wanted, and whether it is to be summed up.
struct PageOptions: ParsableArguments {
  @Option(help: Help.help("Nejvýše tolik řádků.", "At most this many rows."))
  var limit: Int?
  @Option(
    help: Help.help(
      "Pokračuje za řádkem, kterým skončila předchozí stránka.",
      "Goes on after the row that the page before ended with."))
  var after: String?
  @Flag(
    help: Help.help(
      "Přidá celkový počet a počty podle území a dalších sloupců.",
      "Adds the total and counts by region and other columns."))
  var facets = false
  @Flag(
    help: Help.help(
      "Přidá sloupec s větou, která řádek dokládá.",
      "Adds a column with the sentence that proves the row."))
  var evidence = false

  func validate() throws {
    guard let limit, limit < 1 else { return }
    throw ValidationError(
      Help.text("--limit musí být aspoň 1.", "--limit must be at least 1."))
  }

  /// The question that these options make of conditions. Evidence is loaded only where it is shown.
  func query(regions: [String], filters: [RowFilter], for format: OutputFormat) -> ViewQuery {
    ViewQuery(
      regions: regions, filters: filters, limit: limit, after: after,
      withFacets: facets || limit != nil, withEvidence: format.showsEvidence || evidence)
  }
}
