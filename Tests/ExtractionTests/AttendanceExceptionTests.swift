import Domain
import Testing

private func attendance(_ text: String) -> [String] {
  let heading = "Zápis ze schůze výboru\ndne 5. 2. 2024\n\n"
  return (LineReader.extract(heading + text).meeting?.attendance ?? [])
    .map { "\($0.status.rawValue) \($0.person.value.name)" }
}

@Test(
  "Whoever is excepted from all was not there",
  arguments: [
    ("Přítomni: všichni členové výboru kromě pana Karla Doubka", "absent Karel Doubek"),
    ("Přítomni: všichni mimo Evy Lípové", "absent Eva Lípová"),
    ("Přítomni všichni členové rady s výjimkou Mgr. Evy Lípové (omluvena)", "excused Eva Lípová"),
    ("Schůze se zúčastnili všichni členové vyjma pana Kučery.", "absent Kučera"),
  ])
func exceptions(text: String, expected: String) {
  #expect(attendance(text + "\n\n1. Opravy\nVýbor projednal opravy.") == [expected])
}

@Test("All who came may be named in brackets, or not at all")
func allOfThem() {
  #expect(
    attendance("Přítomni: všichni členové (Jan Dub, Eva Lípová)")
      == ["present Jan Dub", "present Eva Lípová"])
  #expect(attendance("Přítomni: všichni členové výboru\n\n1. Opravy\n2. Různé").isEmpty)
  #expect(attendance("Odměny dostali všichni kromě Karla Buka.").isEmpty)
}

@Test("Names may follow a count behind a dash")
func countBeforeNames() {
  #expect(
    attendance("Přítomno: 3 členů výboru – Dub, Lípová, Jasan\nOmluveno: 1 – Vrba")
      == ["present Dub", "present Lípová", "present Jasan", "excused Vrba"])
}

@Test("Words for an apology open a list of the excused, with and without one")
func apologies() {
  #expect(
    attendance("Přítomni: Jan Dub\nOmluvy: Petr Jasan, Eva Lípová")
      == ["present Jan Dub", "excused Petr Jasan", "excused Eva Lípová"])
  #expect(
    attendance("Přítomni: Jan Dub\nNepřítomen bez omluvy: Petr Jasan")
      == ["present Jan Dub", "absent Petr Jasan"])
}

@Test(
  "Sentences tell who came together",
  arguments: [
    "Schůze se zúčastnili členové výboru Jan Dub, Eva Lípová a revizor Petr Jasan.",
    "Jednání se zúčastnili: Jan Dub, Eva Lípová, Petr Jasan",
    "Na schůzi se sešli Jan Dub, Eva Lípová a Petr Jasan.",
    "Sešli se tito členové: Jan Dub, Eva Lípová, Petr Jasan",
    "Výbor jednal v klubovně za účasti těchto členů: Jan Dub, Eva Lípová, Petr Jasan.",
    "Schůze byla v pátek. Zúčastnilo se jí 3 členů (Jan Dub, Eva Lípová a Petr Jasan).",
  ])
func participation(text: String) {
  #expect(attendance(text) == ["present Jan Dub", "present Eva Lípová", "present Petr Jasan"])
}

@Test("Who took part in something else was not at the meeting")
func otherParticipation() {
  #expect(attendance("Výstavy se zúčastnili Jan Dub a Eva Lípová.").isEmpty)
  #expect(attendance("Nezúčastnil se Karel Javor.") == ["absent Karel Javor"])
}

@Test("A sentence or the end of a list says who was excused or missing")
func statusInSentence() {
  #expect(attendance("omluven Karel Javor") == ["excused Karel Javor"])
  #expect(
    attendance("Přítomni:\nDle seznamu. Nepřítomen J. Buk (odbory), L. Vrba (svaz) omluven")
      == ["absent J. Buk", "excused L. Vrba"])
  #expect(
    attendance(
      "Přítomno 11 členů, 2 členové omluveni – Ing. J. Buk, M. Vrba. V 18:19 přišla E. Malá.")
      == ["excused J. Buk", "excused M. Vrba", "present E. Malá"])
  #expect(attendance("V roce 2018 přišla Eva Malá s nápadem.").isEmpty)
  #expect(
    attendance("Přítomni: Dub, Lípa, omluven Javor (směna)")
      == ["present Dub", "present Lípa", "excused Javor"])
}

@Test("A status right behind the name and who came instead")
func statusBehindName() {
  #expect(
    attendance(
      """
      Prezence:
       • František Dub omluven, třídu zastupovala Klára Lípová
       • Veronika Jasanová se nedostavila, zástupce nebyl přítomen
       • Pozorovatelé z řad zaměstnanců školy: Ota Vrba, Petr Buk
      """)
      == [
        "excused František Dub", "present Klára Lípová", "absent Veronika Jasanová",
        "guest Ota Vrba", "guest Petr Buk",
      ])
  #expect(
    attendance("Přítomno: 6 členů zastupitelstva, P. Lípová omluvena - nemoc")
      == ["excused P. Lípová"])
}

@Test("A comma that was forgotten and a name that no list has still make two people")
func unusualLists() {
  #expect(
    attendance("Přítomni: P. Petr Dub Josef Lípa, Eva Vrbová")
      == ["present Petr Dub", "present Josef Lípa", "present Eva Vrbová"]
      || attendance("Přítomni: P. Petr Dub Josef Lípa, Eva Vrbová")
        == ["present P. Petr Dub", "present Josef Lípa", "present Eva Vrbová"]
  )
  #expect(
    attendance("Přítomni:\nIng. Jan Dub, člen rady, Olexandra Udovia, členka rady, Eva Lípová")
      == ["present Jan Dub", "present Olexandra Udovia", "present Eva Lípová"])
  #expect(attendance("Přítomni : pp., Jan Dub, , Eva Lípová").count == 2)
  #expect(
    attendance("Přítomni: bři Jan Dub – Vlk, Josef Lípa –\nBob, ses. Eva Vrbová")
      == ["present Jan Dub", "present Josef Lípa", "present Eva Vrbová"])
}

@Test("A board is listed by its offices, also under a sentence")
func board() {
  #expect(
    attendance(
      """
      Schůze se zúčastnili členové výboru viz prezenční listina

      Předseda: Jan Dub
      Hospodář: Josef Lípa
      Brigádní referent : p. Vrba- omluven
      Dozorčí komise : Jiří Jasan
      Dozorčí komise: Václav Buk – nepřítomen
      Volební komise: Ota Javor
      """)
      == [
        "present Jan Dub", "present Josef Lípa", "excused Vrba", "present Jiří Jasan",
        "absent Václav Buk",
      ])
}

@Test("Brackets may explain the order of a list; a sentence that begins like a label is none")
func labels() {
  #expect(
    attendance(
      "Přítomni (dle abecedního pořádku a bez titulů):\nZaměstnanci:\nDub P., Lípa J.\n"
        + "Studenti:\nBuk K."
    ) == ["present P. Dub", "present J. Lípa", "present K. Buk"])
  let agenda = LineReader.extract(
    """
    Zápis ze schůze výboru dne 5. 2. 2024
    Program:
    1. Bohoslužba
    - Členové se vyjádřili v poměru pro : proti 7:4
    2. Setkání
    3. Různé
    """
  ).meeting?.items.map(\.title.value)
  #expect(agenda == ["Bohoslužba", "Setkání", "Různé"])
}

@Test("Under guests and an empty line begins the list of those who belong there")
func guestsFirst() {
  #expect(
    attendance(
      "Přítomni: viz prezenční listina\nHosté: Mgr. Jana Dubová\n\nzástupci rodičů:\nJiří Lípa"
    ) == ["guest Jana Dubová", "present Jiří Lípa"])
}
