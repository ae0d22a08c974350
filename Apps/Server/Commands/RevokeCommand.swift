import ArgumentParser
import Domain
import Storage
import Sync
import Terminal

/// `soulad-server revoke`: takes rights away, at once.
struct RevokeCommand: ParsableCommand, DatabaseCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke",
    abstract: Help.text(
      "Odebere úřadu přístup; platí hned.", "Takes an office's rights away, at once."))

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions
  @Argument(
    help: Help.help(
      "Označení úřadu (stačí začátek), nebo název území pro všechny jeho úřady.",
      "The office (a beginning is enough), or the name of a region for all its offices."))
  var office: String

  func run() throws {
    let rights = try OperatorDesk.open(database)
    let revoked = try rights.revoke(office, by: OperatorDesk.name, at: Int64(Clock.now))
    for member in revoked {
      Console.message(
        Label(
          "Přístup odebrán: \(member.region), \(member.replica).",
          "Rights taken away: \(member.region), \(member.replica)."))
    }
  }
}
