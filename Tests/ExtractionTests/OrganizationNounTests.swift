import Domain
import Testing

private func organizations(_ text: String) -> [String] {
  LineReader.extract("Zápis ze schůze\n\n" + text).organizations.map(\.name.value)
}

@Test(
  "What an association is belongs to its name, in the nominative",
  arguments: [
    ("Prezident vítá členy občanského sdružení Jasan 3 a hosty.", "občanské sdružení Jasan 3"),
    ("Jednáno s bytovým družstvem Višňovka o střeše.", "bytové družstvo Višňovka"),
    ("Přišlo občanské sdružení „Za řeku“ s návrhem.", "občanské sdružení Za řeku"),
    ("Občanské sdružení Modrý dub – problematika hluku", "Občanské sdružení Modrý dub"),
    ("Stanovy DOMOV, stavební bytové družstvo, byly změněny.", "DOMOV, stavební bytové družstvo"),
  ])
func associations(text: String, name: String) {
  #expect(organizations(text).contains(name))
}

@Test("Without a name or before a person the noun names nothing")
func namelessAssociations() {
  #expect(organizations("Členové bytového družstva schválili rozpočet.").isEmpty)
  #expect(organizations("Předseda bytového družstva Karel Novotný zahájil schůzi.").isEmpty)
}

@Test(
  "A municipality that acts is an organisation, by its name in the nominative",
  arguments: [
    ("Klub čerpal dotaci od města Žatce.", "město Žatec"),
    ("Včera vyjádřil městys Horní Dub nesouhlas.", "městys Horní Dub"),
    ("Škola byla zřízena Obcí Lhotka, okres Louny.", "Obec Lhotka"),
    ("Smlouva s městem Liberec je podepsána.", "město Liberec"),
    ("Městys Dubí pod Horou dodá podklady.", "Městys Dubí pod Horou"),
  ])
func municipalities(text: String, name: String) {
  #expect(organizations(text).contains(name))
}

@Test("A municipality as a place, its people and its unions are none")
func municipalPlaces() {
  #expect(organizations("Akce se koná ve městě Žatec a na území obce Lhotka.").isEmpty)
  #expect(!organizations("Člen svazku obcí Dolní voda přišel.").contains { $0.contains("obec") })
  #expect(organizations("Za město Ing. Karel Dub.").isEmpty)
}

@Test("Capitals with an ending in small letters are a name")
func inflectedCapitals() {
  #expect(organizations("Vyúčtování od TOPKOMu bylo předáno.") == ["TOPKOM"])
  #expect(organizations("Kvůli COVIDu se schůze nekonala.").isEmpty)
  #expect(organizations("Hovořil Karel NOVÁKEM pověřený člen.").isEmpty)
}

@Test("Initials that begin with Český name an organisation in a sentence")
func nationwideInitials() {
  #expect(organizations("Směrnice pro šampionáty ČMVU byla schválena.") == ["ČMVU"])
  #expect(organizations("Podle ČSN a u ČOV se nic nemění.").isEmpty)
  #expect(organizations("ZÁPIS ČLENŮ ČMVU KLUBU").isEmpty)
}

@Test("An honour in a name does not end it")
func honours() {
  #expect(
    organizations("Sbor působí při ZŠ gen. Karla Nováka, DFC.").contains("ZŠ gen. Karla Nováka"))
}
