import Domain
import Storage

extension ErrorReport {
  /// Describes why rights at a hub are not given or changed.
  init(rights error: HubRightsError) {
    switch error {
    case .badCode:
      self.init(
        "E_CODE", .notPermitted,
        Label(
          "Kód pozvání neplatí: byl opsán s chybou, použit, nebo vypršel; požádejte o nový.",
          "The code is not good: misspelt, used or expired; ask for a new one."))
    case .otherRegion(let invited, let own):
      self.init(
        "E_WRONG_REGION", .notPermitted, place: own,
        Label(
          "Pozvání je pro území \(invited), ale tato databáze patří k území \(own).",
          "The invitation is for \(invited), but this database belongs to \(own)."))
    case .enrolledAlready(let replica):
      self.init(
        "E_ENROLLED", .notPermitted, place: "\(replica)",
        Label(
          "Tento úřad už přihlášen je; stačí soulad sync.",
          "This office is enrolled already; soulad sync is all it takes."))
    case .unknown(let name):
      self.init(
        "E_UNKNOWN", .noInput, place: name,
        Label(
          "„\(name)“ neznám nebo to není jednoznačné; podívejte se do výpisu.",
          "“\(name)” is not known or not unique; look at the list."))
    case .nameTaken(let name):
      self.init(
        "E_EXISTS", .usage, place: name,
        Label(
          "Klíč „\(name)“ už existuje; zvolte jiný název.",
          "There is a token “\(name)” already; choose another name."))
    case .badName(let name):
      self.init(
        "E_NAME", .usage, place: name,
        Label(
          "Název má být neprázdný a na jednom řádku.", "A name is one line that is not empty."))
    case .newer:
      self.init(
        "E_SCHEMA_NEWER", .badData,
        Label(
          "Přístupy zapsala novější verze programu; aktualizujte Soulad.",
          "The rights were written by a newer version; update Soulad."))
    }
  }

  /// Describes a hub that knows a database by an identity that it had before.
  static func enrolledBeforeRenewal(hub: String) -> ErrorReport {
    ErrorReport(
      "E_RENEWED", .notPermitted, file: hub,
      Label(
        "Databáze má novou totožnost (je to kopie, nebo byla přenesena či obnovena), kterou server"
          + " \(hub) nezná; vyžádejte si pozvání a spusťte soulad enroll \(hub) KÓD.",
        "The database has a new identity (it is a copy, or was moved or restored), which \(hub)"
          + " does not know; ask for an invitation and run soulad enroll \(hub) CODE."))
  }

  /// Describes a certificate that cannot be read.
  public static func badCertificate(_ path: String) -> ErrorReport {
    ErrorReport(
      "E_CERTIFICATE", .noInput, file: path,
      Label(
        "V souboru \(path) není certifikát (PEM); zkontrolujte cestu a práva.",
        "There is no certificate (PEM) in \(path); check the path and its rights."))
  }

  /// Describes a private key that cannot be read.
  public static func badPrivateKey(_ path: String) -> ErrorReport {
    ErrorReport(
      "E_CERTIFICATE", .noInput, file: path,
      Label(
        "V souboru \(path) není soukromý klíč (PEM); zkontrolujte cestu a práva.",
        "There is no private key (PEM) in \(path); check the path and its rights."))
  }

  /// Describes an audit log that somebody changed.
  public static func brokenAudit(line: Int64) -> ErrorReport {
    ErrorReport(
      "E_AUDIT", .badData, place: String(line),
      Label(
        "Záznam o přístupech od řádku \(line) nesouhlasí: někdo soubor změnil.",
        "The record of rights does not fit from line \(line): somebody changed the file."))
  }
}
