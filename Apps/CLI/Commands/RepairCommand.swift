import ArgumentParser
import Desk
import Domain
import Storage
import Sync
import Terminal

/// `soulad repair`: states and tables anew from the log.
struct RepairCommand: DatabaseCommand {
  static let configuration = CommandConfiguration(
    commandName: "repair",
    abstract: Help.text(
      "Znovu sestaví stav a tabulky z podepsaných změn.",
      "Makes state and tables anew from the signed changes."),
    discussion: Help.discussion(
      "Napraví, co našel soulad verify ve stavu a tabulkách; poškozený soubor obnovte ze zálohy.",
      "Mends what soulad verify found in state and tables; restore a damaged file from a backup.",
      examples: "soulad verify || soulad repair"))

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    do {
      let count = try database.open(for: .writing).repair()
      let made = Answer([.init("records", Label("Záznamů", "Records"), .count(count))])
      output.write(made) {
        Console.message(
          Label(
            "Stav a tabulky jsou sestavené znovu, záznamů \(count).",
            "State and tables were made anew, \(count) records."))
      }
    } catch let error as SyncError {
      throw ErrorReport.Failure(.damagedLog(database.path, error))
    } catch  where ErrorReport(error, file: database.path).isDamage {
      throw ErrorReport.Failure(.beyondRepair(database.path))
    }
  }
}
