import ArgumentParser
import Desk
import Storage
import Terminal

/// `soulad sql`: a question that only reads, with a time limit.
struct SQLCommand: DatabaseCommand {
  static let configuration = CommandConfiguration(
    commandName: "sql",
    abstract: Help.text(
      "Položí dotaz SQL, který jen čte, nejdéle deset sekund.",
      "Asks a question in SQL that only reads, for ten seconds at most."),
    discussion: Help.discussion(
      examples: "soulad sql 'SELECT region, count(*) FROM projects GROUP BY region'"))

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var language: LanguageOptions
  @Argument(help: Help.help("Dotaz.", "The question."))
  var question: String

  func run() throws {
    let replica = try database.open(for: .reading)
    output.write(Answer(try replica.answer(sql: question)))
  }
}
