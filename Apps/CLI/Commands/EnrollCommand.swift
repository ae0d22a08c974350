import ArgumentParser
import Desk
import Domain
import Storage
import Sync
import SyncHTTP
import Terminal

/// `soulad enroll`: makes this replica known to a hub.
struct EnrollCommand: AsyncParsableCommand, DatabaseCommand {
  static let configuration = CommandConfiguration(
    commandName: "enroll",
    abstract: Help.text(
      "Přihlásí tuto databázi k serveru kódem od jeho správce.",
      "Makes this database known to a hub, by a code of its operator."),
    discussion: Help.discussion(
      examples: "soulad enroll https://hub.example.org CODE"))

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup var hub: HubOptions
  @Argument(help: Help.help("Kód od správce serveru.", "The code of the hub's operator."))
  var code: String

  func run() async throws {
    let replica = try database.open(for: .writing)
    do {
      let found = try await Enrollment.enroll(
        replica.identity, of: replica.region, at: hub.url, code: code,
        authorities: hub.authorities, now: { Int64(Clock.now / 1_000) })
      try replica.rememberHub(found, at: hub.url)
      output.write(Answer([.init("hub", Label("Server", "Hub"), .text(hub.url))])) {
        Console.message(
          Label(
            "Přihlášeno k serveru \(hub.url); změny vymění soulad sync \(hub.url).",
            "Enrolled at \(hub.url); exchange changes by soulad sync \(hub.url)."))
      }
    } catch {
      throw ErrorReport.Failure(ErrorReport(error, file: hub.url))
    }
  }
}
