public import ArgumentParser
import Desk
public import Domain

/// Help, the version and messages about wrong arguments, with the parser's own English headings in
/// the language of the run.
public struct UsageReport {
  private let text: String
  private let code: Int32

  init(_ error: any Error, of root: any ParsableCommand.Type, _ language: Language) {
    code = root.exitCode(for: error).rawValue
    let message = root.fullMessage(for: error)
    let translated = language == .czech ? UsageReport.translate(message) : message
    text = UsageReport.withoutRepeatedChoices(translated)
  }

  /// The message without the help of an argument whose choices it has named already.
  private static func withoutRepeatedChoices(_ message: String) -> String {
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.first, first.contains("ožnosti: ") || first.contains("hoose from ")
    else { return message }
    return lines.filter { !$0.hasPrefix("Nápověda:") && !$0.hasPrefix("Help:") }
      .joined(separator: "\n")
  }

  /// The help of a command of a program in a language.
  public static func help(
    of command: any ParsableCommand.Type, in root: any ParsableCommand.Type, _ language: Language
  ) -> String {
    let message = root.helpMessage(for: command)
    return language == .czech ? translate(message) : message
  }

  /// Writes the report where it belongs and returns the exit code.
  func write() -> Int32 {
    guard !text.isEmpty else { return code }
    if code == 0 {
      Console.result(text + "\n")
    } else if Program.speaksJSON {
      Program.tell(.usage(text))
    } else {
      Console.message(text)
    }
    return code
  }

  /// The headings and the messages of swift-argument-parser 1.8 that office people meet.
  private static let wordings = [
    ("OVERVIEW: ", ""), ("USAGE: ", "POUŽITÍ: "), ("Usage: ", "Použití: "),
    ("ARGUMENTS:", "ARGUMENTY:"), ("OPTIONS:", "VOLBY:"), ("SUBCOMMANDS:", "PŘÍKAZY:"),
    ("Error: ", "Chyba: "), ("Show help information.", "Vypíše tuto nápovědu."),
    ("Show the version.", "Vypíše verzi."), ("; default:", "; výchozí:"),
    ("<subcommand>", "<příkaz>"), ("(default", "(výchozí"), ("Help:", "Nápověda:"),
    ("' or '", "' nebo '"), ("' and '", "' a '"), ("(values:", "(možnosti:"),
    ("  See '", "  Více vypíše „"), ("' for more information.", "“."),
    ("' for detailed help.", "“."),
    ("Missing expected argument ", "Chybí argument "), ("Unknown option ", "Neznámá volba "),
    ("Missing value for ", "Chybí hodnota pro "), ("Did you mean ", "Mysleli jste "),
    (" unexpected arguments: ", " argumenty navíc: "), ("Unexpected argument ", "Argument navíc: "),
    ("The value ", "Hodnota "), (" is invalid for ", " není přípustná pro "),
    ("Please provide one of the following:", "Zvolte jednu z těchto:"),
    ("Please provide one of ", "Zvolte jednu z "),
  ]

  private static func translate(_ message: String) -> String {
    let translated = wordings.reduce(message) { text, wording in
      text.replacing(wording.0, with: wording.1)
    }
    let lines = translated.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { $0.hasPrefix("Chyba:") ? czechQuotes(in: $0) : String($0) }
      .joined(separator: "\n")
  }

  /// The line with its pairs of apostrophes as Czech quotation marks.
  private static func czechQuotes(in line: Substring) -> String {
    let pieces = line.split(separator: "'", omittingEmptySubsequences: false)
    guard pieces.count > 1, pieces.count % 2 == 1 else { return String(line) }
    return pieces.enumerated().reduce("") { text, piece in
      text + (piece.offset == 0 ? "" : piece.offset % 2 == 1 ? "„" : "“") + piece.element
    }
  }
}
