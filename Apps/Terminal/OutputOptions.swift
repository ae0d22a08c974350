public import ArgumentParser
public import Desk
import Domain

/// How an answer is written.
public struct OutputOptions: ParsableArguments {
  /// The format.
  @Option(
    help: Help.help(
      "Podoba výstupu: table, json, ndjson, csv, md.", "Output: table, json, ndjson, csv or md."))
  public var format: OutputFormat = .table

  /// Creates options with their defaults, as the parser wants it.
  public init() {}

  /// Writes an answer to standard output.
  public func write(_ answer: Answer) {
    let width = Console.width
    Console.result(
      format.text(answer, in: Program.language, width: width, isStyled: Console.isStyled))
  }
}

extension OutputFormat: ExpressibleByArgument {}
