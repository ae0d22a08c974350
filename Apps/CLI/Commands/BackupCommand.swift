import ArgumentParser
import Desk
import Domain
import Storage
import Terminal

/// `soulad backup`: a copy that is checked before it gets its name.
struct BackupCommand: DatabaseCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: Help.text(
      "Zálohuje databázi do nového souboru a zálohu zkontroluje.",
      "Copies the database into a new file and checks the copy."),
    discussion: Help.discussion(
      "Klíč vedle databáze v záloze není; uschovejte jej zvlášť a v bezpečí. "
        + "Zpátky se záloha vrátí tak, že ji zkopírujete na místo databáze, "
        + "když ji žádný program nemá otevřenou.",
      "The key beside the database is not part of it; keep it apart and safe. "
        + "To put a backup back, copy it into the place of the database "
        + "while no program has that open.",
      examples: "soulad backup /media/zaloha/liberec-2026-11-22.db"))

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var language: LanguageOptions
  @Argument(help: Help.help("Nový soubor.", "The new file."), completion: .file())
  var file: String

  func run() throws {
    try database.open(for: .reading).backup(to: file)
    output.write(Answer([.init("file", Label("Soubor", "File"), .text(file))])) {
      Console.message(
        Label(
          "Záloha je v souboru \(file) a prošla kontrolou.",
          "The backup is in \(file) and passed its check."))
    }
  }
}
