import ArgumentParser
import Terminal

/// The program `soulad-server`: a hub that regions exchange through, the API and the pages, and
/// the commands of its operator.
@main
struct ServerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "soulad-server",
    abstract: Help.text(
      "Server, přes který si území vyměňují změny, s rozhraním API a webovými stránkami.",
      "The server that regions exchange through, with an API and web pages."),
    usage: "soulad-server --db FILE --listen HOST:PORT\nsoulad-server <subcommand>",
    version: "0.1.0",
    subcommands: [
      ServeCommand.self, InviteCommand.self, MembersCommand.self, RevokeCommand.self,
      TokenCommand.self, AuditCommand.self,
    ],
    defaultSubcommand: ServeCommand.self)

  static func main() async { await Program.run(ServerCommand.self) }
}
