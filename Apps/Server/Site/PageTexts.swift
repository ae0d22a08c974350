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
    "footer": Label(
      "Každý údaj z\u{A0}dokumentu má doklad: větu, ze které pochází.",
      "Every statement of a document has its evidence: the sentence it comes from."),
    "homeLink": Label("Na úvodní stránku", "To the first page"),
  ]
}
