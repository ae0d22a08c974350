import Domain
import Storage

extension ErrorReport {
  /// Describes why the storage refuses.
  /// - Parameter file: The database that was being worked on.
  init(storage error: StorageError, file: String) {
    switch error {
    case .missing, .exists, .notSoulad, .newerSchema, .outdated, .busy, .keyMissing, .keyForeign,
      .damaged, .badCopy:
      self.init(database: error, file: file)
    case .noSuchRecord, .ambiguousRecord, .recordExists, .noConflict, .unsettled,
      .internalReference:
      self.init(record: error)
    case .enrolledBeforeRenewal(let hub):
      self = .enrolledBeforeRenewal(hub: hub)
    case .badRegion, .badAuthor, .nothingToAdd, .notAddable, .fieldTwice,
      .notAPerson:
      self.init(entry: error)
    case .noSuchField, .badValue,
      .emptyQuestion, .badSQL, .notASelect, .tooSlow:
      self.init(input: error)
    }
  }

  private init(database error: StorageError, file: String) {
    switch error {
    case .missing(let path):
      self.init(
        "E_NO_INPUT", .noInput, file: path,
        Label(
          "Databáze \(path) neexistuje; založte ji příkazem soulad init.",
          "There is no database \(path); create it with soulad init."))
    case .exists(let path):
      self.init(
        "E_EXISTS", .inputOutput, file: path,
        Label(
          "Soubor \(path) už existuje; zvolte jiný název.",
          "The file \(path) exists already; choose another name."))
    case .notSoulad(let path):
      self.init(
        "E_NOT_SOULAD", .badData, file: path,
        Label(
          "Soubor \(path) není databáze Souladu; nic se v něm nezměnilo, zkontrolujte cestu.",
          "The file \(path) is no Soulad database; nothing in it was changed, check the path."))
    case .newerSchema, .outdated:
      self.init(version: error)
    case .busy(let path):
      self.init(
        "E_LOCKED", .busy, file: path,
        Label(
          "Do databáze \(path) zapisuje jiný program, třeba soulad-server; zkuste to za chvíli"
            + " znovu, nebo ho ukončete.",
          "Another program writes to the database \(path), perhaps soulad-server; try again in a"
            + " moment, or end it."))
    case .keyMissing(let path):
      self.init(
        "E_KEY", .notPermitted, file: path,
        Label(
          "Chybí klíč \(path), bez něj nelze do této databáze zapisovat; vraťte jej na místo.",
          "The key \(path) is missing and without it nothing can be written; put it back."))
    case .keyForeign(let path):
      self.init(
        "E_KEY", .notPermitted, file: path,
        Label(
          "Klíč \(path) patří jiné databázi; vraťte na místo ten správný.",
          "The key \(path) belongs to another database; put the right one in its place."))
    case .badCopy(let path):
      self.init(
        "E_CORRUPT_DB", .badData, file: path,
        Label(
          "Záloha \(path) se nezapsala, protože kopie neprošla kontrolou; spusťte soulad verify.",
          "The backup \(path) was not written, its check failed; run soulad verify."))
    case .damaged(let place):
      self.init(
        "E_CORRUPT_DB", .badData, file: file, place: place,
        Label(
          "Databáze \(file) je poškozená (\(place)); obnovte ji ze zálohy.",
          "The database \(file) is damaged (\(place)); restore it from a backup."))
    default:
      self.init("E_STORAGE", .other, file: file, Label("\(error)", "\(error)"))
    }
  }

  private init(version error: StorageError) {
    switch error {
    case .newerSchema(let path, let found, let known):
      self.init(
        "E_SCHEMA_NEWER", .badData, file: path,
        Label(
          "Databázi \(path) zapsala novější verze programu (\(found), tato zná \(known));"
            + " aktualizujte Soulad.",
          "The database \(path) was written by a newer version (\(found), this knows \(known));"
            + " update Soulad."))
    case .outdated(let path):
      self.init(
        "E_SCHEMA_OLDER", .notPermitted, file: path,
        Label(
          "Databázi \(path) upravila naposledy jiná verze programu a teď do ní nelze zapisovat;"
            + " zkopírujte ji tam, kde to jde.",
          "The database \(path) was last written by another version and cannot be written to now;"
            + " copy it to where it can."))
    default:
      self.init("E_STORAGE", .other, Label("\(error)", "\(error)"))
    }
  }
}
