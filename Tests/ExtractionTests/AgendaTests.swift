import Domain
import Testing

@Test("Items are matched although the numbers of programme and discussion disagree")
func agendaWithRepeatedNumbers() throws {
  let meeting = try #require(
    LineReader.extract(
      """
      Zápis
      Program jednání:
      1. Zahájení
      1. Rozpočet
      Ad. 1)
      Schůze byla zahájena.
      add2)
      Rozpočet byl projednán.
      add 3) Různé
      Bez připomínek.
      """
    ).meeting)
  #expect(meeting.items.map(\.number) == ["1", "2", "3"])
  #expect(meeting.items.map(\.announced) == [true, true, false])
  #expect(meeting.items[1].text?.value == "Rozpočet byl projednán.")
  #expect(meeting.items[2].title.value == "Různé")
}

@Test("Headings with letters are the programme when the discussion stands between them")
func agendaOfLetters() throws {
  let text = "Zápis\nProgram:\na) Hřiště\n- bude opraveno\n- do léta\n- jistě\nb) Cesta\n- hotova"
  let meeting = try #require(LineReader.extract(text).meeting)
  #expect(meeting.items.map(\.title.value) == ["Hřiště", "Cesta"])
  #expect(meeting.items[1].text?.value == "- hotova")
}

@Test("Two items in one line, sub-items and columns of a drawn table are told apart")
func untidyProgrammes() throws {
  let meeting = try #require(
    LineReader.extract(
      """
      Zápis
      Program:
      1. Úvod      předseda   schval.
      2. Nákup lodí, 3. Oprava plotu,
      4. Různé: a. klíče b. studna
      """
    ).meeting)
  #expect(meeting.items.map(\.title.value) == ["Úvod", "Nákup lodí", "Oprava plotu", "Různé"])
}

@Test("A list inside of an item counts on its own")
func nestedLists() throws {
  let meeting = try #require(
    LineReader.extract(
      """
      Zápis
      Přítomni: Jan Tis
      Průběh jednání:
      1. Zahájení
      2. Projednané body
      1. Lavičky
      2. Cesty
      3. Studna
      3. Termíny schůzí
      """
    ).meeting)
  #expect(meeting.items.map(\.title.value) == ["Zahájení", "Projednané body", "Termíny schůzí"])
}

@Test("A heading with days in it is an item of minutes without a programme")
func headingWithDays() throws {
  let found = LineReader.extract(
    """
    Zápis ze schůze výboru
    Přítomni: Jan Nový

    Dále bylo projednáno:

    1) Vyúčtování služeb za užívané prostory za období 1. 7. 2010 – 31. 12. 2011
    Vyúčtování je hotovo.

    2) Účetní závěrka
    Závěrka bude v dubnu.
    """)
  #expect(found.meeting?.items.map(\.number) == ["1", "2"])
}

@Test(
  "A programme may stand in the line of its label, behind bullets or without any mark",
  arguments: [
    "Program: 1. Zahájení, 2. Rozpočet spolku, 3. Různé",
    "Program: Zahájení, Rozpočet spolku, Různé",
    "Program:\n- Zahájení\n- Rozpočet spolku\n- Různé",
    "Program jednání:\nZahájení\nRozpočet spolku\nRůzné",
  ])
func unnumberedProgramme(_ programme: String) {
  let found = LineReader.extract(
    "Zápis ze schůze\nPřítomni: Jan Nový\n\n\(programme)\n\nPředseda zahájil schůzi.")
  #expect(found.meeting?.items.map(\.title.value) == ["Zahájení", "Rozpočet spolku", "Různé"])
  #expect(found.meeting?.items.map(\.number) == ["1", "2", "3"])
}

@Test("Who speaks to an item is no part of its title")
func speakerOfItem() {
  let found = LineReader.extract(
    """
    Zápis ze zasedání senátu dne 7. 11. 2022
    Program:
    1. Kontrola zápisu
    2. prof. Ing. Jan Dub, CSc. – Zpráva děkana
    3. Mgr. Eva Malá - Návrh stipendií
    """)
  #expect(
    found.meeting?.items.map(\.title.value) == [
      "Kontrola zápisu", "Zpráva děkana", "Návrh stipendií",
    ])
}

@Test("A sentence may announce the points of the programme by letters")
func lettersUnderSentence() {
  let found = LineReader.extract(
    """
    Zápis ze schůze spolku dne 3. 4. 2020

    Na programu jednání schůze byly tyto body:

    a) zpráva o činnosti
    b) soupis členů
    c) volba orgánů

    Text.
    """)
  #expect(
    found.meeting?.items.map(\.title.value) == [
      "zpráva o činnosti", "soupis členů", "volba orgánů",
    ])
}

@Test("Points that refer to no programme are the agenda")
func pointsAreAgenda() {
  let found = LineReader.extract(
    """
    Zápis z valné hromady dne 5. 2. 2024

    Bod 1 – Schválení programu
    Program byl schválen.
    Bod 2 – Rozpočet na rok 2024
    Předseda představil rozpočet.
    Bod 3 – Různé
    Nic.
    """)
  #expect(
    found.meeting?.items.map { "\($0.number) \($0.title.value)" }
      == ["1 Schválení programu", "2 Rozpočet na rok 2024", "3 Různé"])
}
