public import ArgumentParser

/// Who writes.
public struct AuthorOptions: ParsableArguments {
  /// The name, where the command line says it.
  @Option(
    name: .customLong("author"),
    help: Help.help(
      "Jméno toho, kdo změnu provádí; jinak platí proměnná SOULAD_AUTHOR.",
      "The name of who makes the change; otherwise the variable SOULAD_AUTHOR."))
  public var name: String?

  /// Creates options without values, as the parser wants it.
  public init() {}

  /// The name; empty when nobody set one.
  public var author: String {
    name ?? Configuration.current.value("author", variable: "SOULAD_AUTHOR") ?? ""
  }
}
