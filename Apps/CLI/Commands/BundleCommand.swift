import ArgumentParser
import Desk
import Domain
import Storage
import Sync
import Terminal

/// `soulad bundle`: exchange by files.
struct BundleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bundle",
    abstract: Help.text(
      "Vymění si změny souborem, například na flash disku.",
      "Exchanges changes by a file, on a USB stick for instance."),
    subcommands: [BundleWriteCommand.self, BundleReadCommand.self])
}

/// `soulad bundle write`: changes into a file.
struct BundleWriteCommand: DatabaseCommand {
  static let configuration = CommandConfiguration(
    commandName: "write",
    abstract: Help.text("Zapíše změny do souboru.", "Writes changes into a file."),
    discussion: Help.discussion(
      examples: "soulad bundle write /media/flash/liberec.soulad",
      "soulad bundle write /media/flash/liberec.soulad --for 7c1e"))

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var language: LanguageOptions
  @Option(
    name: .customLong("for"),
    help: Help.help(
      "Databáze, pro kterou balíček je (identifikátor nebo jeho začátek); vynechá se, co už má.",
      "The database that it is for (an identifier or its beginning); what it has is left out."))
  var recipient: String?
  @Flag(
    name: .customLong("internal"),
    help: Help.help(
      "Přidá i to, co je interní; přijme to jen jiná databáze téhož území.",
      "Adds what is internal; only another database of the same region takes it."))
  var isInternal = false
  @Argument(help: Help.help("Soubor balíčku.", "The bundle file."), completion: .file())
  var file: String

  func run() throws {
    let replica = try database.open(for: .reading)
    guard !replica.owns(file), try Bundle.mayOverwrite(file) else {
      throw ErrorReport.Failure(.mustNotOverwrite(file))
    }
    let known = try recipient.map {
      try replica.lastKnownVector(of: ReplicaID($0) ?? replica.member(named: $0))
    }
    let bundle = try replica.bundle(
      lackedBy: known ?? VersionVector(), scope: isInternal ? .internal : .shared)
    try Files.write(bundle.encoded(), to: file)
    let written = Answer([
      .init("file", Label("Soubor", "File"), .text(file)),
      .init("changes", Label("Změn", "Changes"), .count(bundle.changeCount)),
      .init("isComplete", Label("Úplný", "Complete"), .boolean(bundle.isComplete)),
    ])
    output.write(written) { tell(of: bundle) }
  }

  private func tell(of bundle: Bundle) {
    let count = bundle.changeCount
    let changes = Label(
      Plural.czech(count, "změna", "změny", "změn"), Plural.english(count, "change", "changes"))
    Console.message(
      Label(
        "Balíček \(file) je zapsán (\(changes.czech)).",
        "The bundle \(file) was written (\(changes.english))."))
    guard !bundle.isComplete else { return }
    Console.message(
      Label(
        "Vešla se jen část; až ji druhá strana načte a pošle svůj balíček, zapište další.",
        "Only a part had room; write another once the other side has read it and sent its own."))
  }
}

extension Bundle {
  /// Whether a bundle may be written to a path: where there is nothing yet, or an older bundle.
  fileprivate static func mayOverwrite(_ path: String) throws -> Bool {
    guard Files.exists(path) else { return true }
    let start = try Files.read(path, limit: SyncLimits.bundleBytes).prefix(magic.count)
    return start.elementsEqual(magic)
  }
}

/// `soulad bundle read`: changes from a file.
struct BundleReadCommand: DatabaseCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: Help.text(
      "Ověří balíček a přijme z něj, co je nové.", "Verifies a bundle and takes what is new."),
    discussion: Help.discussion(
      examples: "soulad bundle read /media/flash/žatec.soulad"))

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var language: LanguageOptions
  @Argument(help: Help.help("Soubor balíčku.", "The bundle file."), completion: .file())
  var file: String

  func run() throws {
    let bytes = try Files.read(file, limit: SyncLimits.bundleBytes)
    do {
      let replica = try database.open(for: .writing)
      let renewal = replica.renewal
      let report = try replica.apply(Bundle(decoding: bytes))
      try replica.acknowledge(clock: Clock.now, after: Replica.acknowledgementPause)
      database.tellRenewal(of: replica, after: renewal)
      output.write(report.answer) { Console.message(report.sentence) }
    } catch let error as SyncError {
      throw ErrorReport.Failure(ErrorReport(error, file: file))
    }
  }
}
