import ArgumentParser
import Desk
import Storage
import Terminal

/// `soulad compact`: old changes that all have are folded into what they made.
struct CompactCommand: DatabaseCommand {
  static let configuration = CommandConfiguration(
    commandName: "compact",
    abstract: Help.text(
      "Zhustí staré změny, které už mají všichni.",
      "Folds old changes that everybody has."),
    discussion: Help.discussion(
      """
      Záznamy se nemění, jen se zkrátí jejich historie: kdo a kdy měnil, zůstane, obsah dávných \
      změn ne. Zhustí se jen to, co potvrdily všechny aktivní databáze (soulad members).
      """,
      """
      Records stay as they are, only their history gets shorter: who changed and when stays, what \
      long ago changes said does not. Only what all active databases have acknowledged is folded \
      (soulad members).
      """,
      examples: "soulad compact"))

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions
  @Option(
    name: .customLong("keep-days"),
    help: Help.help(
      "Kolik dní zpět zůstane historie celá.", "How many days back the history stays whole."))
  var days: UInt64 = Replica.historyKept / 86_400_000
  @Option(help: Help.help("Podoba zprávy: table, json.", "The report: table or json."))
  var format: OutputFormat = .table

  func run() throws {
    let replica = try database.open(for: .writing)
    let (milliseconds, isOver) = days.multipliedReportingOverflow(by: 86_400_000)
    let report = try replica.compact(clock: Clock.now, keeping: isOver ? .max : milliseconds)
    if format == .json || format == .ndjson {
      Console.result(report.json + "\n")
    } else {
      for line in report.lines { Console.message(line) }
    }
  }
}
