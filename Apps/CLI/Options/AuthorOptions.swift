import ArgumentParser
import Terminal

/// Who writes.
struct AuthorOptions: ParsableArguments {
  @Option(
    name: .customLong("author"),
    help: Help.help(
      "Jméno toho, kdo změnu provádí; jinak platí proměnná SOULAD_AUTHOR.",
      "The name of who makes the change; otherwise the variable SOULAD_AUTHOR."))
  var name: String?

  /// The name; empty when nobody set one.
  var author: String {
    name ?? Configuration.current.value("author", variable: "SOULAD_AUTHOR") ?? ""
  }
}
