import Domain
import Testing

@Test("An organisation has its number and seat; a wrong number is kept as written")
func organizationDetails() throws {
  let found = LineReader.extract(
    """
    Žádosti:
    · Pomoc sousedům, z. s., IČ 265 37 036, se sídlem Dlouhá 5, Lhotka 2, na službu
    · Dům tety Marie, o. p. s., IČ 265370361, se sídlem Krátká 1, Brod
    """
  ).organizations
  #expect(found.map(\.name.value) == ["Pomoc sousedům, z. s.", "Dům tety Marie, o. p. s."])
  #expect(found[0].ico?.value.digits == "26537036")
  #expect(found[0].seat?.value == "Dlouhá 5, Lhotka 2")
  #expect(found[1].ico == nil)
  #expect(found[1].icoAsWritten?.value == "265370361")
}

@Test("A project has its name, status and holder")
func projectDetails() throws {
  let found = LineReader.extract(
    "Schválen projekt Dluhy pod kontrolou – Spolek Lípa. Zahájen 1. 2. 2020. Konec 31.12.2021."
  ).projects
  let project = try #require(found.first)
  #expect(project.name.value == "Dluhy pod kontrolou")
  #expect(project.holder?.value == "Spolek Lípa")
  #expect(project.status?.value == .approved)
  #expect(project.start?.value.description == "2020-02-01")
  #expect(project.end?.value.description == "2021-12-31")
  #expect(project.themes.map(\.value) == [.debts])
}

@Test("Projects in a list stand where its heading says")
func projectList() {
  let found = LineReader.extract(
    """
    Projekty čekající na hodnocení:
    Klub pod lípou (nízkoprahové zařízení) – Spolek Lípa. Prošel kontrolou.
    Dílna u řeky - Dům u řeky. Nový záměr.
    """
  ).projects
  #expect(found.map(\.name.value) == ["Klub pod lípou", "Dílna u řeky"])
  #expect(found.map(\.status?.value) == [.inEvaluation, .inEvaluation])
  #expect(found.map(\.holder?.value) == ["Spolek Lípa", "Dům u řeky"])
}

@Test("The owner of a project is no name of it, and its registration number comes before or after")
func projectNames() {
  #expect(LineReader.extract("Představen projekt Zlínského kraje a obce.").projects.isEmpty)
  let found = LineReader.extract(
    "Smlouva pro projekt CZ.05.1.2/0.0/0.0/16_01/000123 Oprava školy v obci."
  ).projects
  #expect(found.first?.name.value == "Oprava školy v obci")
  #expect(found.first?.registration?.value == "CZ.05.1.2/0.0/0.0/16_01/000123")
}

@Test("Who a project is paid from is no organisation of the meeting")
func financier() {
  let found = LineReader.extract(
    """
    Projekt je spolufinancován Evropskou unií.
    Projekt je hrazen z Evropského sociálního fondu a ze státního rozpočtu.
    """
  ).organizations
  #expect(found.isEmpty)
}

@Test("The short words for a firm name one")
func shortWordForFirm() {
  #expect(
    LineReader.extract(
      "Zápis ze schůze výboru dne 7. 11. 2022\n"
        + "Proběhlo jednání u fy DUBOVEX, střechu opraví fa Lípa."
    )
    .organizations.map(\.name.value) == ["DUBOVEX", "Lípa"])
}
