public import ArgumentParser
public import Storage

/// A command that works on a database.
public protocol DatabaseCommand: ParsableCommand {
  /// Which database.
  var database: DatabaseOptions { get }
}

/// Which database.
public struct DatabaseOptions: ParsableArguments {
  /// The path of the file.
  @Option(
    help: Help.help(
      "Soubor databáze; jinak platí proměnná SOULAD_DB nebo db v nastavení.",
      "The database file; otherwise the variable SOULAD_DB or db in the configuration."),
    completion: .file(extensions: ["db"]))
  public var db: String?

  /// Creates options without values, as the parser wants it.
  public init() {}

  /// Refuses a command line without a database.
  public mutating func validate() throws {
    db = db ?? Configuration.current.value("db", variable: "SOULAD_DB")
    guard (db ?? "").isEmpty else { return }
    throw ValidationError(
      Help.text(
        "Chybí databáze: přidejte --db SOUBOR nebo nastavte proměnnou SOULAD_DB.",
        "No database: add --db FILE or set the variable SOULAD_DB."))
  }

  /// The path of the file.
  public var path: String { db ?? "" }

  /// Opens the database; says so when it writes under a new identity.
  public func open(for access: Replica.Access) throws -> Replica {
    let replica = try Replica(opening: path, for: access)
    tellRenewal(of: replica)
    return replica
  }

  /// Says so when a replica got another identity than it had, under which it was told before.
  public func tellRenewal(of replica: Replica, after told: Renewal? = nil) {
    guard let renewal = replica.renewal, renewal != told else { return }
    Console.message(renewal.note(on: path))
  }
}

/// A database that a command takes and does without, so that scripts may pass it to all of them.
public struct UnneededDatabase: ParsableArguments {
  /// The path of a file.
  @Option(help: .hidden)
  public var db: String?

  /// Creates options without values, as the parser wants it.
  public init() {}
}
