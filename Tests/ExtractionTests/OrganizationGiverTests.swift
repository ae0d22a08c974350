import Domain
import Testing

private func organizations(_ text: String) -> [String] {
  LineReader.extract("Zápis ze schůze výboru\ndne 5. 2. 2024\n\n" + text).organizations.map(
    \.name.value)
}

@Test("A region that gives money is an organisation, one where something lies is none")
func givingRegions() {
  #expect(organizations("Žádost o dotaci z Pardubického kraje byla podána.") == ["Pardubický kraj"])
  #expect(organizations("Nejlepší oddíly z Pardubického kraje přijely v sobotu.").isEmpty)
}

@Test("Names end before what the organisation does")
func endsBeforeVerb() {
  #expect(organizations("Gymnázium Lhota otevře nový obor.") == ["Gymnázium Lhota"])
  #expect(organizations("Jihočeská univerzita nabídla praxi.") == ["Jihočeská univerzita"])
  #expect(organizations("Organizace Člověk v tísni nabídla pomoc.") == ["Člověk v tísni"])
}

@Test("Houses of culture, cooperatives and parties have initials")
func initials() {
  #expect(organizations("Akce proběhne v KD Podlesí.") == ["KD Podlesí"])
  #expect(organizations("Schůze se zúčastní SBD Stavbař.") == ["SBD Stavbař"])
  #expect(organizations("Zařadit sloupek TOP 09 do zpravodaje.") == ["TOP 09"])
  #expect(organizations("Kulturní komise města Lhota se sejde v máji.").isEmpty)
}

@Test("An amount before a capital is no organisation")
func amounts() {
  #expect(organizations("Závod hasičů: 5000 Kč Závěr roku: 3000 Kč Podzimní běh").isEmpty)
}
