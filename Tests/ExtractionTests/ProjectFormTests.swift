import Domain
import Testing

private func projects(_ text: String) -> [ExtractedProject] {
  LineReader.extract("Zápis ze schůze\n\n" + text).projects
}

@Suite("Forms of projects, calls and plans")
struct ProjectFormTests {
  @Test(
    "A project is named behind its kind, its abbreviation, an institution or the plural",
    arguments: [
      ("Představen projekt zaměřený na čtení s názvem „Kniha do domu“.", ["Kniha do domu"]),
      ("Zahájen projekt MAP „Spolu na hřiště“.", ["Spolu na hřiště"]),
      ("Dotace na projekty „Nová okna“ a „Tichý sál“ přišla.", ["Nová okna", "Tichý sál"]),
      ("Podpořen projekt Post Bellum – Paměť obce (pro žáky).", ["Post Bellum – Paměť obce"]),
      ("Projekt Čtení v parku v roce 2025 podpořen nebude.", ["Čtení v parku"]),
    ])
  func names(text: String, names: [String]) {
    #expect(projects(text).map(\.name.value) == names)
  }

  @Test(
    "A project that was named before or that is only described has no name here",
    arguments: [
      "Prosba o součinnost v tomto projektu – „motivace ředitelů“.",
      "Předložení popisu projektu – projekt musí obsahovat název.",
    ])
  func noNames(text: String) {
    #expect(projects(text).isEmpty)
  }

  @Test("The holder stands in brackets, behind the word for it or before what it does")
  func holders() {
    let found = projects(
      """
      V projektu „Podpora rodin“ (nositel: Centrum Lípa, z. ú.) probíhají kurzy.
      Nositelem projektu „Cesta domů“ je spolek Naše ulice, z. s.
      Město Lipov realizuje projekt Terénní práce v Lipově od 1. 1. 2020 do 31. 12. 2022.
      """)
    #expect(
      found.map { $0.holder?.value } == ["Centrum Lípa, z. ú.", "Naše ulice, z. s.", "Město Lipov"])
    #expect(found.last?.start?.value.description == "2020-01-01")
    #expect(found.last?.end?.value.description == "2022-12-31")
  }

  @Test("A call may be counted before its word, and two numbers may be joined")
  func calls() {
    let found = LineReader.extract(
      "Zápis\n\nŽádost půjde do 4. výzvy IROP.\nOtevřeny jsou výzvy 63 a 64 OPZ.\n"
        + "Byla to 2. výzva mluvčí."
    ).calls
    #expect(found.map(\.number.value) == ["4", "63", "64"])
    #expect(found.first?.programme?.value == "IROP")
  }

  @Test("A programme of renewal is a plan also without a capital")
  func programmes() {
    let found = LineReader.extract("Zápis\n\nObec schválila program obnovy venkova 2016 – 2022.")
      .plans
    #expect(found.map(\.name.value) == ["program obnovy venkova"])
    #expect(found.first?.validTo?.value.description == "2022")
  }
}
