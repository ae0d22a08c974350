import Domain
import Sync
import SyncHTTP

extension ErrorReport {
  /// Describes why changes from elsewhere are refused.
  init(sync error: SyncError, file: String) {
    if error.isForeignFile, !file.isEmpty {
      self.init(
        error.code.rawValue, .badData, file: file, place: error.place,
        Label(
          "Soubor \(file) není balíček Souladu; vyberte ten, který zapsal soulad bundle write."
            + " Nic z toho se nezapsalo.",
          "The file \(file) is no bundle of Soulad; choose one that soulad bundle write wrote."
            + " Nothing of it was written."))
      return
    }
    let what = ErrorReport.wording(of: error)
    let from = error.replica.map { "\($0)" } ?? ""
    let place = error.sequence.map { "\(from)/\($0)" } ?? (from.isEmpty ? error.place : from)
    let source =
      file.isEmpty
      ? Label("Přijaté změny", "The changes received")
      : Label(
        "Balíček \(file)", "The bundle \(file)")
    let suffix = place.isEmpty ? "" : " (\(place))"
    self.init(
      error.code.rawValue, .badData, file: file, place: place,
      Label(
        "\(source.czech)\(suffix): \(what.czech) Nic z toho se nezapsalo.",
        "\(source.english)\(suffix): \(what.english) Nothing of it was written."))
  }

  private static func wording(of error: SyncError) -> Label {
    switch error.code {
    case .truncated:
      Label(
        "obsah je useknutý; zkopírujte jej znovu.", "the content is cut short; copy it again.")
    case .hash:
      Label(
        "obsah je poškozený; zkopírujte jej znovu.", "the content is damaged; copy it again.")
    case .signature:
      Label(
        "podpis nesouhlasí, změny nejsou od toho, kdo je za nimi uveden.",
        "a signature is wrong, the changes are not from whom they say.")
    case .unknownKey:
      Label(
        "chybí představení autora změn; vyžádejte si úplný balíček.",
        "the author of the changes is unknown; ask for a complete bundle.")
    case .gap:
      Label(
        "navazuje na změny, které tu nejsou; vyžádejte si úplný balíček.",
        "it builds on changes that are not here; ask for a complete bundle.")
    case .fork:
      Label(
        "jedna databáze vydala dvě různé historie, patrně byla zkopírována nebo obnovena.",
        "one database issued two different histories; it was probably copied or restored.")
    case .version:
      Label(
        "je z novější verze programu; aktualizujte Soulad.",
        "it comes from a newer version; update Soulad.")
    case .wrongRegion:
      Label(
        "je v něm, co je interní pro jiné území.", "it holds what is internal to another region.")
    case .tooBig:
      Label("je větší, než je dovoleno.", "it is larger than allowed.")
    default:
      Label("obsah není srozumitelný.", "the content cannot be understood.")
    }
  }
}

extension SyncError {
  /// Whether the bytes do not even begin like a bundle.
  fileprivate var isForeignFile: Bool { code == .format && place == "bundle:magic" }
}
