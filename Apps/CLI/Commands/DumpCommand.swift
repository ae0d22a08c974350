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

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    var waiting = ""
    try database.open(for: .reading).dump { line in
      waiting += line + "\n"
      guard waiting.utf8.count > 1 << 16 else { return }
      Console.result(waiting)
      waiting = ""
    }
    Console.result(waiting)
  }
}
