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
