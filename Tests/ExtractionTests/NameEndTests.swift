import Domain
import Parsing
import Testing

@Suite("Where names end")
struct NameEndTests {
  private func extracted(_ text: String) throws -> ExtractedDocument {
    Extractor.extract(
      try DocumentReader.read(
        Array("Zápis z jednání komise\n\nDatum: 5. 3. 2024\n\n\(text)\n".utf8), name: "a.txt"))
  }

  private func organizations(_ text: String) throws -> [String] {
    try extracted(text).organizations.map(\.name.value)
  }

  private func plans(_ text: String) throws -> [String] {
    try extracted(text).plans.map(\.name.value)
  }

  @Test("a name ends where the sentence goes on")
  func sentences() throws {
    #expect(
      try !organizations("Spolek by chtěl poděkovat Městu Lhota za podporu.").contains {
        $0.hasPrefix("Spolek by")
      })
    #expect(
      try organizations("Statutární město Horsko již právě díky ČČK pomáhá.")
        .contains("Statutární město Horsko"))
    #expect(try plans("Strategický plán byly po domluvě změněny.").isEmpty)
    #expect(
      try plans("Komunitní plán služeb byl schválen a zahrnut do rozpočtu.")
        == ["Komunitní plán služeb"])
    #expect(
      try plans("Strategický plán rozvoje jako součást řešení bydlení v Lhotě.")
        == ["Strategický plán rozvoje"])
  }

  @Test("a name ends at the border of a cell")
  func cells() throws {
    let row = "Plán sociálního začleňování\tRealizace\tZajištění procesů\n"
    #expect(try plans(row) == ["Plán sociálního začleňování"])
    #expect(try organizations("Poradenství\tZáznam z poradenství\tKonzultace Projektů\n").isEmpty)
  }

  @Test("what is no institution has no name of one")
  func noInstitutions() throws {
    for text in [
      "Sociální začleňování v Horsku pokračuje.", "Sociální začleňování v Horském kraji.",
      "Organizační zajištění Odborné práce trvá.",
      "Odborné poradenství Podpora opatření běží.", "Přechod OBCE Z KPSVL NA KPSV.",
      "Nabídka pro děti z MŠ a žákům ZŠ.", "Fakulta si vybírá nejlepší studenty.",
      "Fakulta nyní připravuje program.",
      "Jednání mezi Statutárními městy Horsko a Lípa nad Lužnicí.",
    ] {
      #expect(try organizations(text).isEmpty, "\(text)")
    }
    #expect(
      try organizations("Sociální centrum Lhota nabízí pomoc.") == ["Sociální centrum Lhota"])
  }

  @Test("a plan is named without what is done with it, and several plans keep their words")
  func plansThemselves() throws {
    #expect(
      try plans("Revize Strategického plánu rozvoje Lhoty na období 2019-2023")
        == ["Strategický plán rozvoje Lhoty"])
    #expect(
      try plans("Strategický plán sociálních služeb z 2014-2020")
        == ["Strategický plán sociálních služeb"])
    #expect(
      try plans("Příprava Tematických akčních plánů začala.") == ["Tematických akčních plánů"])
  }
}
