import Domain
import Testing

@Test("A service has its kind by the act, its registration and the change of its capacity")
func services() {
  let found = LineReader.extract(
    """
    Domov u řeky, z. ú., IČ 26537036, na azylový dům, číslo registrace 1234567, \
    kapacity z 5 lůžek na 9 lůžek
    Organizace Pomoc, z. s. zrušila registraci na službu noclehárny
    """
  ).services
  #expect(found.map(\.kind.value) == ["azylový dům", "noclehárna"])
  #expect(found[0].registration?.value == "1234567")
  #expect(found[0].capacityBefore?.value == 5)
  #expect(found[0].capacity?.value == 9)
  #expect(found[1].isCancelled?.value == true)
}

@Test("Calls have their number and programme")
func calls() {
  let found = LineReader.extract(
    "Záměr míří do výzvy č. 03_22_011 Operačního programu Spravedlivá. Dále výzvy IROP 12, 15."
  ).calls
  #expect(found.map(\.number.value) == ["03_22_011", "12", "15"])
  #expect(found[0].programme?.value == "Operační program Spravedlivá")
}

@Test("Plans have their years and their approval")
func plans() {
  let found = LineReader.extract(
    "Návrh vychází z dokumentu Koncepce bydlení města Lhotka na léta 2021 – 2025; "
      + "Akčního plánu prevence (AP, schválen 3. 2. 2020), jež platí."
  ).plans
  #expect(found.map(\.name.value) == ["Koncepce bydlení města Lhotka", "Akční plán prevence"])
  #expect(found[0].validFrom?.value.description == "2021")
  #expect(found[0].validTo?.value.description == "2025")
  #expect(found[1].approved?.value.description == "2020-02-03")
}

@Test("Contacts are normalised; amounts and identification numbers are no telephones")
func contacts() {
  let found = LineReader.extract(
    "Pište na info@spolek-lipa.cz, www.lipa.cz/akce, telefon 605 111 222, částka 300 200 100 Kč."
  ).contacts
  #expect(
    found.map(\.value.value) == ["info@spolek-lipa.cz", "www.lipa.cz/akce", "+420605111222"])
  #expect(found.map(\.kind) == [.email, .url, .phone])
}

@Test("A telephone after a person in brackets is that person's, in the nominative")
func contactOfPerson() {
  let found = LineReader.extract("Volejte pana Dubického (605 111 222).").contacts
  #expect(found.first?.person?.value == "Dubický")
}

@Test("Events have their days; the year at the end of a list holds for all")
func events() {
  let found = LineReader.extract(
    "Setkání sousedů je plánováno v termínu 3. - 4. března, 5. dubna 2022."
  ).events
  #expect(found.map(\.date?.value.description) == ["2022-03-03/2022-03-04", "2022-04-05"])
  #expect(found.first?.name.value == "Setkání sousedů")
}

@Test(
  "Surnames return to the nominative",
  arguments: [
    ("Nováka", false, "Novák"), ("Jirotku", false, "Jirotka"), ("Dubického", false, "Dubický"),
    ("Lípové", true, "Lípová"), ("Lípovou", true, "Lípová"),
  ])
func surnames(written: String, isWoman: Bool, nominative: String) {
  let sentence = "Volejte \(isWoman ? "paní" : "pana") \(written) (605 111 222)."
  #expect(LineReader.extract(sentence).contacts.first?.person?.value == nominative)
}

@Test("Figures have their thousands and their unit; dates and numbers of acts are none")
func figures() {
  let found = LineReader.extract(
    "Pomoc dostalo 48 klientů, rozdáno 1 200 ks, cena je asi 35 tis. Kč, dar 20.000,- Kč, "
      + "zákon č. 108/2006."
  ).figures
  #expect(found.map(\.value.value) == [48, 1200, 35000, 20000])
  #expect(found.map(\.unit.value) == ["klientů", "ks", "Kč", "Kč"])
}

@Test("Cases of a unit are counted as one")
func unitsInOneCase() {
  let found = LineReader.extract(
    "Stacionář má 5 lůžek, přibudou 2 lůžka a 1 lůžko, 3 klienti čekají na 4 místní akce."
  ).figures
  #expect(found.map(\.unit.value) == ["lůžek", "lůžek", "lůžek", "klientů"])
}

@Test("An addition to the minutes has its author and the organisation it is about")
func amendments() {
  let found = LineReader.extract(
    "Zápis\nDům u řeky, z.s. – provoz běží.\nDoplnění zápisu – komentář vedoucí domu\nDěkujeme."
  ).amendments
  #expect(found.map(\.by.value) == ["vedoucí domu"])
  #expect(found.first?.organization?.value == "Dům u řeky, z.s.")
}
