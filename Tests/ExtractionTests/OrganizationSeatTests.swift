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

@Suite("Where a name with a legal form begins")
struct OrganizationBeginningTests {
  @Test(
    "What is written about an organisation is no part of its name",
    arguments: [
      ("Vyjádření k záměru navýšení výroby v areálu KOVO s.r.o. bylo dáno.", "KOVO s.r.o."),
      ("Závěrečný účet Horsko-svazek obcí za rok 2024", "Horsko-svazek obcí"),
      ("Zápis z jednání Valné hromady MAS Pod Lesem, z. s.", "MAS Pod Lesem, z. s."),
      ("Horsko a Spolek přátel na Horsku z.s. – oslava", "Spolek přátel na Horsku z.s."),
    ])
  func papers(text: String, name: String) {
    let names = LineReader.extract("Zápis\n\n" + text).organizations.map(\.name.value)
    #expect(names.contains(name))
    #expect(!names.contains { $0.hasSuffix(name) && $0 != name })
  }

  @Test(
    "An adjective before a club is, and so is the line above that the page broke",
    arguments: [
      ("Plavecký klub Horní Ves, z. s. žádá o dotaci.", "Plavecký klub Horní Ves, z. s."),
      (
        "Předsedkyně navrhla, aby dotaci na opravu dostala ještě letos společnost KIS HORNÍ\n"
          + "VES s.r.o. a nikdo jiný, jak bylo dohodnuto na jednání v pondělí.",
        "KIS HORNÍ\nVES s.r.o."
      ),
    ])
  func whole(text: String, name: String) {
    let names = LineReader.extract("Zápis\n\n" + text).organizations.map(\.name.value)
    #expect(
      names.map { $0.split(separator: "\n").joined(separator: " ") }.contains(
        name.split(separator: "\n").joined(separator: " ")))
  }

  @Test(
    "What the sentence goes on with ends the name",
    arguments: ["přednesla příspěvek", "schváleno 5 hlasy", "atd. přispějí"])
  func ending(rest: String) {
    let names = LineReader.extract("Zápis\n\nNemocnice Horní Ves \(rest).").organizations
    #expect(names.first?.name.value == "Nemocnice Horní Ves")
  }

  @Test("A verb of the first person names nothing")
  func verb() {
    let names = LineReader.extract("Zápis\n\nŽádáme vedení fakulty o zprávu.").organizations
    #expect(!names.contains { $0.name.value.hasPrefix("Žádáme") })
  }
}

@Suite("What stands behind the town of an organisation")
struct OrganizationTownTests {
  @Test(
    "A street with its number and a person are no part of the name",
    arguments: [
      ("Městský úřad Liberec Dlouhá 155, 460 01", "Městský úřad Liberec"),
      ("Zastoupena: Základní škola Chomutov Jan Nový", "Základní škola Chomutov"),
    ])
  func besideTown(text: String, name: String) {
    let names = LineReader.extract("Zápis ze schůze\n\n" + text).organizations.map(\.name.value)
    #expect(names.contains(name))
    #expect(!names.contains { $0.hasPrefix(name + " ") })
  }

  @Test("A school named after somebody keeps his name, a paper and a training are no institution")
  func others() {
    let names = LineReader.extract(
      "Zápis\n\nZákladní škola Jana Masaryka. Koncepce nemocnice je hotová. Školení v Praze 4."
    ).organizations.map(\.name.value)
    #expect(names.contains("Základní škola Jana Masaryka"))
    #expect(!names.contains { $0.hasPrefix("Koncepce") || $0.hasPrefix("Školení") })
  }
}
