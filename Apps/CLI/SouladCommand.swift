import ArgumentParser
import Terminal

/// The program `soulad`: the root of the commands.
@main
struct SouladCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "soulad",
    abstract: Help.text(
      "Společný záznam toho, na čem se dohodly skupiny komunitního plánování.",
      "One shared record of what community-planning groups agreed."),
    version: "0.1.0",
    subcommands: [
      InitCommand.self, TextCommand.self, ExtractCommand.self, ImportCommand.self, ListCommand.self,
      ShowCommand.self, AddCommand.self, EditCommand.self, DeleteCommand.self, QueryCommand.self,
      SearchCommand.self, AnalyzeCommand.self, SyncCommand.self, EnrollCommand.self,
      BundleCommand.self, ConflictsCommand.self, ResolveCommand.self, HistoryCommand.self,
      DumpCommand.self, SQLCommand.self, VerifyCommand.self, BackupCommand.self,
      ShareCommand.self, EraseCommand.self, MembersCommand.self, RetireCommand.self,
      CompactCommand.self,
      RepairCommand.self, DoctorCommand.self, CompletionsCommand.self, ManualCommand.self,
    ])

  static func main() async {
    let arguments = ExcludedWords.spelledOut(in: Array(CommandLine.arguments.dropFirst()))
    await Program.run(SouladCommand.self, arguments, meaning: NameArguments.command)
  }
}
