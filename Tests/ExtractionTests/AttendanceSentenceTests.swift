import Domain
import Testing

private func attendance(_ text: String) -> [String] {
  let heading = "Zápis ze schůze výboru\ndne 5. 2. 2024\n\n"
  return (LineReader.extract(heading + text).meeting?.attendance ?? [])
    .map { "\($0.status.rawValue) \($0.person.value.name)" }
}

@Test("Who was excused may stand in a sentence, in the nominative or in the accusative")
func excusedInSentences() {
  #expect(attendance("Ze schůze se omluvil Jan Novák.") == ["excused Jan Novák"])
  #expect(
    attendance("Předseda omluvil Miroslava Dlouhého a paní Ivu Krátkou.")
      == ["excused Miroslav Dlouhý", "excused Iva Krátká"])
  #expect(
    attendance("Předem se řádně omluvil: Ing. Jan Novák, p. Petr Dlouhý")
      == ["excused Jan Novák", "excused Petr Dlouhý"])
  #expect(attendance("Omluvil se za zpoždění vlaku.").isEmpty)
}

@Test("Who came may stand in a sentence that counts them")
func presentInSentences() {
  #expect(
    attendance(
      "Přítomno je 3 z 5 členů výboru: Jan Novák, Eva Malá, Petr Dlouhý, takže lze jednat.")
      == ["present Jan Novák", "present Eva Malá", "present Petr Dlouhý"])
  #expect(
    attendance("• Za výbor přítomni J. Novák, E. Malá. Schůzi zahájil J. Novák.")
      == ["present J. Novák", "present E. Malá"])
  #expect(attendance("Přítomno bylo 41 členů.").isEmpty)
}

@Test("A list names each person in a line with where the person comes from")
func describedLines() {
  let found = LineReader.extract(
    """
    Zápis z valné hromady
    5. 2. 2024

    Přítomni:
    1. Jan Novák, Městys Lhota nad Řekou
    2. Eva Malá, soukromá zemědělkyně Lhota
    3. Petr Dlouhý, Statky Lhota a.s.
    4. Jana Bílá, Spolek Naděje přišla později
    Omluveni:
    Ota Lán, TJ Sokol Lhota, z.s.

    1. Zahájení
    2. Rozpočet
    """
  ).meeting
  let entries = found?.attendance ?? []
  #expect(
    entries.map(\.person.value.name)
      == ["Jan Novák", "Eva Malá", "Petr Dlouhý", "Jana Bílá", "Ota Lán"])
  #expect(entries.first?.organization?.value == "Městys Lhota nad Řekou")
  #expect(entries.last?.status == .excused)
  #expect(found?.items.map(\.title.value) == ["Zahájení", "Rozpočet"])
}

@Test("Words between the names that belong to no name do not end the list")
func wordsBetween() {
  #expect(
    attendance("Přítomni:\nMgr. Jan Novák, sestra Eva Malá, Petr Dlouhý\nomluven: Ota Lán")
      == ["present Jan Novák", "present Eva Malá", "present Petr Dlouhý", "excused Ota Lán"])
  #expect(
    attendance("Přítomni: Novák, Beneš st., Malá\nOmluveni: Beneš ml., Dlouhý")
      == [
        "present Novák", "present Beneš st.", "present Malá", "excused Beneš ml.",
        "excused Dlouhý",
      ])
  #expect(
    attendance("Přítomni: Jan Novák\nHosté: Malá, Dlouhý, a Bílá ze Svazu")
      == ["present Jan Novák", "guest Malá", "guest Dlouhý", "guest Bílá"])
  #expect(
    attendance("Přítomni: Jan Novák.\nDelegující (delegovaný) člen: Eva Malá (Petr Dlouhý)")
      == ["present Jan Novák", "present Eva Malá"])
}

@Test("A table's first column may be headed as the list itself")
func headedTable() {
  let found =
    LineReader.extract(
      """
      Zápis z jednání výboru
      dne 5. 2. 2024

      Účast\tPřítomen\tNepřítomen\tOmluven
      1. Jan Novák (předseda, Spolek)\tx\t\t
      2. Eva Malá (členka)\t\t\tx
      3. Petr Dlouhý (člen)\t\tx\t
      Celkem\t1\t1\t1
      """
    ).meeting?.attendance ?? []
  #expect(found.map(\.status) == [.present, .excused, .absent])
  #expect(found.first?.role?.value.hasPrefix("předseda") == true)
}

@Test("A board may be listed by its offices, and friends of a club by a courtesy of their own")
func officers() {
  let found =
    LineReader.extract(
      """
      Zápis ze schůze výboru konané 7.10.2019
      Předseda: Jan Novák
      Jednatel : Petr Dlouhý
      Pokladní: Eva Malá – omluvena
      Program
      1. Zahájení
      2. Různé
      """
    ).meeting?.attendance ?? []
  #expect(found.map(\.person.value.name) == ["Jan Novák", "Petr Dlouhý", "Eva Malá"])
  #expect(found.map(\.status) == [.present, .present, .excused])
  #expect(found.map(\.role?.value) == ["Předseda", "Jednatel", "Pokladní"])
  #expect(
    attendance("Přítomno 4 členů a to př. Novák, pí. Malá, př. Dlouhý, Rak.\nOmluveni: př. Lán")
      == [
        "excused Lán", "present Novák", "present Malá", "present Dlouhý", "present Rak",
      ])
}
