public import ArgumentParser
public import Domain

/// The language, accepted by every command; it takes effect before the arguments are parsed.
public struct LanguageOptions: ParsableArguments {
  /// The language.
  @Option(
    help: Help.help("Jazyk zpráv a tabulek.", "The language of messages and tables."))
  public var lang: Language?

  /// Creates options without values, as the parser wants it.
  public init() {}
}

// swift-format-ignore: AvoidRetroactiveConformances
extension Language: @retroactive ExpressibleByArgument {}
