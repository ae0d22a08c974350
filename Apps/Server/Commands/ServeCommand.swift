import ArgumentParser
import Desk
import Domain
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import Terminal
import UnixSignals

/// `soulad-server`: runs the hub.
struct ServeCommand: AsyncParsableCommand, DatabaseCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: Help.text("Spustí server.", "Runs the server."))

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup var serving: ServingOptions
  @OptionGroup var author: AuthorOptions

  func run() async throws {
    let hub = try Hub(
      path: database.path, policy: serving.policy, readers: serving.readers,
      connections: serving.connections, keptAnswers: serving.keptAnswers << 20,
      corrections: serving.corrections(by: author.author),
      logger: serving.logger, now: { Int64(Clock.now) })
    let router = try HubRouter(hub, rate: serving.limits, isSecure: serving.isSecure)
    let application = Application(
      router: router.make(), server: try serving.server(hub, router.makeLightDesk()),
      configuration: ApplicationConfiguration(
        address: .hostname(serving.listen.host, port: serving.listen.port),
        serverName: HubRouter.serverName),
      onServerRunning: { [serving] channel in serving.announce(channel.localAddress?.port) },
      logger: serving.logger)
    var configuration = ServiceGroupConfiguration(
      services: [application], gracefulShutdownSignals: [.sigterm, .sigint],
      logger: serving.logger)
    // What was accepted is finished; whoever does not come to an end does not keep the hub up.
    configuration.maximumGracefulShutdownDuration = .seconds(30)
    let services = ServiceGroup(configuration: configuration)
    do {
      try await services.run()
      try await hub.stop()
    } catch let error as IOError {
      throw ErrorReport.Failure(
        .cannotListen(on: serving.listen.description, reason: "\(error.errnoCode)"))
    } catch is SocketAddressError {
      throw ErrorReport.Failure(.unknownHost(serving.listen.host))
    }
  }
}
