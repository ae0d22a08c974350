import ArgumentParser
import Desk
import Domain
import Storage
import Sync
import Terminal

/// `soulad init`: a new replica of a region.
struct InitCommand: DatabaseCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: Help.text("Založí databázi území.", "Creates the database of a region."),
    discussion: Help.discussion(
      examples: "soulad init --region Liberec --db liberec.db"))

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var language: LanguageOptions
  @Option(help: Help.help("Název území, například města.", "The name of the region."))
  var region: String

  func run() throws {
    let replica = try Replica.create(at: database.path, region: region, clock: Clock.now)
    let made = Answer([
      .init("replica", Label("Databáze", "Replica"), .text(replica.id.description)),
      .init("region", Field.region.label, .text(replica.region)),
      .init("file", Label("Soubor", "File"), .text(database.path)),
    ])
    output.write(made) {
      Console.message(
        Label(
          "Databáze území \(replica.region) je založena v souboru \(database.path).",
          "The database of the region \(replica.region) was created in \(database.path)."))
      Console.result("\(replica.id)\n")
    }
  }
}
