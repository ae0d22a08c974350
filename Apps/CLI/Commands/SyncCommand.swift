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

  func validate() throws {
    let parts = url.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, ["http:", "https:"].contains(parts[0].lowercased()), parts[1].isEmpty,
      !parts[2].isEmpty
    else {
      throw ValidationError(
        Help.text(
          "Adresa „\(url)“ není úplná; napište http://server:port nebo https://server.",
          "The address “\(url)” is not complete; write http://server:port or https://server."))
    }
  }

  func run() async throws {
    let replica = try database.open(for: .writing)
    let renewal = replica.renewal
    do {
      let report = try await Exchange.run(replica, over: HTTPTransport(url: url))
      database.tellRenewal(of: replica, after: renewal)
      Console.message(report.sentence)
    } catch {
      throw ErrorReport.Failure(ErrorReport(error, file: url))
    }
  }
}
