import Domain
import Parsing

extension ErrorReport {
  /// Describes why a document cannot be read.
  init(reading error: ReadingError, file: String) {
    let place = ErrorReport.placeWording(of: error)
    let what = ErrorReport.wording(of: error)
    self.init(
      error.code.rawValue, .badData, file: file, place: error.place,
      Label(
        "Soubor \(file)\(place.czech) nelze přečíst: \(what.czech)",
        "The file \(file)\(place.english) cannot be read: \(what.english)"))
  }

  /// The place in parentheses, in words where the reader names it in words of its own; empty where
  /// it says no more than the reason does.
  private static func placeWording(of error: ReadingError) -> Label {
    let place = error.place
    guard !place.isEmpty, error.foreignFormat == nil else { return Label("", "") }
    let czech =
      switch place {
      case "end of central directory": "konec archivu"
      case "central directory": "obsah archivu"
      case "multiple disks": "díly archivu"
      case _ where place.hasPrefix("line "): "řádek " + place.dropFirst(5)
      default: place
      }
    return Label(" (\(czech))", " (\(place))")
  }

  private static func wording(of error: ReadingError) -> Label {
    switch (error.foreignFormat, error.code) {
    case (.pdf, _):
      Label(
        "je to PDF; nainstalujte pdftotext (balík poppler-utils), nebo jej uložte jako DOCX.",
        "it is a PDF; install pdftotext (package poppler-utils), or save it as DOCX.")
    case (.some, _):
      Label(
        "je v jiném formátu; nainstalujte LibreOffice, nebo jej otevřete a uložte jako DOCX.",
        "it is in another format; install LibreOffice, or open it and save it as DOCX.")
    // What Word encrypts it keeps in the container of its old format.
    case (nil, .legacyOffice): wording(of: .encrypted)
    case (nil, let code): wording(of: code)
    }
  }

  private static func wording(of code: ReadingError.Code) -> Label {
    switch code {
    case .empty: Label("je prázdný; vyžádejte si jej znovu.", "it is empty; ask for it again.")
    case .notZip:
      Label(
        "podle názvu je to DOCX, ale obsah DOCX není; otevřete jej ve Wordu a uložte znovu.",
        "its name says DOCX but its content is not; open it in Word and save it again.")
    case .legacyOffice:
      Label(
        "je to starý formát Wordu (.doc); otevřete jej a uložte jako DOCX.",
        "it is an old Word format (.doc); open it and save it as DOCX.")
    case .encrypted:
      Label(
        "je chráněn heslem; uložte jej bez hesla.",
        "it is protected by a password; save it without.")
    case .notDocx:
      Label(
        "je to archiv ZIP, ale ne dokument Wordu; vyberte soubor DOCX.",
        "it is a ZIP archive but no Word document; choose a DOCX file.")
    case .macro:
      Label(
        "obsahuje makra; uložte jej jako DOCX bez maker.",
        "it holds macros; save it as a DOCX without them.")
    case .zipCorrupt, .xmlMalformed, .xmlEncoding, .zipDuplicate, .zipName, .zipOverlap:
      Label(
        "je poškozený nebo neúplný; vyžádejte si jej znovu.",
        "it is damaged or incomplete; ask for it again.")
    case .zipBomb, .zipTooMany, .xmlDepth, .limit:
      Label(
        "po rozbalení je příliš velký nebo příliš složitý; nevypadá jako běžný dokument.",
        "unpacked it is too large or too complex; it does not look like an ordinary document.")
    case .zipUnsupported:
      Label(
        "používá kompresi, kterou DOCX nedovoluje; uložte jej znovu ve Wordu.",
        "it uses a compression that DOCX does not allow; save it again in Word.")
    case .xmlDTD:
      Label(
        "obsahuje nedovolenou definici typu (DTD); takový soubor se z bezpečnostních důvodů nečte.",
        "it declares a document type (DTD), which is refused for safety.")
    case .textEncoding:
      Label(
        "nejde poznat kódování textu; uložte jej v kódování UTF-8.",
        "its text encoding cannot be told; save it as UTF-8.")
    case .textBinary:
      Label("obsahuje binární data, ne text.", "it holds binary data, not text.")
    case .textFormat:
      Label(
        "tento formát Soulad nečte; uložte dokument jako DOCX nebo prostý text.",
        "Soulad does not read this format; save the document as DOCX or plain text.")
    }
  }
}
