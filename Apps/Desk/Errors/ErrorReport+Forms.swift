import Domain

/// Why a desk does not do what a form of its pages asks for.
extension ErrorReport {
  /// A body that no page of the desk sends.
  public static let notAForm = ErrorReport(
    "E_FORM", .badData,
    Label("Sem patří jen vyplněný formulář.", "Only a form that was filled in belongs here."))

  /// A form of an earlier run of the program, or of somebody else's page.
  public static let staleForm = ErrorReport(
    "E_FORM", .notPermitted,
    Label(
      "Formulář je z\u{A0}dřívějška: program byl mezitím spuštěn znovu. Vraťte se o\u{A0}stránku"
        + " zpět, načtěte ji znovu a\u{A0}zopakujte změnu.",
      "The form is of an earlier time: the program was started anew meanwhile. Go back one page,"
        + " load it again and repeat the change."))

  /// A document that is more than the record takes in one.
  static func tooMuch(_ path: String) -> ErrorReport {
    ErrorReport(
      "E_TOO_BIG", .badData, file: path,
      Label(
        "Soubor \(path) je větší, než se do záznamu vejde (64 MB, textu 8 MB); rozdělte ho.",
        "The file \(path) is larger than the record takes (64 MB, 8 MB of text); divide it."))
  }

  /// An exchange with a hub while another is not at its end.
  public static let exchangeUnderway = ErrorReport(
    "E_EXCHANGING", .busy,
    Label(
      "Výměna se serverem už běží; počkejte, až skončí. Opravovat a\u{A0}přidávat můžete dál.",
      "An exchange with the server is underway; wait for its end. You can go on correcting and"
        + " adding."))

  /// A form for files that comes without one.
  public static let noFile = ErrorReport(
    "E_NO_FILE", .usage,
    Label("Vyberte aspoň jeden soubor.", "Choose at least one file."))

  /// Files that are more than is taken at once.
  /// - Parameter most: The bytes that are.
  public static func tooManyBytes(most: Int) -> ErrorReport {
    ErrorReport(
      "E_TOO_BIG", .badData,
      Label(
        "Najednou jde poslat nejvýš \(most >> 20) MB; pošlete soubory po částech.",
        "At most \(most >> 20) MB can be sent at once; send the files in parts."))
  }

  /// A form without the name of who writes.
  public static let noAuthor = ErrorReport(
    "E_AUTHOR", .usage,
    Label(
      "Napište, kdo změnu zapisuje: ostatní uvidí, od koho je.",
      "Write who makes the change: the others will see whose it is."))
}
