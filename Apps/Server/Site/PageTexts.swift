import Desk
import Domain

/// The fixed texts of all pages. Where a short word must not end a line, the space behind it is one
/// that does not break.
enum PageTexts {
  /// The texts by the names that the templates use.
  static func texts(_ language: Language) -> [String: String] {
    labels.mapValues { $0.text(language) }
  }

  /// How many records there are.
  static func count(_ number: Int, isExact: Bool = true, _ language: Language) -> String {
    let count = Label(
      Plural.czech(number, "záznam", "záznamy", "záznamů"),
      Plural.english(number, "record", "records"))
    return (isExact ? "" : Label("aspoň ", "at least ").text(language)) + count.text(language)
  }

  /// How many places in texts there are.
  static func places(_ number: Int, isExact: Bool, _ language: Language) -> String {
    let count = Label(
      Plural.czech(number, "místo", "místa", "míst"), Plural.english(number, "place", "places"))
    return (isExact ? "" : Label("aspoň ", "at least ").text(language)) + count.text(language)
  }

  /// Why a form was not saved although nothing is wrong with it.
  static let overtaken = Label(
    "Neuloženo: některé z\u{A0}polí, která měníte, mezitím změnil někdo jiný. Je to u\u{A0}nich"
      + " napsáno; uložte znovu, platí-li vaše hodnota.",
    "Not saved: somebody changed a field meanwhile that you change. The form says which; save again"
      + " if yours is to hold.")

  /// Why a decision was not taken although nothing is wrong with it.
  static let overtakenDecision = Label(
    "Nerozhodnuto: mezitím tu přibylo něco, co jste neviděli, nebo už rozhodl někdo jiný."
      + " Stránka ukazuje, co platí teď.",
    "Not settled: something came meanwhile that you did not see, or somebody else settled it. The"
      + " page shows what holds now.")

  /// What several fields that cannot be as they are have in common.
  static let severalProblems = Label(
    "Neuloženo: některá pole nemohou zůstat tak, jak jsou. U\u{A0}každého je napsáno proč.",
    "Not saved: some fields cannot be as they are. The form says why at each.")

  /// Why an empty form adds nothing.
  static let nothingTyped = Label(
    "Vyplňte aspoň jedno pole.", "Fill in at least one field.")

  private static let labels: [String: Label] = [
    "skip": Label("Přeskočit na obsah", "Skip to content"),
    "pages": Label("Stránky", "Pages"),
    "tagline": Label(
      "Na čem se dohodly skupiny komunitního plánování", "What community-planning groups agreed"),
    "search": Label("Hledat", "Search"),
    "searchLabel": Label("Hledat v\u{A0}textech zápisů", "Search the texts of minutes"),
    "searchHint": Label(
      "např. bydlení, „housing first“, rok:2020", "as housing, “housing first”, year:2020"),
    "projects": Label("Projekty", "Projects"), "meetings": Label("Jednání", "Meetings"),
    "region": Label("Území", "Region"), "regions": Label("Území", "Regions"),
    "allRegions": Label("všechna", "all"), "all": Label("vše", "all"),
    "filter": Label("Zobrazit", "Show"), "reset": Label("Zrušit výběr", "Clear"),
    "evidence": Label("Doklad", "Evidence"), "proofs": Label("Doklady", "Evidence"),
    "history": Label("Historie", "History"),
    "historyLink": Label(
      "Historie: kdo, kdy a\u{A0}odkud záznam měnil", "History: who changed it, when and from where"
    ), "when": Label("Kdy", "When"),
    "who": Label("Kdo", "Who"), "from": Label("Odkud", "From"),
    "field": Label("Pole", "Field"), "change": Label("Změna", "Change"),
    "nothing": Label("Nic takového tu zatím není.", "There is nothing like that yet."),
    "nothingFound": Label(
      "Nic takového se nenašlo. Zkuste méně podmínek nebo jiná slova.",
      "Nothing like that was found. Try fewer conditions or other words."),
    "notStated": Label("neuvedeno", "not stated"),
    "byPerson": Label("zapsáno ručně", "written by hand"),
    "first": Label("Na začátek", "To the beginning"), "next": Label("Další", "Next"),
    "more": Label("Zobrazit všechny a\u{A0}vybírat", "Show all and choose"),
    "everything": Label("Na co se lze ptát", "What can be asked"),
    "found": Label("Nalezeno", "Found"),
    "saveAs": Label("Uložit jako", "Save as"), "divide": Label("Zúžit", "Narrow down"),
    "shown": Label("platí zatím", "holds meanwhile"),
    "settle": Label("Rozhodnete příkazem", "Settle it with"),
    "moreConflicts": Label(
      "Tady je prvních sto; další se ukážou, až se rozhodne o\u{A0}nich.",
      "These are the first hundred; others show when these are settled."),
    "waiting": Label("Na rozhodnutí čeká:", "To be settled:"),
    "nothingToSettle": Label(
      "Nic nečeká na rozhodnutí.", "Nothing waits for a decision."),
    "conflictsLead": Label(
      "Tady úřady zapsaly různé věci, aniž o\u{A0}sobě věděly, nebo nejspíš dvakrát totéž. Nic se"
        + " neztratilo a\u{A0}pracovat lze dál; čeká se jen, až někdo rozhodne.",
      "Here offices wrote different things without knowing of each other, or probably one thing"
        + " twice. Nothing was lost and work goes on; somebody has to settle it some day."),
    "edit": Label("Opravit", "Correct"), "save": Label("Uložit", "Save"),
    "cancel": Label("Zpět bez uložení", "Back without saving"),
    "author": Label("Kdo to zapisuje", "Who writes this"),
    "meanwhile": Label("Mezitím tu už stojí:", "By now it says:"),
    "delete": Label("Smazat záznam", "Delete the record"),
    "deleteMore": Label("Smazat…", "Delete…"),
    "deleteLead": Label(
      "Záznam zmizí ze všech přehledů; vrátit ho lze kdykoli.",
      "The record leaves all views; it can be brought back any time."),
    "restore": Label("Vrátit zpátky", "Bring it back"),
    "deletedLead": Label(
      "Z\u{A0}přehledů zmizel, jeho historie zůstává.",
      "It left all views; its history stays."),
    "takeThis": Label("Platí tohle", "This one holds"),
    "takeOther": Label("Zapsat něco jiného", "Write something else"),
    "exchangeLink": Label("Vyměnit změny", "Exchange changes"),
    "exchangeLead": Label(
      "Dáte ostatním územím, co jste načetli a\u{A0}opravili, a\u{A0}dostanete, co mají nového"
        + " ona. Nikomu se nic nepřepíše: co si odporuje, počká na rozhodnutí.",
      "You give the other regions what you imported and corrected, and get what is new with them."
        + " Nobody's words are overwritten: what contradicts waits for a decision."),
    "exchangeHub": Label("Přes server", "Through a server"),
    "exchangeNow": Label("Vyměnit", "Exchange"),
    "exchangeNoHub": Label(
      "Úřad není u\u{A0}žádného serveru přihlášený; přihlásí se příkazem",
      "The office is not enrolled at any server; enrol it by"),
    "exchangeFile": Label(
      "Souborem, třeba na flash disku", "By a file, on a USB stick for instance"),
    "exchangeSave": Label("Uložit všechny změny do souboru", "Save all changes to a file"),
    "exchangeRead": Label("Soubor z\u{A0}jiného území", "A file of another region"),
    "exchangeTake": Label("Přijmout", "Take"),
    "import": Label("Načíst", "Import"),
    "importLink": Label("Načíst zápisy", "Import minutes"),
    "importFiles": Label("Dokumenty (DOCX, text)", "Documents (DOCX, text)"),
    "importLead": Label(
      "Z\u{A0}každého zápisu vznikne jednání s\u{A0}účastí, projekty, úkoly a\u{A0}usneseními, vše"
        + " s\u{A0}větou, která to dokládá. Opakování nevadí: co je známo, se nezapíše podruhé,"
        + " a\u{A0}co jste opravili, zůstane.",
      "Each document becomes a meeting with its attendance, projects, tasks and resolutions, all"
        + " with the sentence that proves them. Repeating is harmless: what is known is not written"
        + " again, and what you corrected stays."),
    "importOutcome": Label("Co se načetlo", "What was imported"),
    "organizationsLink": Label(
      "Organizace, které jsou možná totéž", "Organisations that may be one"),
    "organizationsLead": Label(
      "Tyto organizace se jmenují stejně a\u{A0}IČO je neodlišuje. Dokud nikdo neřekne, že jsou"
        + " jedna, vedou se zvlášť.",
      "These organisations have one name, and no number tells them apart. Until somebody says that"
        + " they are one, each has its own line."),
    "footer": Label(
      "Každý údaj z\u{A0}dokumentu má doklad: větu, ze které pochází.",
      "Every statement of a document has its evidence: the sentence it comes from."),
    "homeLink": Label("Na úvodní stránku", "To the first page"),
  ]
}
