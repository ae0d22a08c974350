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
      "Searches the texts; forms of words and diacritics do not matter."))

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var language: LanguageOptions
  @Option(help: Help.help("Jen tato území; lze opakovat.", "These regions only; repeatable."))
  var region: [String] = []
  @Option(help: Help.help("Nejvýše tolik výsledků.", "At most this many results."))
  var limit: Int = 50
  @Argument(help: Help.help("Hledaná slova.", "The words to look for."))
  var words: [String]

  func run() throws {
    let replica = try database.open(for: .reading)
    let question = words.joined(separator: " ")
    let hits = try replica.search(question, regions: region, limit: max(1, limit))
    output.write(Answer(hits))
  }
}
