import Domain
import Testing

private func organizations(_ text: String) -> [String] {
  LineReader.extract("Zápis ze schůze\n\n" + text).organizations.map(\.name.value)
}

@Test("The name of a company begins after the word for a company")
func companyAfterVerb() {
  #expect(
    organizations("Návrh zpracovala společnost KALINA environment s.r.o., jejíž zástupci přijdou.")
      == ["KALINA environment s.r.o."])
}

@Test("Initials of a firm keep their noun")
func initialsWithNoun() {
  #expect(organizations("Uzavřena smlouva s firmou AB služby.") == ["AB služby"])
  let beside = organizations("Jednáno s firmou AB služby, dále přišla Kalina, s.r.o. z Lípy.")
  #expect(beside.contains("AB služby"))
}

@Test("What an organisation is may stand before its name in small letters or in quotes")
func cuesBeforeName() {
  #expect(organizations("Nově vzniklo sportovní centrum Vlnka.") == ["Vlnka"])
  #expect(organizations("Podpořen byl spolek „Pomocná ruka“ z okresu.") == ["Pomocná ruka"])
}

@Test(
  "An institution may be described in small letters",
  arguments: [
    ("Přišel Český svaz zahrádkářů a chovatelů – s výstavou.", "Český svaz zahrádkářů a chovatelů"),
    ("Byl ředitelem, nyní řídí Mezinárodní ekonomický ústav.", "Mezinárodní ekonomický ústav"),
    ("Asociace veselá škola", "Asociace veselá škola"),
  ])
func describedInstitutions(text: String, name: String) {
  #expect(organizations(text).contains(name))
}

@Test("After a registration number commas belong to the name of a project")
func registeredProject() {
  let found = LineReader.extract(
    "Smlouva pro projekt CZ.05.5.18/0.0/0.0/19_121/0010079 Zateplení, výměna oken a Smlouva."
  )
  #expect(found.projects.map(\.name.value) == ["Zateplení, výměna oken"])
}

@Test("What a line names before a dash and the word project is the project")
func projectBeforeDash() {
  let found = LineReader.extract("Zápis\n\nVzdělávání v Lípě IV – projekt byl podpořen, běží.")
  #expect(found.projects.map(\.name.value) == ["Vzdělávání v Lípě IV"])
}
