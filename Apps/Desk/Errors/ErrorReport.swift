public import Domain

/// An error as a person and a script get it: one sentence that says which file, which place, what
/// is wrong and what to do, and a stable code.
public struct ErrorReport: Sendable {
  /// The stable code, as `E_ZIP_CORRUPT`.
  public let code: String
  /// The exit code, after sysexits(3).
  public let exitCode: ExitStatus
  /// The file that the error is about; empty when there is none.
  public let file: String
  /// The place in the file; empty when there is none.
  public let place: String
  /// The sentence in both languages.
  public let message: Label

  init(
    _ code: String, _ exitCode: ExitStatus, file: String = "", place: String = "", _ message: Label
  ) {
    self.code = code
    self.exitCode = exitCode
    self.file = file
    self.place = place
    self.message = message
  }

  /// Describes wrong usage of a command, in words that fit the language already.
  public static func usage(_ text: String) -> ErrorReport {
    ErrorReport("E_USAGE", .usage, Label(text, text))
  }

  /// Describes a command that there is not.
  public static func unknownCommand(_ name: String, near: String?) -> ErrorReport {
    ErrorReport(
      "E_USAGE", .usage, place: name,
      Label(
        "Chyba: příkaz „\(name)“ tu není\(near.map { ", mysleli jste \($0)?" } ?? ".")"
          + " Příkazy vypíše soulad --help.",
        "Error: there is no command “\(name)”\(near.map { ", did you mean \($0)?" } ?? ".")"
          + " soulad --help lists the commands."))
  }

  /// The error as a JSON object.
  public func json(_ language: Language) -> String {
    var writer = JSONWriter()
    write(to: &writer, language)
    return writer.text
  }

  /// Writes the error as a JSON object.
  func write(to writer: inout JSONWriter, _ language: Language) {
    writer.object { writer in
      for (key, value) in [
        ("code", code), ("file", file), ("place", place), ("message", message.text(language)),
      ] {
        writer.key(key)
        writer.string(value)
      }
    }
  }
}

/// Exit codes, after sysexits(3).
public enum ExitStatus: Int32, Sendable {
  /// Done.
  case done = 0
  /// Anything else.
  case other = 1
  /// The command was used wrongly (EX_USAGE).
  case usage = 64
  /// The data are bad (EX_DATAERR).
  case badData = 65
  /// There is no such input (EX_NOINPUT).
  case noInput = 66
  /// The other side cannot be reached (EX_UNAVAILABLE).
  case unavailable = 69
  /// Reading or writing failed (EX_IOERR).
  case inputOutput = 74
  /// Another program is busy with it; try again (EX_TEMPFAIL).
  case busy = 75
  /// Not permitted (EX_NOPERM).
  case notPermitted = 77
}
