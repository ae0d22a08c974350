public import ArgumentParser
public import Desk
import Domain

/// How an answer is written.
public struct OutputOptions: ParsableArguments {
  /// The format.
  @Option(
    help: Help.help(
      "Podoba výstupu; ics je kalendář, xlsx soubor pro tabulkový procesor.",
      "The form of the output; ics is a calendar, xlsx is for spreadsheets."))
  public var format: OutputFormat = .table
  /// Whether CSV starts with the mark by which spreadsheets know UTF-8.
  @Flag(help: OutputOptions.markHelp)
  public var bom = false

  private static var markHelp: ArgumentHelp {
    Help.help(
      "Začne CSV značkou BOM, podle které tabulkové procesory poznají češtinu.",
      "Starts CSV with a byte order mark, by which spreadsheets know UTF-8.")
  }

  /// Creates options with their defaults, as the parser wants it.
  public init() {}

  /// Writes what a command did: to people as it tells them, to scripts one row, in JSON an object.
  public func write(_ answer: @autoclosure () throws -> Answer, orTell tell: () -> Void) rethrows {
    switch format {
    case .table: tell()
    case .json, .ndjson: Console.result(try answer().jsonLines.text)
    case .csv, .md, .ics, .xlsx: write(try answer())
    }
  }

  /// Writes an answer to standard output, and that there is more to standard error.
  public func write(_ answer: Answer, withFacets: Bool = false) {
    let width = Console.width
    if let bytes = format.bytes(answer, in: Program.language) { return Console.result(bytes) }
    if bom, format == .csv { Console.result("\u{FEFF}") }
    Console.result(
      format.text(
        answer, in: Program.language, width: width, withFacets: withFacets,
        isStyled: Console.isStyled))
    guard !Program.speaksJSON, let page = answer.page else { return }
    if let more = page.sentence(showing: answer.rows.count) { Console.message(more) }
  }
}

extension OutputFormat: ExpressibleByArgument {}
