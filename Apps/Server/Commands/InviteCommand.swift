public import ArgumentParser
import Domain
public import Storage
import Terminal

/// `soulad-server invite`: a code that one office of a region enrols with.
struct InviteCommand: ParsableCommand, DatabaseCommand {
  static let configuration = CommandConfiguration(
    commandName: "invite",
    abstract: Help.text(
      "Pozve úřad: vypíše kód, kterým se jednou přihlásí.",
      "Invites an office: prints a code that it enrols with, once."))

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions
  @Option(help: Help.help("Název území.", "The name of the region."))
  var region: String
  @Option(
    help: Help.help(
      "Role: reader čte, editor a coordinator předávají změny, administrator může vše.",
      "Role: reader reads, editor and coordinator deliver changes, administrator may all."))
  var role: HubRole = .coordinator
  @Option(
    name: .customLong("valid-for"),
    help: Help.help("Jak dlouho kód platí, jako 30m, 12h, 14d.", "How long: 30m, 12h, 14d."))
  var validity: Validity = Validity(seconds: 14 * 86_400)

  func run() throws {
    let rights = try OperatorDesk.open(database)
    let code = try rights.invite(
      region: region, role: role, validFor: validity.seconds, by: OperatorDesk.name,
      at: Int64(Clock.now))
    Console.result(code + "\n")
    Console.message(
      Label(
        "Kód pro \(region) platí jednou; úřad zadá: soulad enroll ADRESA \(code)",
        "The code for \(region) is good once; the office says: soulad enroll ADDRESS \(code)"))
  }
}

// swift-format-ignore: AvoidRetroactiveConformances
extension HubRole: @retroactive ExpressibleByArgument {}
