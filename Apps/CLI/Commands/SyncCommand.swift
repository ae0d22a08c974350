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
      "Vymění si změny se serverem.", "Exchanges changes with a server."))

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions
  @Argument(help: Help.help("Adresa serveru.", "The address of the server."))
  var url: String

  func run() async throws {
    let replica = try database.open(for: .writing)
    do {
      let report = try await Exchange.run(replica, over: HTTPTransport(url: url))
      Console.message(report.sentence)
    } catch {
      throw ErrorReport.Failure(ErrorReport(error, file: url))
    }
  }
}
