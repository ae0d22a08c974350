public import Domain

/// Which language a program speaks: `--lang`, else the environment, else Czech.
public enum LanguageChoice {
  /// Chooses by the arguments and the environment of a program.
  ///
  /// The arguments are looked through before they are parsed, because help and messages about wrong
  /// arguments need a language too.
  public static func choose(arguments: [String], environment: [String: String]) -> Language {
    if let asked = asked(arguments) { return asked }
    for name in ["SOULAD_LANG", "LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = environment[name], !value.isEmpty else { continue }
      return value.hasPrefix("en") ? .english : .czech
    }
    return .czech
  }

  private static func asked(_ arguments: [String]) -> Language? {
    for (place, argument) in arguments.enumerated() {
      if argument == "--lang", place + 1 < arguments.count {
        return Language(rawValue: arguments[place + 1])
      }
      if argument.hasPrefix("--lang=") {
        return Language(rawValue: String(argument.dropFirst("--lang=".count)))
      }
    }
    return nil
  }
}
