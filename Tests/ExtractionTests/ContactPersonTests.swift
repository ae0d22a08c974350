import Domain
import Testing

private func contacts(_ text: String) -> [ExtractedContact] {
  LineReader.extract("Zápis ze schůze\n\n" + text).contacts
}

@Suite("Whose contacts they are, and addresses without a scheme")
struct ContactPersonTests {
  @Test(
    "The full name before a telephone or an e-mail has it",
    arguments: [
      "Kontakt: Mgr. Eva Malá, tel. 485 244 981", "Ing. Eva Malá, e-mail: urad@lhota.cz",
      "Hlaste se: Bc. Eva Malá, tel.: 485 244 982, e-mail: urad@lhota.cz",
    ])
  func sameLine(text: String) {
    #expect(contacts(text).allSatisfy { $0.person?.value == "Eva Malá" })
    #expect(!contacts(text).isEmpty)
  }

  @Test("A card has the name in its first line")
  func card() {
    let found = contacts("KONTAKT\nPhDr. Eva Malá, Ph.D.\nurad@lhota.cz\n+420 485 244 981\n")
    #expect(found.map { $0.person?.value } == ["Eva Malá", "Eva Malá"])
  }

  @Test("An address of given name and surname belongs to whom the text names so")
  func accountName() {
    let found = contacts("Zprávu podala Jana Nová.\n\nPodklady: jana.nova@lhota.cz\n")
    #expect(found.first?.person?.value == "Jana Nová")
  }

  @Test("A sentence between a name and an address parts them")
  func noPerson() {
    let found = contacts("Mgr. Eva Malá poslala žádosti a podklady na adresu urad@lhota.cz\n")
    #expect(found.first?.person == nil)
  }

  @Test("A telephone with the code of the country in one run is one; a fax reaches nobody")
  func gluedCountry() {
    let found = contacts("tel.: +420354922111\nfax: +420354922112\n")
    #expect(found.map(\.value.value) == ["+420354922111"])
  }

  @Test(
    "A domain alone is an address, also with accents, once however it is written",
    arguments: [
      ("Web lhota.cz běží. Lhota.cz je nová.", ["lhota.cz"]), ("Web žátec.cz", ["žátec.cz"]),
    ])
  func domain(text: String, values: [String]) {
    #expect(contacts(text).map(\.value.value) == values)
  }

  @Test(
    "A lost space, a product, a club and the words of a link are no domain",
    arguments: [
      "Rada to schválila.Info přijde.", "Text je v OpenLhota.org.", "Hrál SK Lhota.cz.",
      "Viz [lhota.cz](http://lhota.cz/vse)",
    ])
  func noDomain(text: String) {
    #expect(!contacts(text).contains { !$0.value.value.hasPrefix("http") })
  }
}
