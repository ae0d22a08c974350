import ArgumentParser
import Desk
import Domain
import Hummingbird
import Logging
import NIOCore
import Storage
import Terminal

/// The program `soulad-server`: a hub that regions exchange through, the API and the pages.
@main
struct ServerCommand: AsyncParsableCommand, DatabaseCommand {
  static let configuration = CommandConfiguration(
    commandName: "soulad-server",
    abstract: Help.text(
      "Server, přes který si území vyměňují změny, s rozhraním API a webovými stránkami.",
      "The server that regions exchange through, with an API and web pages."),
    version: "0.1.0")

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions
  @Option(
    help: Help.help(
      "Adresa a port; port 0 vybere systém.", "Address and port; the system picks for port 0."))
  var listen: ListenAddress = ListenAddress(host: "127.0.0.1", port: 8080)

  static func main() async { await Program.run(ServerCommand.self) }

  func run() async throws {
    let hub = try Hub(path: database.path)
    var logger = Logger(label: "soulad-server") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = .notice
    let address = listen
    let application = Application(
      router: try HubRouter.make(hub),
      server: .http1(configuration: .init(idleTimeout: .seconds(60))),
      configuration: ApplicationConfiguration(
        address: .hostname(listen.host, port: listen.port), serverName: "soulad"),
      onServerRunning: { channel in
        let port = channel.localAddress?.port ?? address.port
        let place = ListenAddress(host: address.host, port: port)
        Console.message(
          Label(
            "Soulad běží na http://\(place.description)/",
            "Soulad is running at http://\(place.description)/"))
      },
      logger: logger)
    do {
      try await application.runService()
    } catch let error as IOError {
      throw ErrorReport.Failure(.cannotListen(on: listen.description, reason: "\(error.errnoCode)"))
    } catch is SocketAddressError {
      throw ErrorReport.Failure(.unknownHost(listen.host))
    }
  }
}
