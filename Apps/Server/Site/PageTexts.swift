import Desk
import Domain

/// The fixed texts of the overview page.
enum PageTexts {
  /// The texts by the names that the template uses.
  static func texts(_ language: Language, projects: Int, meetings: Int) -> [String: String] {
    let labels: [String: Label] = [
      "skip": Label("Přeskočit na obsah", "Skip to content"),
      "tagline": Label(
        "Na čem se dohodly skupiny komunitního plánování",
        "What community-planning groups agreed"),
      "projects": Label("Projekty", "Projects"), "meetings": Label("Jednání", "Meetings"),
      "region": Label("Území", "Region"), "allRegions": Label("všechna území", "all regions"),
      "status": Label("Stav", "Status"), "allStatuses": Label("všechny stavy", "all statuses"),
      "filter": Label("Zobrazit", "Show"), "name": Label("Projekt", "Project"),
      "holder": Label("Nositel", "Holder"), "period": Label("Realizace", "Period"),
      "themes": Label("Témata", "Themes"), "evidence": Label("Doklad", "Evidence"),
      "date": Label("Datum", "Date"), "body": Label("Skupina", "Body"),
      "place": Label("Místo", "Place"), "attendance": Label("Přítomno", "Present"),
      "next": Label("Příští jednání", "Next meeting"),
      "nothing": Label("Nic takového tu zatím není.", "There is nothing like that yet."),
      "notStated": Label("neuvedeno", "not stated"),
      "projectCount": Label(
        Plural.czech(projects, "projekt", "projekty", "projektů"),
        Plural.english(projects, "project", "projects")),
      "meetingCount": Label(
        Plural.czech(meetings, "jednání", "jednání", "jednání"),
        Plural.english(meetings, "meeting", "meetings")),
      "footer": Label(
        "Každý údaj z dokumentu má doklad: větu, ze které pochází.",
        "Every statement of a document has its evidence: the sentence it comes from."),
      "byPerson": Label("zapsáno ručně", "written by hand"),
    ]
    return labels.mapValues { $0.text(language) }
  }

  /// The address of the page with the same filters in another language.
  static func address(region: String?, status: String?, language: Language) -> String {
    let parameters = [("region", region), ("status", status), ("lang", language.rawValue)]
    return "/?"
      + parameters.compactMap { name, value in
        value.map { "\(name)=\(PercentEncoding.text($0))" }
      }.joined(separator: "&")
  }
}
