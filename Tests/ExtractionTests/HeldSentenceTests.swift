import Domain
import Testing

private func held(_ text: String) -> [String?] {
  let found = LineReader.extract(text)
  let meeting = found.meeting
  return [
    found.date?.value.description, meeting?.time?.value, meeting?.endTime?.value,
    meeting?.place?.value,
  ]
}

@Test("A sentence tells when and where the meeting was")
func heldSentence() {
  #expect(
    held(
      """
      Účastníci:
      vedoucí a děti

      Zápis ze zasedání, které se uskutečnilo 9.1. 2014 v Lípě od 16:00 do 19:50 v hostinci U Duba.
      Jednání zahájil předseda v 16:14 hodin.
      """) == ["2014-01-09", "16:00", "19:50", "v hostinci U Duba"])
  #expect(
    held(
      """
      Zápis koncertní rady ze dne 4. 5. 2016

      Zasedání koncertní rady se konalo 4. 5. 2016 od 20:00 v prostorách studovny ve 2. patře.
      """) == ["2016-05-04", "20:00", nil, "v prostorách studovny ve 2. patře"])
}

@Test("An earlier meeting tells nothing of this one")
func earlierMeeting() {
  #expect(
    held(
      """
      Zápis ze schůze výboru dne 5. 2. 2024

      Minulá schůze se konala 8. 1. 2024 od 17:00 v klubovně.
      """) == ["2024-02-05", nil, nil, nil])
}

@Test(
  "A town in the title is the place, and the number of a district is not",
  arguments: [
    ("Zápis ze zasedání rady v Praze dne 4. 5. 2016", "v Praze"),
    ("Zápis ze zasedání rady v Poličce dne 4. 5. 2016", "v Poličce"),
    ("Zápis\nObvodní rada v Praze 7\ndne 4. 5. 2016", nil),
  ])
func townInTitle(text: String, place: String?) {
  #expect(held(text)[3] == place)
}

@Test("The front of a page has the town at the end of its name, and whose page it is")
func frontOfPage() {
  let found = LineReader.extract(
    """
    ---
    typ: rozhodnutí
    název: Zasedání krajského výboru ve Starých Lipinách
    původce: krajský výbor
    datum: 2021-08-27
    ---

    Zasedání proběhlo v sobotu. Žádné usnesení nebylo přijato.
    """)
  #expect(found.meeting?.place?.value == "ve Starých Lipinách")
  #expect(found.meeting?.body?.value == "krajský výbor")
}

@Test("A room alone in a line under the title is the place")
func roomUnderTitle() {
  let text = """
    Zápis z 2. zasedání zastupitelstva dne 13. 4. 2022

    Školní jídelna, Dlouhá 15, Lipiny

    Přítomni: Jan Dub, Eva Malá
    """
  #expect(held(text)[3] == "Školní jídelna, Dlouhá 15, Lipiny")
}

@Test("The day may stand before the verb, and a date of birth is none")
func dayBeforeVerb() {
  #expect(
    held(
      """
      Zápis z 1. schůze

      Dne 26. 3. 2020 se uskutečnila první členská schůze spolku.

      Ředitelem byl zvolen Jan Dub.
      Datum narození: 15. 8. 1970
      """) == ["2020-03-26", nil, nil, nil])
}

@Test("The room of the sentence says more than the town beside the day")
func roomOverTown() {
  #expect(
    held(
      """
      Zápis ze zasedání fóra 7. 11. 2013 v Lípě.

      Zasedání se uskutečnilo od 15:00 do 20:48 v hostinci U Duba
      """) == ["2013-11-07", "15:00", "20:48", "v hostinci U Duba"])
}

@Test("A span in brackets below tells when, and is no part of the place")
func spanInBrackets() {
  #expect(
    held(
      """
      Zápis z oddílové rady konané 4.2.2007 v klubovně na Vrchu
      (9.00 – 11.00 hodin).

      Přítomni: Dub, Malá
      """) == ["2007-02-04", "09:00", "11:00", "v klubovně na Vrchu"])
}

@Test("A body with an adjective of its own, and a verb that decides is no part of it")
func bodiesInTitles() {
  func body(_ text: String) -> String? { LineReader.extract(text).meeting?.body?.value }
  #expect(body("Zápis z oddílové rady konané 4. 2. 2007\n\nText.") == "oddílová rada")
  #expect(body("ZÁPIS ZE STŘEDISKOVÉ RADY 4. 2. 2007\n\nText.") == "STŘEDISKOVÁ RADA")
  #expect(body("Zápis ze zasedání krajského fóra 4. 2. 2007\n\nText.") == "krajské fórum")
  #expect(body("Zápis z první členské schůze dne 4. 2. 2007\n\nText.") == "členská schůze")
  #expect(
    body("• @Krajské fórum smí číst\n\nZápis ze schůze 4. 2. 2007\nVýbor přijímá Jana Duba.")
      == "Výbor")
}

@Test("A hall in a line below the title is the place")
func hallBelowTitle() {
  #expect(
    held(
      """
      Zápis z 2. zasedání Zastupitelstva města Lípa dne 13. 4. 2022

      Výstaviště Lípa, vstupní hala, vchod z ulice

      Přítomni: Jan Dub, Eva Malá
      """) == ["2022-04-13", nil, nil, "Výstaviště Lípa, vstupní hala, vchod z ulice"])
}
