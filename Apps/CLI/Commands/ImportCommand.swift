import ArgumentParser
import Desk
import Domain
import Storage
import Terminal

/// `soulad import`: documents into the database, each as one transaction.
struct ImportCommand: AsyncParsableCommand, DatabaseCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: Help.text(
      "Načte dokumenty nebo složky do databáze.", "Reads documents or folders into the database."),
    discussion: Help.discussion(
      "Opakování nevadí: co je známo, se nezapíše podruhé, a co opravil člověk, zůstane.",
      "Repeating is harmless: what is known is not written again, what a person corrected stays.",
      examples: "soulad import zápisy/2026/",
      "soulad import porada.docx --internal"))

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var language: LanguageOptions
  @Argument(
    help: Help.help("Soubory DOCX a text, nebo složky.", "DOCX and text files, or folders."),
    completion: .file())
  var paths: [String]

  func run() async throws {
    let replica = try database.open(for: .writing)
    let found = DocumentImport.files(paths)
    var summary = ImportSummary(refused: found.failures)
    var meter = ProgressMeter(total: found.files.count)
    await summary.add(
      found.files, into: replica, at: database.path, scope: scope.scope, clock: { Clock.now },
      advanced: { count in for _ in 0..<count { meter.advance() } })
    meter.finish()
    for note in found.notes { Console.message(note) }
    if Program.speaksJSON {
      Console.result(summary.json(Program.language) + "\n")
    } else {
      write(summary)
    }
    for failure in summary.failures { Program.tell(failure) }
    if let failure = summary.failures.first { throw ExitCode(failure.exitCode.rawValue) }
  }

  private func write(_ summary: ImportSummary) {
    for entry in summary.entries {
      guard case .success(let report) = entry.result else { continue }
      let counts = RecordKind.all.compactMap { kind in
        report.counts[kind].map { "\(kind.label.text(Program.language)) \($0)" }
      }
      let outcome = report.outcome.label.text(Program.language)
      let line = "\(entry.path): \(outcome); \(counts.joined(separator: ", "))"
      Console.result(line.printable + "\n")
    }
    Console.message(summary.sentence)
  }
}
