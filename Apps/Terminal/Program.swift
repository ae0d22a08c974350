public import ArgumentParser
public import Desk
public import Domain
import Foundation
import Storage

/// What both programs do around a command: choose a language, parse arguments, run, report an error
/// in one sentence and end with the right exit code.
public enum Program {
  /// The language of this run, known before the arguments are parsed.
  public static let language: Language = {
    var environment = ProcessInfo.processInfo.environment
    environment["SOULAD_LANG"] = Configuration.current.value("lang", variable: "SOULAD_LANG")
    return LanguageChoice.choose(arguments: CommandLine.arguments, environment: environment)
  }()

  /// Whether a script listens, so that errors are JSON objects: `--format json` or `ndjson`. Known
  /// before the arguments are parsed, because wrong arguments are an error too.
  public static let speaksJSON: Bool = {
    let formats = ["json", "ndjson"]
    let arguments = CommandLine.arguments
    let pairs = zip(arguments, arguments.dropFirst())
    return pairs.contains { $0 == "--format" && formats.contains($1) }
      || arguments.contains { argument in formats.contains { argument == "--format=\($0)" } }
  }()

  /// Writes an error where a person or a script expects it.
  public static func tell(_ report: ErrorReport) {
    Console.message(speaksJSON ? report.json(language) : report.message.text(language))
  }

  /// Runs the command that the arguments name, and ends the program.
  /// - Parameters:
  ///   - arguments: What was typed, as the parser is to understand it.
  ///   - meaning: What is to be typed for a word that is no command but names something.
  public static func run(
    _ root: any ParsableCommand.Type,
    _ arguments: [String] = Array(CommandLine.arguments.dropFirst()),
    meaning: (String) -> String? = { _ in nil }
  ) async -> Never {
    StandardStreams.reserve()
    // A reader that has seen enough is told by the write that fails, and is no error.
    signal(SIGPIPE, SIG_IGN)
    guard hasReadableArguments else {
      tell(.argumentsNotText)
      exit(ExitStatus.usage.rawValue)
    }
    if let unknown = unknownCommand(of: root) {
      tell(.unknownCommand(unknown.name, near: meaning(unknown.name) ?? unknown.near))
      exit(ExitStatus.usage.rawValue)
    }
    do {
      var command = try root.parseAsRoot(arguments)
      do {
        if var waiting = command as? any AsyncParsableCommand {
          try await waiting.run()
        } else {
          try command.run()
        }
        exit(ExitStatus.done.rawValue)
      } catch {
        exit(report(error, of: command, root))
      }
    } catch {
      exit(UsageReport(error, of: root, language).write())
    }
  }

  /// The first argument where it should name a command and does not, with what was probably meant.
  private static func unknownCommand(
    of root: any ParsableCommand.Type
  ) -> (name: String, near: String?)? {
    let commands = root.configuration.subcommands
    let known = commands.compactMap { $0.configuration.commandName } + ["help"]
    let words = Array(CommandLine.arguments.dropFirst().prefix(2))
    guard known.count > 1, let name = words.first == "help" ? words.last : words.first,
      !name.hasPrefix("-"), !known.contains(name)
    else { return nil }
    return (name, Spelling.nearest(to: name, in: known))
  }

  /// Whether all arguments are UTF-8. Swift mends those that are not, and a mended name would be
  /// written into the record or name another file.
  private static var hasReadableArguments: Bool {
    guard let bytes = try? Files.read("/proc/self/cmdline") else { return true }
    return String(validating: bytes, as: UTF8.self) != nil
  }

  private static func report(
    _ error: any Error, of command: any ParsableCommand, _ root: any ParsableCommand.Type
  ) -> Int32 {
    // Help and wrong arguments have codes of their own; an error of ours is a plain failure there.
    if error is ExitCode || root.exitCode(for: error) != .failure {
      return UsageReport(error, of: root, language).write()
    }
    let report = ErrorReport(error, file: (command as? any DatabaseCommand)?.database.path ?? "")
    tell(report)
    return report.exitCode.rawValue
  }
}
