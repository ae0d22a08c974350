import ArgumentParser
import Desk
import Domain
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOCore
import NIOSSL
import Terminal

/// How the server listens, and to whom.
struct ServingOptions: ParsableArguments {
  @Option(
    help: Help.help(
      "Adresa a port; port 0 vybere systém.", "Address and port; the system picks for port 0."))
  var listen: ListenAddress = ListenAddress(host: "127.0.0.1", port: 8080)

  @Flag(
    help: Help.help(
      "Pracovní stůl jednoho úřadu: jen z tohoto počítače a bez přihlašování.",
      "One office's own desk: this machine only, and nobody is asked who they are."))
  var local = false

  @Flag(
    help: Help.help(
      "Kdokoli smí číst přehledy bez osobních údajů.",
      "Anybody may read the views without personal data."))
  var `public` = false

  @Option(
    help: Help.help(
      "Soubor s certifikátem serveru a mezilehlými certifikáty (PEM).",
      "The file with the server's certificate and those between (PEM)."))
  var certificate: String?

  @Option(
    name: .customLong("private-key"),
    help: Help.help(
      "Soubor se soukromým klíčem certifikátu (PEM).",
      "The file with the certificate's private key (PEM)."))
  var privateKey: String?

  @Option(
    help: Help.help(
      "Kolik požadavků za vteřinu smí jeden počítač; bez volby 100, tento počítač bez omezení.",
      "Requests a second of one client; 100 unless said, and no limit for this machine."))
  var rate: Int?

  @Option(
    help: Help.help(
      "Kolikrát za minutu se smí jeden počítač neúspěšně přihlásit.",
      "How often a minute one client may fail to prove who it is."))
  var failures = FailureThrottle.usualFailures

  @Option(help: Help.help("Nejvíce spojení najednou.", "The most connections at once."))
  var connections = 1_000

  @Option(
    help: Help.help(
      "Kolik čtecích spojení s databází.", "How many connections read the database."))
  var readers = 4

  @Option(
    name: .customLong("kept-answers"),
    help: Help.help(
      "Kolik MB odpovědí se pamatuje, dokud nepřijdou změny; 0 žádné.",
      "The MB of answers that are kept until changes come in; 0 for none."))
  var keptAnswers = 16

  @Option(
    name: .customLong("ca-file"),
    help: Help.help(
      "Soubor certifikátů (PEM), kterým jediným se věří při výměně z pracovního stolu.",
      "A file of certificates (PEM) that alone are trusted when a desk exchanges changes."))
  var authorities: String?

  @Option(
    name: .customLong("log"),
    help: Help.help(
      "Co se zapisuje: error, notice, info (i každá odpověď), debug.",
      "What is logged: error, notice, info (each answer too), debug."))
  var level: LogLevel = .notice

  func validate() throws {
    guard connections > 0, failures > 0, (0...1_024).contains(keptAnswers),
      (1...64).contains(readers), rate.map({ $0 > 0 }) ?? true
    else {
      throw ValidationError(
        Help.text(
          "--rate, --failures a --connections jsou kladná čísla, --readers 1 až 64.",
          "--rate, --failures and --connections are positive, --readers 1 to 64."))
    }
    if local, !isLoopback {
      throw ValidationError(
        Help.text(
          "S --local server naslouchá jen na tomto počítači; zvolte --listen 127.0.0.1:PORT.",
          "With --local the server listens on this machine only; use --listen 127.0.0.1:PORT."))
    }
    if local, `public` {
      throw ValidationError(
        Help.text(
          "--local a --public nejdou dohromady.", "--local and --public exclude each other."))
    }
    guard (certificate == nil) == (privateKey == nil) else {
      throw ValidationError(
        Help.text(
          "--certificate a --private-key patří k sobě.",
          "--certificate and --private-key belong together."))
    }
  }

  private var isLoopback: Bool { ClientAddress.isLoopback(listen.host) }

  /// How the hub is open.
  var policy: Gatekeeper.Policy {
    Gatekeeper.Policy(
      isLoopback: isLoopback, isLocal: local, isPublic: `public`, failures: failures)
  }

  /// What lets a coordinator write in the browser, at a desk only.
  func corrections(by author: String) -> Corrections? {
    local ? Corrections(author: author, authorities: authorities) : nil
  }

  /// How often one client may ask.
  var limits: HubRouter.Rate {
    HubRouter.Rate(requests: rate ?? 100, sparesThisMachine: rate == nil)
  }

  /// Whether the hub itself speaks TLS.
  var isSecure: Bool { certificate != nil }

  /// What connections are served by.
  func server(_ hub: Hub, _ desk: LightDesk) throws -> HTTPServerBuilder {
    let limits = ConnectionLimits()
    let configuration = HTTP1Channel.Configuration(
      additionalChannelHandlers: [
        SlowClientHandler(limits: limits, registry: hub.connections, refusals: hub.refusals),
        LightAnswerHandler(desk: desk),
      ],
      httpDecoderConfiguration: HTTP1Channel.Configuration.DecoderConfiguration(
        maxHeaderFieldSize: ConnectionLimits.headerBytes,
        maxHeaderListSize: ConnectionLimits.headerBytes,
        maxHeaderFieldCount: ConnectionLimits.headerCount))
    let plain = HTTPServerBuilder { responder in
      EventLoopChannel(base: HTTP1Channel(responder: responder, configuration: configuration))
    }
    guard let certificate, let privateKey else { return plain }
    return try .tls(plain, tlsConfiguration: TLSFiles.configuration(certificate, privateKey))
  }

  /// Where the program writes what happens.
  var logger: Logger {
    var logger = Logger(label: "soulad-server") { JSONLogHandler(label: $0) }
    logger.logLevel = level.level
    return logger
  }

  /// Says where the server is.
  func announce(_ port: Int?) {
    let place = ListenAddress(host: listen.host, port: port ?? listen.port)
    let address = "\(certificate == nil ? "http" : "https")://\(place.description)/"
    Console.message(Label("Soulad běží na \(address)", "Soulad is running at \(address)"))
  }
}

/// How much is logged.
enum LogLevel: String, ExpressibleByArgument, CaseIterable, Sendable {
  case error
  case notice
  case info
  case debug

  /// The level of the log.
  var level: Logger.Level {
    switch self {
    case .error: .error
    case .notice: .notice
    case .info: .info
    case .debug: .debug
    }
  }
}
