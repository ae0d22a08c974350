import TestSupport
import Testing

@Suite("Help")
struct HelpTests {
  private static let commands = [
    "init", "text", "extract", "import", "list", "show", "add", "edit", "delete", "query", "search",
    "analyze", "sync", "enroll", "bundle", "conflicts", "resolve", "history", "dump", "sql",
    "verify", "backup", "share", "erase", "members", "retire", "compact", "repair", "doctor",
    "completions", "manual",
  ]

  @Test("the program lists its commands, on request and without an error")
  func overview() throws {
    for arguments in [["--help"], ["help"], []] {
      let said = try Tool("soulad").run(arguments)
      #expect(said.code == 0, "\(arguments)")
      for command in Self.commands { #expect(said.output.contains("  \(command) "), "\(command)") }
      #expect(said.output.contains("PŘÍKAZY:") && !said.output.contains("USAGE"))
    }
  }

  @Test("every command explains itself in both languages", arguments: commands)
  func commandHelp(command: String) throws {
    let czech = try Tool("soulad").run([command, "--help"])
    #expect(czech.code == 0 && czech.message.isEmpty, "\(czech.message)")
    #expect(czech.output.contains("POUŽITÍ: soulad \(command)"))
    let english = try Tool("soulad").run([command, "--help", "--lang", "en"])
    #expect(english.code == 0 && english.output.contains("USAGE: soulad \(command)"))
  }

  @Test(
    "every command shows how it is called",
    arguments: commands.filter { !["bundle", "completions", "manual"].contains($0) }
      + ["bundle write", "bundle read"])
  func examples(command: String) throws {
    let words = command.split(separator: " ").map(String.init)
    let czech = try Tool("soulad").run(words + ["--help"]).output
    #expect(czech.contains("Příklady:\n  "))
    #expect(czech.contains("soulad \(command)"))
    #expect(!czech.contains("values:") && !czech.contains("default:"), "\(czech)")
    let english = try Tool("soulad").run(words + ["--help", "--lang", "en"]).output
    #expect(english.contains("Examples:\n  "))
  }

  @Test("the version is a result")
  func version() throws {
    let said = try Tool("soulad").run(["--version"])
    #expect(said.code == 0 && said.output.hasPrefix("0."), "\(said)")
    #expect(try Tool("soulad-server").run(["serve", "--help"]).output.contains("--listen"))
  }
}
