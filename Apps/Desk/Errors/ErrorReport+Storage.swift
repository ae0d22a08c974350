import Domain
import Storage

extension ErrorReport {
  /// Describes why the storage refuses.
  init(storage error: StorageError) {
    switch error {
    case .missing, .exists, .notSoulad, .newerSchema, .busy, .keyMissing, .keyForeign, .damaged:
      self.init(database: error)
    case .badRegion, .noSuchRecord, .ambiguousRecord, .noSuchField, .badValue, .noConflict,
      .emptyQuestion:
      self.init(input: error)
    }
  }

  private init(database error: StorageError) {
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
    case .newerSchema(let path, let found, let known):
      self.init(
        "E_SCHEMA_NEWER", .badData, file: path,
        Label(
          "Databázi \(path) zapsala novější verze programu (\(found), tato zná \(known));"
            + " aktualizujte Soulad.",
          "The database \(path) was written by a newer version (\(found), this one knows \(known));"
            + " update Soulad."))
    case .busy(let path):
      self.init(
        "E_LOCKED", .busy, file: path,
        Label(
          "Do databáze \(path) právě zapisuje jiný program; zkuste to za chvíli znovu.",
          "Another program is writing to the database \(path); try again in a moment."))
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
    case let other:
      self.init(
        "E_CORRUPT_DB", .badData, place: "\(other)",
        Label(
          "Databáze je poškozená (\(other)); obnovte ji ze zálohy.",
          "The database is damaged (\(other)); restore it from a backup."))
    }
  }

  private init(input error: StorageError) {
    switch error {
    case .noSuchRecord(let text):
      self.init(
        "E_NO_RECORD", .noInput, place: text,
        Label(
          "Záznam \(text) neexistuje nebo je smazaný; identifikátory vypíše soulad list.",
          "There is no record \(text) or it is deleted; soulad query or list print identifiers."))
    case .ambiguousRecord(let text, let count):
      self.init(
        "E_AMBIGUOUS", .usage, place: text,
        Label(
          "Identifikátorem \(text) začíná více záznamů (\(count)); napište z něj víc znaků.",
          "Several records (\(count)) start with \(text); write more characters of it."))
    case .noSuchField(let name, let known):
      self.init(
        "E_NO_FIELD", .usage, place: name,
        Label(
          "Pole \(name) tu není; možná pole: \(known.joined(separator: ", ")).",
          "There is no field \(name); the fields are: \(known.joined(separator: ", "))."))
    case .badValue(let field, let text, let reason):
      self.init(
        "E_BAD_VALUE", .usage, place: field.name, ErrorReport.wording(field, text, reason))
    case .noConflict(let id, let field):
      self.init(
        "E_NO_CONFLICT", .usage, file: id.description, place: field,
        Label(
          "U záznamu \(id) není v poli \(field) co rozhodnout; viz soulad conflicts.",
          "There is nothing to settle in the field \(field) of \(id); see soulad conflicts."))
    case .badRegion(let name):
      self.init(
        "E_BAD_VALUE", .usage, place: name,
        Label(
          "Název území je prázdný nebo příliš dlouhý.", "The region's name is empty or too long."))
    default:
      self.init(
        "E_EMPTY_QUESTION", .usage,
        Label(
          "V dotazu není žádné slovo; napište, co hledáte.",
          "There is no word in the question; write what you look for."))
    }
  }

  private static func wording(
    _ field: Field, _ text: String, _ reason: Field.ReadingError
  ) -> Label {
    let (czech, english) =
      switch reason {
      case .notADate:
        (
          "napište datum jako 2020-06-10, 2020-09 nebo 2020",
          "write a date as 2020-06-10, 2020-09 or 2020"
        )
      case .notAnInteger: ("napište celé číslo", "write a whole number")
      case .notABoolean: ("napište ano nebo ne", "write true or false")
      case .notAChoice(let codes):
        (
          "možnosti: \(codes.joined(separator: ", "))",
          "choose from \(codes.joined(separator: ", "))"
        )
      case .notAnIdentifier: ("napište identifikátor záznamu", "write the identifier of a record")
      case .notWritable: ("toto pole zapisuje jen program", "only the program writes this field")
      }
    return Label(
      "Hodnota „\(text)“ není pro pole \(field.name) přípustná: \(czech).",
      "The value “\(text)” does not fit the field \(field.name): \(english).")
  }
}
