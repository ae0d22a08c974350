import ArgumentParser
import Desk
import Storage
import Terminal

/// `soulad search`: full text of all documents.
struct SearchCommand: DatabaseCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: Help.text(
      "Hledá v textech dokumentů; na tvaru slov a diakritice nezáleží.",
      "Searches the texts; forms of words and diacritics do not matter."),
    discussion: Help.discussion(
      """
      Slova vedle sebe se hledají všechna; "v uvozovkách" pohromadě; hvězdička ukončí začátek slova.
      Spojují se AND, OR, NOT a závorkami a omezují poli region:, body:, rok:, ičo: a druh:.
      Slovo vyloučí i spojovník před ním.
      """,
      """
      All words are looked for; "in quotes" together; a star ends the beginning of a word.
      They combine with AND, OR, NOT and parentheses, and with region:, body:, year:, ičo:, kind:.
      A hyphen before a word excludes it, too.
      """,
      examples: "soulad search bydlením",
      "soulad search '\"sociální bydlení\" OR ubytovna' --region Liberec",
      Help.text(
        "soulad search 'NDC rok:2019-2021 -druh:článek' --facets",
        "soulad search 'NDC year:2019-2021 -kind:article' --facets")))

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var language: LanguageOptions
  @Option(help: Help.help("Jen tato území; lze opakovat.", "These regions only; repeatable."))
  var region: [String] = []
  @OptionGroup var page: PageOptions
  @Argument(help: Help.help("Hledaná slova.", "The words to look for."))
  var words: [String]

  func run() throws {
    let replica = try database.open(for: .reading)
    let answer = try replica.find(
      SearchQuery(
        words.joined(separator: " "), regions: region, limit: page.limit ?? 50, after: page.after))
    for note in answer.notes { Console.message(note.wording) }
    try RegionNote.tell(of: region, in: replica)
    output.write(Answer(answer), withFacets: page.facets)
  }
}
