import Domain
import Testing

private func organizations(_ text: String) -> [String] {
  LineReader.extract("Zápis z jednání pracovní skupiny\n\n" + text).organizations.map(\.name.value)
}

@Test(
  "Names of institutions without a legal form",
  arguments: [
    ("Výstava bude v Kulturním domě Lhotka.", "Kulturní dům Lhotka"),
    ("Místo: Denní stacionář Jitřenka", "Denní stacionář Jitřenka"),
    ("Pečovatelská služba Lhotka navýšila úvazky.", "Pečovatelská služba Lhotka"),
    ("Zahradnictví Koniklec dá sponzorský dar.", "Zahradnictví Koniklec"),
    ("Klub vede Salesiánské středisko mládeže.", "Salesiánské středisko mládeže"),
    ("Listiny jsou v depozitáři Národního archivu.", "Národního archivu"),
    ("Schůzka s Povodím Moravy bude v březnu.", "Povodí Moravy"),
    ("Opravu zaplatí Zlínský kraj.", "Zlínský kraj"),
    ("Sál nabídl Pardubický kraj, stůl ne.", "Pardubický kraj"),
    ("Smlouvu má DSO Lipka-Bus.", "DSO Lipka-Bus"),
    ("Plán pořídí Kraj Vysočina.", "Kraj Vysočina"),
    ("Hostem byla ředitelka KC Koniklec.", "KC Koniklec"),
    ("Diakonie – středisko má nové prostory.", "Diakonie"),
    ("Beseda vznikla ve spolupráci s organizací Člověk v tísni.", "Člověk v tísni"),
    ("Tajemnice osloví organizaci E-pomoc.", "E-pomoc"),
    ("Správcovská firma KOLOS servis pošle vyúčtování.", "KOLOS servis"),
    ("Poradnu zřídí ve spolupráci s organizací Netrap duši.", "Netrap duši"),
  ])
func unmarkedNames(text: String, name: String) {
  #expect(organizations(text) == [name])
}

@Test("An institution and an association joined by a word are two")
func joinedNames() {
  #expect(
    organizations("Slavnost chystá Kulturní dům Lhotka a spolek Lhotečtí ochotníci, z. s.")
      == ["Kulturní dům Lhotka", "Lhotečtí ochotníci, z. s."])
  #expect(organizations("Nákup stál 300 Kč Jana Nová vrátí.").isEmpty)
}

@Test("What goes on behind a name is no part of it")
func endOfName() {
  #expect(organizations("Pomůže organizace Koniklec zdarma.") == ["Koniklec"])
  #expect(organizations("Denní program tábora je hotov, vede ho kraj.").isEmpty)
}
