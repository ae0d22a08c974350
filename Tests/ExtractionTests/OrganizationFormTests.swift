import Domain
import Testing

private func organizations(_ text: String) -> [String] {
  LineReader.extract("Zápis ze schůze\n\n" + text).organizations.map(\.name.value)
}

@Suite("Forms of names of organisations")
struct OrganizationFormTests {
  @Test(
    "Initials with ČR, inside of them too, and capitals after a preposition name an organisation",
    arguments: [
      ("Dopis poslal i LVS ČR z Prahy.", "LVS ČR"), ("Sjezd svolal LeČR na jaro.", "LeČR"),
      ("Klíče jsou uloženy u ELMA Javor v dílně.", "ELMA Javor"),
    ])
  func initials(text: String, name: String) {
    #expect(organizations(text).contains(name))
  }

  @Test(
    "The words whose initials a bracket introduces are the organisation; those of a plan are not")
  func definedInitials() {
    #expect(
      organizations("Seminář pořádá Unie malých obcí v kraji (dále jen „UMO“) na podzim.")
        .contains("Unie malých obcí v kraji"))
    let plan = organizations("Mluvilo se o Plánu rozvoje lesa (dále jen PRL) na podzim.")
    #expect(!plan.contains { $0.hasPrefix("Plánu") })
  }

  @Test("Whom people came for is an organisation, and a trade or a second name is none")
  func affiliations() {
    let found = organizations(
      "Přítomni: Jan Dub (obec Lipovec), Eva Malá (Nakladatelství Sova), Petr Buk (OSVČ)\n")
    #expect(found.contains("obec Lipovec"))
    #expect(found.contains("Nakladatelství Sova"))
    #expect(!found.contains("OSVČ"))
  }

  @Test("A nationwide institution of some words needs no capital")
  func smallInstitution() {
    #expect(
      organizations("Pozvána byla agentura pro sociální začleňování z kraje.")
        == ["Agentura pro sociální začleňování"])
  }

  @Test(
    "Names go on over a saint, a hyphen, quotes and a number that is glued to them",
    arguments: [
      ("Příspěvek dostane Domov sv. Anežky v Lipově.", "Domov sv. Anežky v Lipově"),
      ("Přijata byla MAS Horsko-Podlesí mezi členy.", "MAS Horsko-Podlesí"),
      ("Sešlo se SVJ „Lipová“ v sále.", "SVJ „Lipová“"),
      ("Nájem platí člen spolku Dílna48 sám.", "Dílna48"),
      ("Smlouva s firmou PH servis Javor a Dub skončí.", "PH servis Javor"),
      ("Nabídku podala firma Na Mýtině, s.r.o. z Lípy.", "Na Mýtině, s.r.o."),
      ("Přišla manažerka mikroregionu Horsko.", "mikroregionu Horsko"),
      ("Hostem byl Vodní podnik hl.m. Prahy, a.s. s nabídkou.", "Vodní podnik hl.m. Prahy, a.s."),
      (
        "Členem je Místní akční skupina Mezi Lesy, z.s. z kraje.",
        "Místní akční skupina Mezi Lesy, z.s."
      ),
    ])
  func wholeNames(text: String, name: String) {
    #expect(organizations(text).contains(name))
  }

  @Test(
    "An owners' association without a name, a working group and an officer are no names",
    arguments: [
      "SVJ a následně Kontrolní komise", "Za výbor SVJ přítomni Dub a Lípa",
      "Jednání pracovní skupiny Bydlení proběhlo.", "Předsedou sdružení byl zvolen Jan Dub.",
      "Obecně ale Milana Duba znají.",
    ])
  func noNames(text: String) {
    #expect(organizations(text).isEmpty)
  }

  @Test("Who stands behind a name is no part of it")
  func officeBehindName() {
    let found = organizations("Město zastupoval Petr Dub, TJ Jiskra místopředseda Jan Javor.")
    #expect(found.contains("TJ Jiskra"))
  }

  @Test("A name goes on in the line that the page broke, and ends before who works with it")
  func brokenNames() {
    let found = organizations(
      "Na přípravě se podílí Komunitní centrum Lipovsko ve spolupráci s Dubovskou krajskou\n"
        + "nemocnicí a ministerstvem kultury, jak bylo dohodnuto na minulém jednání komise dne.\n")
    #expect(
      found == [
        "Komunitní centrum Lipovsko", "Dubovská krajská nemocnice", "Ministerstvo kultury",
      ])
    #expect(organizations("Zástupci organizace K lepším zítřkům nepřišli.").isEmpty)
    #expect(organizations("Spolupráce složek České republiky a Německa vázne.").isEmpty)
  }
}
