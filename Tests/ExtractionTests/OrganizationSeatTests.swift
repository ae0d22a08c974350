import Domain
import Testing

private func organization(_ name: String, in text: String) -> ExtractedOrganization? {
  LineReader.extract("Zápis ze schůze\n\n" + text).organizations.first { $0.name.value == name }
}

@Suite("Seats and numbers of organisations")
struct OrganizationSeatTests {
  @Test("A seat goes on over its number and postcode and ends before other words")
  func announcedSeat() {
    let text =
      "Smlouvu uzavře Elektro Bor, a.s., IČ 265 37 036, se sídlem Bor II-Podlesí, Dlouhá 87/8, "
      + "405 02 Bor na dobu neurčitou."
    let found = organization("Elektro Bor, a.s.", in: text)
    #expect(found?.ico?.value.digits == "26537036")
    #expect(found?.seat?.value == "Bor II-Podlesí, Dlouhá 87/8, 405 02 Bor")
  }

  @Test(
    "An address with a postcode behind the name or its number is the seat",
    arguments: [
      "Plán platí Stavby Jih spol. s r.o., Nádražní 94, 687 22 Dolní Ves.",
      "Plán platí Stavby Jih spol. s r.o., IČO: 26537036, Nádražní 94, 687 22 Dolní Ves, letos.",
    ])
  func unannouncedSeat(text: String) {
    #expect(
      organization("Stavby Jih spol. s r.o.", in: text)?.seat?.value
        == "Nádražní 94, 687 22 Dolní Ves")
  }

  @Test("A town behind a comma is no seat without a postcode")
  func noSeat() {
    let found = organization(
      "Stavby Jih, s.r.o.", in: "Vybrána byla Stavby Jih, s.r.o., Petr Nový.")
    #expect(found != nil)
    #expect(found?.seat == nil)
  }

  @Test(
    "A preposition before the name is no part of it",
    arguments: [
      ("Smlouva k pozemku v k.ú. Dolní Ves s Elektro Bor, a.s., na rok.", "Elektro Bor, a.s."),
      ("Souhlas s projektem „Lavičky“ pro Živá Ves, z.s., do jara.", "Živá Ves, z.s."),
    ])
  func outsidePreposition(text: String, name: String) {
    #expect(organization(name, in: text) != nil)
  }

  @Test("Whoever has a number is an organisation, unless a person has it")
  func numbered() {
    let found = organization("KOLA NA KOPCI", in: "Dotace:\nKOLA NA KOPCI, IČO: 26537036\n")
    #expect(found?.ico?.value.digits == "26537036")
    let person = LineReader.extract("Zápis\n\nIng. Jan Nový, IČO: 26537036\n").organizations
    #expect(!person.contains { $0.name.value.contains("Nový") })
  }

  @Test(
    "A union of municipalities is named before its form",
    arguments: [
      (
        "Schválen byl rozpočet Horní voda – dobrovolný svazek obcí na rok 2025.",
        "Horní voda – dobrovolný svazek obcí"
      ),
      ("Vklad má i Společná cesta d.s.o. podle stanov.", "Společná cesta d.s.o."),
    ])
  func unionOfMunicipalities(text: String, name: String) {
    #expect(organization(name, in: text) != nil)
  }

  @Test("What a village and a union do together is no name")
  func noUnion() {
    let found = LineReader.extract("Zápis\n\nobec Lhota a svazek obcí Horsko opraví cestu.")
    #expect(!found.organizations.contains { $0.name.value.hasPrefix("Lhota a") })
  }
}
