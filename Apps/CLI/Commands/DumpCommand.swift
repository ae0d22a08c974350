import ArgumentParser
import Storage
import Terminal

/// `soulad dump`: the whole merged state.
struct DumpCommand: DatabaseCommand {
  static let configuration = CommandConfiguration(
    commandName: "dump",
    abstract: Help.text(
      "Vypíše celý sloučený stav; databáze se stejnými změnami vypíší stejné bajty.",
      "Prints the whole merged state; replicas with the same changes print equal bytes."),
    discussion: Help.discussion(
      examples: "soulad dump > liberec.ndjson",
      "soulad dump | sha256sum"))

  /// The forms of a dump: one JSON object a line, or all of them in an array.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case ndjson
    case json
  }

  @Option(help: Help.help("Podoba výstupu.", "The output."))
  var format: Format = .ndjson
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    let isArray = format == .json
    var waiting = isArray ? "[" : ""
    var isFirst = true
    try database.open(for: .reading).dump { line in
      waiting += isArray ? (isFirst ? "\n" : ",\n") + line : line + "\n"
      isFirst = false
      guard waiting.utf8.count > 1 << 16 else { return }
      Console.result(waiting)
      waiting = ""
    }
    Console.result(waiting + (isArray ? "\n]\n" : ""))
  }
}
