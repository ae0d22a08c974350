import ArgumentParser
import Desk
import Domain
import Storage
import Sync
import SyncHTTP
import Terminal

/// `soulad sync`: exchange with a hub.
struct SyncCommand: AsyncParsableCommand, DatabaseCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync",
    abstract: Help.text(
      "Vymění si změny se serverem.", "Exchanges changes with a server."),
    discussion: Help.discussion(
      examples: "soulad sync https://hub.example.org"))

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup var hub: HubOptions

  @Option(help: Help.help("Podoba zprávy: table, json.", "The report: table or json."))
  var format: OutputFormat = .table

  func run() async throws {
    let replica = try database.open(for: .writing)
    let renewal = replica.renewal
    var meter = ExchangeMeter()
    let outcome = try await HubExchange.run(
      replica, at: hub.url, authorities: hub.authorities, now: { Clock.now },
      tell: { meter.show($0) })
    meter.finish()
    database.tellRenewal(of: replica, after: renewal)
    tell(outcome.report, outcome.figures)
  }

  private func tell(_ report: ExchangeCourse.Report, _ figures: ExchangeJournal.Figures) {
    if format == .json || format == .ndjson {
      Console.result(report.json(figures) + "\n")
    } else {
      for line in report.lines(figures) { Console.message(line) }
    }
  }
}
