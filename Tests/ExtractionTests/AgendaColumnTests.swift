import Domain
import Testing

private func agenda(_ text: String) -> [String] {
  LineReader.extract("Zápis ze schůze družstva\ndne 5. 2. 2024\n\n" + text).meeting?.items
    .map(\.title.value) ?? []
}

@Suite("Programmes in columns and headings that a page broke")
struct AgendaColumnTests {
  @Test("A programme may begin under the heads of its columns")
  func columns() {
    #expect(
      agenda(
        "1) Návrh programu:\nPořadí bodů bylo změněno. Navrhovaný program schůze:\n\n"
          + "                              Předkládá:      Výbor:\n"
          + "  1) Návrh programu           předseda        schval.\n"
          + "  2) Nákup laviček            správce         schval.\n"
          + "  3) Různé\n\n2) Nákup nových laviček do zahrady\nDub popsal lavičky.\n")
        == ["Návrh programu", "Nákup laviček", "Různé"])
  }

  @Test("What was done in a point stands behind the colon of its heading")
  func report() {
    #expect(
      agenda(
        "1. Hlasování o stanovách: zápis provedl notář Dub\nText.\n2. Lavičky\nText.\n3. Různé")
        == ["Hlasování o stanovách", "Lavičky", "Různé"])
  }

  @Test("A heading that the page breaks inside of a legal form ends no count")
  func legalForm() {
    #expect(
      agenda(
        "1. Lavičky\nText.\n"
          + "2. Seznámení členů s kroky družstva vůči společnosti Na Louce, s.\n"
          + "r. o., v likvidaci\n"
          + "- žaloba\n3. Různé\nText."
      ).count == 3)
  }
}
