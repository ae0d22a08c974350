/// Words that a search excludes by a hyphen, `soulad search byty -dluhy`, which a parser of
/// arguments would take for options of one letter each.
enum ExcludedWords {
  /// The arguments with `NOT` before each excluded word instead of its hyphen.
  static func spelledOut(in arguments: [String]) -> [String] {
    guard arguments.first == "search" else { return arguments }
    var isLiteral = false
    return arguments.flatMap { argument -> [String] in
      if argument == "--" { isLiteral = true }
      guard !isLiteral, isExcludedWord(argument) else { return [argument] }
      return ["NOT", String(argument.dropFirst())]
    }
  }

  /// One hyphen and a word of two letters or more: options have two hyphens, or one letter.
  private static func isExcludedWord(_ argument: String) -> Bool {
    let word = argument.dropFirst()
    return argument.hasPrefix("-") && !word.hasPrefix("-") && word.count > 1
      && !options.contains(String(word.prefix { $0 != "=" }))
  }

  /// Who writes an option with one hyphen is told so, and it is not searched for.
  private static let options: Set<String> = [
    "after", "bom", "db", "facets", "format", "help", "lang", "limit", "region",
  ]
}
