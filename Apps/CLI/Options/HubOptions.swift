import ArgumentParser
import Terminal

/// Which hub, and whose certificates are trusted.
struct HubOptions: ParsableArguments {
  @Argument(help: Help.help("Adresa serveru.", "The address of the server."))
  var url: String

  @Option(
    name: .customLong("ca-file"),
    help: Help.help(
      "Soubor certifikátů (PEM), kterým jediným se věří; jinak platí systémové.",
      "A file of certificates (PEM) that alone are trusted; otherwise those of the system."))
  var authorities: String?

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
}
