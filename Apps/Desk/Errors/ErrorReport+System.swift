import Domain
import Foundation
import Storage

extension ErrorReport {
  /// Describes a failure of the operating system on a file.
  init(file error: FileError) {
    let path = error.path
    switch error {
    case _ where error.isMissing && !Files.isFolder(Files.folder(of: path)):
      let folder = Files.folder(of: path)
      self.init(
        "E_NO_INPUT", .noInput, file: path,
        Label(
          "Složka \(folder) neexistuje; založte ji, nebo zkontrolujte cestu.",
          "There is no folder \(folder); make it, or check the path."))
    case _ where error.isMissing:
      self.init(
        "E_NO_INPUT", .noInput, file: path,
        Label(
          "\(path) neexistuje; zkontrolujte cestu.",
          "There is no \(path); check the path."))
    case _ where error.isForbidden:
      self = .forbidden(path)
    case _ where error.isFull:
      self.init(
        "E_DISK_FULL", .inputOutput, file: path,
        Label(
          "Na disku není místo pro \(path); uvolněte je a zkuste to znovu.",
          "The disk has no room for \(path); make some and try again."))
    case _ where error.isFolder:
      self.init(
        "E_IS_FOLDER", .noInput, file: path,
        Label(
          "\(path) je složka; napište cestu k souboru.",
          "\(path) is a folder; write the path of a file."))
    case _ where error.isSpecial:
      self.init(
        "E_NO_INPUT", .noInput, file: path,
        Label(
          "\(path) není obyčejný soubor; vyberte dokument.",
          "\(path) is no ordinary file; choose a document."))
    default:
      self.init(
        error.isTooLarge ? "E_TOO_BIG" : "E_IO", error.isTooLarge ? .badData : .inputOutput,
        file: path, place: error.message,
        error.isTooLarge
          ? Label(
            "Soubor \(path) je větší, než Soulad čte; rozdělte jej.",
            "The file \(path) is larger than Soulad reads; split it.")
          : Label(
            "Soubor \(path) nelze přečíst ani zapsat (chyba \(error.number)); zkontrolujte disk.",
            "The file \(path) cannot be read or written (error \(error.number)); check the disk."))
    }
  }

  /// Describes a failure of SQLite.
  init(sqlite error: SQLiteError, file: String) {
    switch error.reason {
    case .busy:
      self.init(storage: .busy(path: file), file: file)
    case .full:
      self.init(
        "E_DISK_FULL", .inputOutput, file: file,
        Label(
          "Na disku není místo pro databázi \(file); nic se nezapsalo, uvolněte místo.",
          "The disk has no room for the database \(file); nothing was written, make room."))
    case .corrupt, .notADatabase:
      self.init(
        "E_CORRUPT_DB", .badData, file: file, place: error.message,
        Label(
          "Databáze \(file) je poškozená; obnovte ji ze zálohy.",
          "The database \(file) is damaged; restore it from a backup."))
    case .cannotWrite:
      self.init(
        "E_FORBIDDEN", .notPermitted, file: file,
        Label(
          "Databázi \(file) nelze otevřít; zkontrolujte práva k souboru a složce.",
          "The database \(file) cannot be opened; check the rights to file and folder.")
      )
    case .inputOutput:
      self.init(
        "E_IO", .inputOutput, file: file, place: error.message,
        Label(
          "Disk s databází \(file) hlásí chybu; nic se nezapsalo, zkontrolujte disk.",
          "The disk of the database \(file) reports an error; nothing was written, check the disk.")
      )
    case .interrupted, .other:
      self.init(
        "E_SQL", .other, file: file, place: "\(error.message): \(error.sql)",
        Label(
          "Databáze \(file) odmítla příkaz (\(error.code)); nic se nezapsalo, napište autorům.",
          "The database \(file) refused a statement (\(error.code)); nothing was written, tell the"
            + " authors."))
    }
  }
}

extension ErrorReport {
  /// Describes a file or a folder that the system gives no access to. Who may not write a database
  /// is not told of the lock beside it, which he never made.
  private static func forbidden(_ path: String) -> ErrorReport {
    let lock = ".lock"
    let named = path.hasSuffix(lock) ? String(path.dropLast(lock.count)) : path
    let what = Files.isFolder(named) ? "Ke složce" : "K souboru"
    return ErrorReport(
      "E_FORBIDDEN", .notPermitted, file: named,
      Label(
        "\(what) \(named) nemáte přístup; požádejte správce.",
        "You have no access to \(named); ask the administrator."))
  }

  /// Describes a result that could not be written to standard output.
  public static func cannotWriteResult(number: Int32) -> ErrorReport {
    if number == EBADF {
      return ErrorReport(
        "E_IO", .inputOutput, place: String(number),
        Label(
          "Standardní výstup je zavřený, výsledek není kam zapsat; otevřete jej, třeba > soubor.",
          "Standard output is closed, there is nowhere to write the result; open it, as > file."))
    }
    return ErrorReport(
      "E_IO", .inputOutput, place: String(number),
      Label(
        "Výsledek se nepodařilo celý zapsat (chyba \(number)); zkontrolujte místo na disku.",
        "The result could not be written whole (error \(number)); check the room on the disk."))
  }

  /// Describes a file that must not be written over.
  public static func mustNotOverwrite(_ path: String) -> ErrorReport {
    ErrorReport(
      "E_EXISTS", .inputOutput, file: path,
      Label(
        "Soubor \(path) už existuje a nesmí se přepsat; zvolte jiný název.",
        "The file \(path) exists and must not be written over; choose another name."))
  }

  /// Describes two documents whose results would be one file.
  public static func sameResult(_ path: String, of document: String) -> ErrorReport {
    ErrorReport(
      "E_EXISTS", .badData, file: document, place: path,
      Label(
        "Výsledek \(path) už je od jiného dokumentu; zpracujte \(document) do jiné složky.",
        "The result \(path) is another document's already; put \(document) into another folder."))
  }

  /// Describes arguments that are not text.
  public static let argumentsNotText = ErrorReport(
    "E_USAGE", .usage,
    Label(
      "Některý z argumentů není text v kódování UTF-8; přejmenujte soubor nebo jej napište znovu.",
      "One of the arguments is not text in UTF-8; rename the file or write the value again."))

  /// Describes standard input that is not text.
  public static let inputNotText = ErrorReport(
    "E_TEXT_ENCODING", .badData,
    Label(
      "Standardní vstup není text v kódování UTF-8; převeďte jej a zkuste to znovu.",
      "Standard input is not text in UTF-8; convert it and try again."))

  /// Describes an address that cannot be listened on.
  public static func cannotListen(on address: String, reason: String) -> ErrorReport {
    ErrorReport(
      "E_LISTEN", .unavailable, place: address,
      Label(
        "Na adrese \(address) nelze naslouchat (chyba \(reason)); zvolte jiný port.",
        "Cannot listen on \(address) (error \(reason)); choose another port."))
  }

  /// Describes a host that has no address.
  public static func unknownHost(_ host: String) -> ErrorReport {
    ErrorReport(
      "E_LISTEN", .usage, place: host,
      Label(
        "Počítač \(host) neznám; napište adresu, například 127.0.0.1:8080.",
        "The host \(host) is not known; write an address, 127.0.0.1:8080 for instance."))
  }
}
