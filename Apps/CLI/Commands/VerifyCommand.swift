import ArgumentParser
import Desk
import Domain
import Storage
import Sync
import Terminal

/// `soulad verify`: whether the database is sound.
struct VerifyCommand: DatabaseCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: Help.text(
      "Zkontroluje celou databázi: soubor, podpisy, stav a tabulky.",
      "Checks the whole database: file, signatures, state and tables."),
    discussion: Help.discussion(
      examples: "soulad verify"))

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    let report: VerifyReport
    do {
      report = try database.open(for: .reading).verify()
    } catch let error as SyncError {
      throw ErrorReport.Failure(.damagedLog(database.path, error))
    }
    let found = report.problems.map(\.wording)
    output.write(answer(report, found)) {
      for problem in found { Console.message(problem) }
      guard found.isEmpty else { return }
      Console.message(
        Label(
          "Databáze je v pořádku: změn \(report.changes), záznamů \(report.records).",
          "The database is sound: \(report.changes) changes, \(report.records) records."))
    }
    guard found.isEmpty else {
      throw ErrorReport.Failure(
        .damagedDatabase(
          database.path, problems: found.count,
          isMendable: report.problems.allSatisfy(\.isMendable)))
    }
  }

  private func answer(_ report: VerifyReport, _ problems: [Label]) -> Answer {
    Answer([
      .init("isSound", Label("V pořádku", "Sound"), .boolean(problems.isEmpty)),
      .init("changes", Label("Změn", "Changes"), .count(report.changes)),
      .init("records", Label("Záznamů", "Records"), .count(report.records)),
      .init(
        "problems", Label("Závady", "Problems"),
        .list(problems.map { $0.text(Program.language) })),
    ])
  }
}
