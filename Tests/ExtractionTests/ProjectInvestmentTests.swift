import Domain
import Testing

private func projects(_ text: String) -> [ExtractedProject] {
  LineReader.extract("Zápis ze schůze rady\ndne 5. 2. 2024\n\n" + text).projects
}

@Suite("Projects in brackets, by number and with months")
struct ProjectInvestmentTests {
  @Test("Building works in brackets are projects, without how far they are")
  func investments() {
    #expect(
      projects(
        "Ve výhledu jsou investiční akce (Oprava návsi – zahájení, Rekonstrukce školy v Lípě "
          + "a Výstavba hřiště – dokončení)."
      ).map(\.name.value)
        == ["Oprava návsi", "Rekonstrukce školy v Lípě", "Výstavba hřiště"])
    #expect(projects("Kulturní akce (Oprava kol, tombola) se nekoná.").isEmpty)
  }

  @Test("A plan of schooling is a project under its number and name")
  func actionPlan() {
    #expect(
      projects("Byl schválen rámec MAP IV Vzdělávání na Lipsku").map(\.name.value)
        == ["MAP IV Vzdělávání na Lipsku"])
    #expect(projects("Schůze MAP IV byla v lednu.").isEmpty)
  }

  @Test("Months in brackets are the beginning and the end")
  func months() {
    let found = projects("Zahájen projekt „Zahrada“ (leden – červen 2025)").first
    #expect(found?.start?.value.description == "2025-01")
    #expect(found?.end?.value.description == "2025-06")
    let next = projects("Zahájen projekt „Lípa“ (listopad 2024 – leden 2025)").first
    #expect(next?.start?.value.description == "2024-11")
    #expect(next?.end?.value.description == "2025-01")
  }
}
