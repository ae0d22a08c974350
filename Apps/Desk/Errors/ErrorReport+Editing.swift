import Domain
import Storage

/// What a person or a script asked for and cannot have.
extension ErrorReport {
  /// Describes why a record cannot be had or changed.
  init(record error: StorageError) {
    switch error {
    case .noSuchRecord(let text):
      self.init(
        "E_NO_RECORD", .noInput, place: text,
        Label(
          "Záznam „\(text)“ neexistuje nebo je smazaný; identifikátory vypíše soulad list.",
          "There is no record “\(text)” or it is deleted; soulad list prints identifiers."))
    case .ambiguousRecord(let text, let candidates, let areAll):
      let known = candidates.map { String($0.description.prefix(max(8, text.count + 2))) }
      let list = known.joined(separator: ", ") + (areAll ? "" : ", …")
      self.init(
        "E_AMBIGUOUS", .usage, place: text,
        Label(
          "Na \(text) začíná více identifikátorů (\(list)); napište víc znaků.",
          "Several identifiers start with \(text) (\(list)); write more characters."))
    case .recordExists(let id):
      self.init(
        "E_RECORD_EXISTS", .badData, place: id.description,
        Label(
          "Takový záznam už existuje (\(id)); upravte jej příkazem soulad edit.",
          "There is such a record already (\(id)); change it with soulad edit."))
    case .noConflict(let id, let field):
      self.init(
        "E_NO_CONFLICT", .usage, place: "\(id)/\(field)",
        Label(
          "U záznamu \(id) není v poli \(field) co rozhodnout; viz soulad conflicts.",
          "There is nothing to settle in the field \(field) of \(id); see soulad conflicts."))
    case .unsettled(let id, let field):
      self.init(
        "E_UNSETTLED", .usage, place: "\(id)/\(field)",
        Label(
          "Záznam \(id) nelze sdílet, dokud není rozhodnuto pole \(field); viz soulad conflicts.",
          "\(id) cannot be shared before its field \(field) is settled; see soulad conflicts."))
    case .internalReference(let id, let field):
      self.init(
        "E_INTERNAL", .usage, place: "\(id)/\(field)",
        Label(
          "Záznam \(id) uvádí v poli \(field) jiný interní záznam; sdílejte oba najednou.",
          "\(id) names another internal record in its field \(field); share both at once."))
    default:
      self.init("E_STORAGE", .other, Label("\(error)", "\(error)"))
    }
  }

  /// Describes why a record cannot be written as it was typed.
  init(entry error: StorageError) {
    switch error {
    case .notAddable(let kind):
      self.init(
        "E_BAD_VALUE", .usage, place: kind.name,
        Label(
          "Záznam druhu \(kind.name) vzniká ze souboru; načtěte jej příkazem soulad import.",
          "A record of kind \(kind.name) is made from a file; read it with soulad import."))
    case .notAPerson(let id):
      self.init(
        "E_BAD_VALUE", .usage, place: id.description,
        Label(
          "Záznam \(id) nejmenuje žádnou osobu; uveďte osobu, účast nebo kontakt.",
          "The record \(id) names no person; give a person, an attendance or a contact."))
    case .nothingToAdd:
      self.init(
        "E_BAD_VALUE", .usage,
        Label(
          "Nový záznam nemá žádnou hodnotu; napište aspoň jedno pole=hodnota.",
          "The new record has no value; write at least one field=value."))
    case .fieldTwice(let name):
      self.init(
        "E_BAD_VALUE", .usage, place: name,
        Label(
          "Pole \(name) je zadáno dvakrát; napište je jednou.",
          "The field \(name) is given twice; write it once."))
    case .badRegion(let name):
      self.init(
        "E_BAD_VALUE", .usage, place: name,
        Label(
          "Název území musí být jeden řádek o 1 až 200 bajtech.",
          "The region's name must be one line of 1 to 200 bytes."))
    case .badAuthor(let name):
      self.init(
        "E_BAD_VALUE", .usage, place: name,
        Label(
          "Jméno autora musí být jeden řádek o nejvýše 200 bajtech.",
          "The author's name must be one line of at most 200 bytes."))
    default:
      self.init("E_STORAGE", .other, Label("\(error)", "\(error)"))
    }
  }

  /// Describes why what was typed does not fit.
  init(input error: StorageError) {
    switch error {
    case .noSuchField(let name, let known):
      let (czech, english) = (known.map(\.czech), known.map(\.english))
      // Who writes a name nearly right is told that, whatever the language.
      let near = Spelling.nearest(to: name, in: english)
      let nearCzech = Spelling.nearest(to: name, in: czech) ?? near
      self.init(
        "E_NO_FIELD", .usage, place: name,
        Label(
          "Pole \(name) tu není\(nearCzech.map { ", mysleli jste \($0)?" } ?? ".")"
            + " Možná pole: \(czech.joined(separator: ", ")).",
          "There is no field \(name)\(near.map { ", did you mean \($0)?" } ?? ".")"
            + " The fields are: \(english.joined(separator: ", "))."))
    case .badValue(let field, let text, let reason):
      self.init(
        "E_BAD_VALUE", .usage, place: field.name, ErrorReport.wording(field, text, reason))
    case .notASelect:
      self.init(
        "E_SQL", .usage,
        Label(
          "To není dotaz SQL, který jen čte; napište jeden příkaz SELECT.",
          "That is no question in SQL that only reads; write one SELECT."))
    case .badSQL(let words):
      self.init(
        "E_SQL", .usage, place: words,
        Label(
          "Dotaz SQL nelze položit (\(words)); napište jeden příkaz SELECT.",
          "The question in SQL cannot be asked (\(words)); write one SELECT."))
    case .tooSlow:
      self.init(
        "E_SLOW", .other,
        Label(
          "Dotaz trval příliš dlouho nebo dal příliš mnoho řádků; zužte jej.",
          "The question took too long or gave too many rows; narrow it down."))
    default:
      self.init(
        "E_EMPTY_QUESTION", .usage,
        Label(
          "V dotazu není žádné slovo; napište, co hledáte.",
          "There is no word in the question; write what you look for."))
    }
  }

  /// The choices as a Czech person writes them.
  private static func labels(of codes: [String], _ field: Field) -> [String] {
    guard case .choice(let list) = field.type else { return codes }
    return codes.map { list.label(of: $0)?.czech ?? $0 }
  }

  private static func wording(
    _ field: Field, _ text: String, _ reason: Field.ReadingError
  ) -> Label {
    switch reason {
    case .notWritable:
      return Label(
        "Pole \(field.name) zapisuje jen program; ručně je změnit nelze.",
        "Only the program writes the field \(field.name); it cannot be changed by hand.")
    case .missing:
      return Label(
        "Bez pole „\(field.label.czech)“ záznam nic neříká; doplňte \(field.name)=hodnota.",
        "A record says nothing without the field \(field.name); write \(field.name)=value.")
    default: break
    }
    let (czech, english) =
      switch reason {
      case .notACompanyNumber:
        (
          "napište IČO, osm číslic se správnou kontrolní číslicí",
          "write eight digits with a right check digit"
        )
      case .notOfKind(let kind):
        ("to není záznam druhu \(kind)", "that is no record of kind \(kind)")
      case .notADate:
        (
          "napište datum jako 10. 6. 2020, září 2020, 2020-06-10 nebo 2020",
          "write a date as 2020-06-10, 2020-09 or 2020"
        )
      case .notOneLine: ("napište jeden řádek textu", "write one line of text")
      case .tooSmall(let least): ("napište aspoň \(least)", "write at least \(least)")
      case .beforeStart(let start):
        ("je před začátkem \(start)", "that is before the start \(start)")
      case .notComparable:
        (
          "před a po lze porovnat jen data a čísla",
          "only dates and numbers come before or after"
        )
      case .notAnInteger: ("napište celé číslo", "write a whole number")
      case .notABoolean: ("napište ano nebo ne", "write true or false")
      case .notAChoice(let codes):
        (
          "možnosti: \(ErrorReport.labels(of: codes, field).joined(separator: ", "))",
          "choose from \(codes.joined(separator: ", "))"
        )
      case .notAnIdentifier: ("napište identifikátor záznamu", "write the identifier of a record")
      case .sameRecord: ("napište jiný záznam", "write another record")
      case .notWritable, .missing: ("", "")
      }
    return Label(
      "Hodnota „\(text)“ není pro pole „\(field.label.czech)“ přípustná: \(czech).",
      "The value “\(text)” does not fit the field \(field.name): \(english).")
  }
}
