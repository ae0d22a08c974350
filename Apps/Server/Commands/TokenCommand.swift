public import ArgumentParser
import Domain
public import Storage
import Terminal

/// `soulad-server token`: tokens by which programs ask.
struct TokenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "token",
    abstract: Help.text(
      "Přístupové klíče pro programy a prohlížeče.", "Tokens for programs and browsers."),
    subcommands: [
      CreateTokenCommand.self, RevokeTokenCommand.self, ListTokensCommand.self,
    ])
}

/// `soulad-server token create`.
struct CreateTokenCommand: ParsableCommand, DatabaseCommand {
  static let configuration = CommandConfiguration(
    commandName: "create",
    abstract: Help.text(
      "Vytvoří klíč a vypíše jej; podruhé se nezobrazí.",
      "Makes a token and prints it; it is not shown again."))

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions
  @Argument(help: Help.help("Název klíče.", "The name of the token."))
  var name: String
  @Option(
    help: Help.help(
      "K čemu je: read, metrics, administration.",
      "What it is good for: read, metrics, administration."))
  var scope: HubScope = .read
  @Option(help: Help.help("Jediné území, které ukáže.", "The only region that it shows."))
  var region: String?
  @Option(
    name: .customLong("valid-for"),
    help: Help.help("Jak dlouho platí, jako 90d; jinak stále.", "How long: 90d; else for ever."))
  var validity: Validity?

  func run() throws {
    let token = try OperatorDesk.open(database).createToken(
      name: name, scope: scope, region: region, validFor: validity?.seconds,
      by: OperatorDesk.name, at: Int64(Clock.now))
    Console.result(token + "\n")
  }
}

/// `soulad-server token revoke`.
struct RevokeTokenCommand: ParsableCommand, DatabaseCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke",
    abstract: Help.text("Zneplatní klíč; platí hned.", "Revokes a token, at once."))

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions
  @Argument(help: Help.help("Název klíče.", "The name of the token."))
  var name: String

  func run() throws {
    try OperatorDesk.open(database).revokeToken(
      name, by: OperatorDesk.name, at: Int64(Clock.now))
    Console.message(Label("Klíč \(name) už neplatí.", "The token \(name) is no longer good."))
  }
}

/// `soulad-server token list`.
struct ListTokensCommand: ParsableCommand, DatabaseCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: Help.text("Vypíše klíče.", "Lists the tokens."))

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    output.write(RightsAnswers.tokens(try OperatorDesk.open(database).tokens()))
  }
}

// swift-format-ignore: AvoidRetroactiveConformances
extension HubScope: @retroactive ExpressibleByArgument {}
