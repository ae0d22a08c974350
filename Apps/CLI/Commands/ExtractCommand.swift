import ArgumentParser
import Desk
import Parsing
import Storage
import Terminal

/// `soulad extract`: what a document states, without a database.
struct ExtractCommand: FormattedCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: Help.text(
      "Vypíše údaje nalezené v dokumentu, bez databáze.",
      "Prints what a document states, without a database."))

  @OptionGroup var output: OutputOptions
  @OptionGroup var language: LanguageOptions
  @Option(
    name: .customLong("output"),
    help: Help.help(
      "Složka pro výsledky, jeden soubor na dokument.", "A folder, a file a document."))
  var folder: String?
  @Argument(help: Help.help("Dokumenty.", "The documents."))
  var files: [String]

  func run() throws {
    var failure: ErrorReport.Failure?
    for path in files {
      do {
        try extract(path)
      } catch {
        let report = ErrorReport(error, file: path)
        Console.message(report.message)
        failure = failure ?? ErrorReport.Failure(report)
      }
    }
    if let failure { throw ExitCode(failure.report.exitCode.rawValue) }
  }

  private func extract(_ path: String) throws {
    let (document, file) = try DocumentImport.read(path)
    let json = ExtractionJSON.json(of: file.extracted, document: document, name: file.name) + "\n"
    guard let folder else {
      Console.result(json)
      return
    }
    let stem = file.name.lastIndex(of: ".").map { String(file.name[..<$0]) } ?? file.name
    try Files.write(Array(json.utf8), to: "\(folder)/\(stem).json")
  }
}
