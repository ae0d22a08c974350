import ArgumentParser
import Terminal

/// `soulad manual`: the manual page, made from the help of every command.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: Help.text(
      "Vypíše manuálovou stránku pro program man.", "Prints the manual page for man."),
    discussion: Help.text(
      "Instalace: soulad manual > ~/.local/share/man/man1/soulad.1",
      "To install: soulad manual > ~/.local/share/man/man1/soulad.1"))

  @OptionGroup var language: LanguageOptions

  func run() {
    let heading = { (czech: String, english: String) in Help.text(czech, english) }
    var page = ".TH SOULAD 1 \"\" \"Soulad \(SouladCommand.configuration.version)\"\n"
    page += ".SH \(heading("JMÉNO", "NAME"))\nsoulad \\- "
    page += Self.escaped(SouladCommand.configuration.abstract) + "\n"
    page += ".SH \(heading("PŘÍKAZY", "COMMANDS"))\n"
    for command in SouladCommand.configuration.subcommands {
      page += Self.section(of: command, named: "soulad")
    }
    page += ".SH \(heading("SOUBORY", "FILES"))\n.nf\n$XDG_CONFIG_HOME/soulad/config\n.fi\n"
    page +=
      Self.escaped(
        heading(
          "Nastavení, řádky jméno = hodnota: db, author, lang.",
          "Settings, lines of name = value: db, author, lang.")) + "\n"
    page += ".SH \(heading("NÁVRATOVÉ KÓDY", "EXIT STATUS"))\n.nf\n\(Self.exitCodes)\n.fi\n"
    Console.result(page)
  }

  /// What there is to know of a command and of those below it.
  private static func section(of command: any ParsableCommand.Type, named above: String) -> String {
    let name = "\(above) \(command.configuration.commandName ?? "")"
    let help = UsageReport.help(of: command, in: SouladCommand.self, Program.language)
    return command.configuration.subcommands.reduce(
      ".SS \(name)\n.nf\n\(escaped(help))\n.fi\n"
    ) { $0 + section(of: $1, named: name) }
  }

  private static let exitCodes = Help.text(
    """
    0   hotovo
    1   jiná chyba
    64  chybné použití
    65  vadná data
    66  vstup neexistuje
    69  protějšek neodpovídá
    74  chyba čtení nebo zápisu
    75  zaneprázdněno, zkuste znovu
    77  bez oprávnění
    """,
    """
    0   done
    1   anything else
    64  wrong usage
    65  bad data
    66  no such input
    69  the other side does not answer
    74  reading or writing failed
    75  busy, try again
    77  not permitted
    """)

  /// Text that roff takes literally.
  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\e").split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix(".") || $0.hasPrefix("'") ? "\\&" + $0 : String($0) }
      .joined(separator: "\n").replacing("-", with: "\\-")
  }
}
