public import Domain
public import Storage
public import Sync

extension ErrorReport {
  /// Describes a database whose log does not stand up to its signatures.
  public static func damagedLog(_ path: String, _ error: SyncError) -> ErrorReport {
    let place = error.replica.map { "\($0)/\(error.sequence ?? 0)" } ?? error.place
    return ErrorReport(
      error.code.rawValue, .badData, file: path, place: place,
      Label(
        "V databázi \(path) nesouhlasí změna \(place) se svým podpisem; obnovte ji ze zálohy.",
        "The change \(place) in \(path) does not fit its signature; restore it from a backup."))
  }

  /// Whether a database is damaged.
  public var isDamage: Bool { code == "E_CORRUPT_DB" }

  /// Describes a database that cannot be mended in its place.
  public static func beyondRepair(_ path: String) -> ErrorReport {
    ErrorReport(
      "E_CORRUPT_DB", .badData, file: path,
      Label(
        "Soubor \(path) je poškozený a na místě jej opravit nelze; obnovte zálohu, nebo změny"
          + " přeneste do nové databáze (soulad bundle write, soulad init, soulad bundle read).",
        "The file \(path) is damaged and cannot be mended in its place; restore a backup, or carry"
          + " its changes to a new database (soulad bundle write, soulad init, soulad bundle read)."
      )
    )
  }

  /// Describes a database that did not pass its check.
  public static func damagedDatabase(
    _ path: String, problems: Int, isMendable: Bool
  ) -> ErrorReport {
    let advice =
      isMendable
      ? Label("napraví ji soulad repair", "soulad repair mends it")
      : Label("obnovte ji ze zálohy", "restore it from a backup")
    return ErrorReport(
      "E_CORRUPT_DB", .badData, file: path, place: String(problems),
      Label(
        "Databáze \(path) není v pořádku (závad: \(problems)); \(advice.czech).",
        "The database \(path) is not sound (\(problems) problems); \(advice.english)."))
  }
}

extension VerifyReport.Problem {
  /// The problem in a sentence.
  public var wording: Label {
    switch self {
    case .file(let words):
      Label("Soubor je poškozený: \(words).", "The file is damaged: \(words).")
    case .checkpoint:
      Label(
        "Stav, který vznikl ze zhuštěných změn, není ten, který byl tehdy podepsán.",
        "The state that the folded changes made is not the one that was signed then.")
    case .state(let record):
      Label(
        "Stav záznamu \(record) neodpovídá změnám.",
        "The state of the record \(record) is not what the changes make.")
    case .words(let record):
      Label(
        "Ze záznamu \(record) nezmizelo, co má být vymazáno.",
        "What is to be erased is still there in the record \(record).")
    case .table(let name):
      Label(
        "Tabulka \(name) neodpovídá záznamům.", "The table \(name) is not what the records make.")
    case .declaration(let name):
      Label(
        "Tabulka, pohled nebo pojistka \(name) chybí nebo není, jak má být.",
        "The table, view or guard \(name) is missing or not as it must be.")
    }
  }
}
