import ArgumentParser
import Desk
import Domain
import Storage
import Terminal

/// `soulad show`: one record with everything that is known of it.
struct ShowCommand: DatabaseCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: Help.text("Vypíše jeden záznam i s doklady.", "Shows one record with its evidence."),
    discussion: Help.discussion(
      examples: "soulad show 3k7m",
      "soulad show 3k7m --format json"))

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var language: LanguageOptions
  @Argument(help: Help.help("Identifikátor nebo jeho začátek.", "An identifier or its beginning."))
  var id: String

  func run() throws {
    let replica = try database.open(for: .reading)
    let row = try replica.show(replica.record(withPrefix: id))
    let answer = Answer([row], of: row.kind)
    guard output.format == .table else { return output.write(answer) }
    Console.result(RecordSheet(row, Program.language).text)
  }
}
