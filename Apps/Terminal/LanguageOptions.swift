public import ArgumentParser
public import Domain

/// The language, accepted by every command; it takes effect before the arguments are parsed.
public struct LanguageOptions: ParsableArguments {
  /// The language.
  @Option(
    help: Help.help("Jazyk zpráv a tabulek: cs, en.", "Language of messages and tables: cs, en."))
  public var lang: Language?

  /// Creates options without values, as the parser wants it.
  public init() {}
}

// swift-format-ignore: AvoidRetroactiveConformances
extension Language: @retroactive ExpressibleByArgument {}
