import ArgumentParser
import Desk
import Domain
import Storage
import Terminal

/// `soulad extract`: what documents state, without a database.
struct ExtractCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: Help.text(
      "Vypíše údaje nalezené v dokumentech, bez databáze.",
      "Prints what documents state, without a database."),
    discussion: Help.discussion(
      examples: "soulad extract zápis.docx",
      "soulad extract zápisy/ --output výsledky/"))

  /// The one format of extracted records.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case json
  }

  @Option(help: Help.help("Podoba výstupu.", "The output."))
  var format: Format = .json
  @OptionGroup var database: UnneededDatabase
  @OptionGroup var language: LanguageOptions
  @Option(
    name: .customLong("output"),
    help: Help.help(
      "Složka pro výsledky, jeden soubor na dokument.", "A folder, a file a document."))
  var folder: String?
  @Argument(help: Help.help("Dokumenty nebo složky.", "Documents or folders."), completion: .file())
  var paths: [String]

  func run() async throws {
    if let folder { try Files.makeFolder(folder) }
    let found = DocumentImport.files(paths)
    var failures = found.failures.map { ErrorReport($0) }
    var names: Set<String> = []
    var meter = ProgressMeter(total: found.files.count)
    await ParallelExtraction.run(found.files) { path, result in
      do {
        try write(result.get(), of: path, names: &names)
      } catch {
        failures.append(ErrorReport(error, file: path))
      }
      meter.advance()
    }
    meter.finish()
    for note in found.notes { Console.message(note) }
    for failure in failures { Program.tell(failure) }
    if let failure = failures.first { throw ExitCode(failure.exitCode.rawValue) }
  }

  private func write(_ json: String, of path: String, names: inout Set<String>) throws {
    guard let folder else {
      Console.result(json)
      return
    }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    let target = "\(folder)/\(stem).json"
    guard names.insert(stem).inserted else {
      throw ErrorReport.Failure(.sameResult(target, of: path))
    }
    try Files.write(Array(json.utf8), to: target)
  }
}
