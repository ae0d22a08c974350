import Domain
import Testing

private func resolutions(_ text: String) -> [String] {
  LineReader.extract(text).resolutions.map {
    "\($0.number?.value ?? "-"): \($0.text?.value ?? "-")"
  }
}

@Suite("Forms of resolutions")
struct ResolutionFormTests {
  @Test("A number in a list may open a resolution, and a title may stand above its text")
  func numberedOpenings() {
    #expect(
      resolutions(
        """
        Zápis ze schůze rady

        1. Usn. 40/2011/Lip
        Nové lavičky
        Rada města schvaluje nákup laviček.

        2. Usn. 41/2011/Lip
        Plot
        Rada města schvaluje opravu plotu.
        """) == [
          "40/2011/Lip: Rada města schvaluje nákup laviček",
          "41/2011/Lip: Rada města schvaluje opravu plotu",
        ])
  }

  @Test("The text may stand behind the number without a mark")
  func textBehindNumber() {
    #expect(
      resolutions("Zápis\n\nUsnesení č. 5/2021 Zastupitelstvo města bere na vědomí zprávu o lese.")
        == ["5/2021: Zastupitelstvo města bere na vědomí zprávu o lese"])
  }

  @Test("Under one label each paragraph that a body begins is a resolution of its own")
  func paragraphsOfBodies() {
    #expect(
      resolutions(
        """
        Usnesení

        Řád spolku
        Krajský výbor schvaluje nový řád.
        Krajský výbor ukládá předsednictvu připravit sjezd.
        Diskuse trvala hodinu.
        """) == [
          "-: Krajský výbor schvaluje nový řád",
          "-: Krajský výbor ukládá předsednictvu připravit sjezd",
        ])
  }

  @Test("A document that is one resolution has its number and its day in lines of their own")
  func singleResolution() throws {
    let found = LineReader.extract(
      """
      Usnesení rady MČ Lipov
      Souhlas s podnájmem
      č. 0123/05
      Ze dne 11.4.2005
      Obvodní rada v Lipově
      po projednání
      I. bere na vědomí
      předložený materiál
      II. souhlasí
      s podnájmem dílny
      """
    ).resolutions
    let resolution = try #require(found.first)
    #expect(found.count == 1)
    #expect(resolution.number?.value == "0123/05")
    #expect(resolution.date?.value.description == "2005-04-11")
    #expect(resolution.body?.value == "Obvodní rada v Lipově")
    #expect(resolution.text?.value == "bere na vědomí předložený materiál")
  }

  @Test("A text without lines has its resolutions inside of them")
  func resolutionInsideOfLine() {
    let talk = String(repeating: "Předseda mluvil o přípravě lesní školy a o penězích. ", count: 8)
    #expect(
      resolutions(
        "Zápis\n\n\(talk)Usnesení 1/61: Výbor schvaluje nového člena. pro: 8 proti: 0 \(talk)")
        == ["1/61: Výbor schvaluje nového člena"])
  }

  @Test("Where no label says it, a body and the present of a verb make a decision")
  func decisionsWithoutLabel() {
    let text = """
      Zápis ze schůze
      dne 5. 2. 2024

      1. Les
      a) ZO pověřuje starostu jednáním o prodeji dřeva.
      b) Starosta doporučuje návštěvu lesa.
      ZO vzalo na vědomí zprávu.
      """
    #expect(resolutions(text) == ["-: ZO pověřuje starostu jednáním o prodeji dřeva"])
  }

  @Test("The decision above a number ends where the vote on it begins")
  func decisionBeforeVote() {
    #expect(
      resolutions(
        "Zápis\n\nRada schvaluje rozpočet – hlasování 7/0/0\nUsnesení č. 3 bylo schváleno.")
        == ["3: schvaluje rozpočet"])
  }

  @Test("The points under what a body resolves belong to it, up to the next resolution")
  func pointsUnderVerb() {
    #expect(
      resolutions(
        """
        Usnesení valné hromady klubu ze dne 18. března 2022

        Valná hromada schvaluje:
        • zprávu o stavu základny,
        • rozpočet
        Valná hromada ukládá výboru:
        • uklidit hřiště
        """) == [
          "-: Valná hromada schvaluje: • zprávu o stavu základny, • rozpočet",
          "-: Valná hromada ukládá výboru: • uklidit hřiště",
        ])
  }

  @Test("A colon may stand behind the abbreviation of the number")
  func colonBehindAbbreviation() {
    #expect(
      resolutions("Zápis\n\nUsnesení č.: 643\nRada města schvaluje nový plot.\n")
        == ["643: Rada města schvaluje nový plot"])
  }
}

@Test("Bullets under the heading are resolutions when most of them decide")
func bulletsOfResolutions() {
  let found = LineReader.extract(
    """
    Zápis z jednání výboru dne 7. 11. 2022

    Usnesení

    - Jan Dub a Eva Malá zakládají oddíl v Lipinách.
    - Výbor přijímá Petra Lípu za člena.
    - Výbor nominuje do rady Evu Malou.

    Program
    """)
  #expect(found.resolutions.count == 3)
}

@Test("A number alone under its counts is the number of what was voted on above them")
func numberUnderCounts() {
  #expect(
    resolutions(
      """
      Zápis ze zasedání zastupitelstva

      Hlasování:
      Zastupitelstvo obce schvaluje nákup sekačky.
      Pro: 6
      Proti: 0
      Zdrželo se: 1

      Usnesení č. 4

      Vodovod
      Starosta popsal stav.
      Zastupitelstvo obce bere na vědomí zprávu o vodovodu.
      Pro: 7
      Proti: 0
      Zdrželo se: 0

      Usnesení č. 5

      Závěr
      """) == ["4: schvaluje nákup sekačky", "5: bere na vědomí zprávu o vodovodu"])
}

@Test("A body may tell in the past what it decided, with a vote or without one")
func decidedInThePast() {
  #expect(
    resolutions(
      """
      Zápis z jednání rady

      1. Rada schválila program jednání.
      2. Rada schválila nákup nových stolů.
      3. Rada schválila prodej vozu (pro 5, proti 0, zdrželi se 0).
      4. Rada si prohlédla sklad.

      - Rada odsouhlasila opravu dvora.
      - Rada poděkovala hostům.
      """) == [
        "-: Rada schválila nákup nových stolů",
        "-: Rada schválila prodej vozu (pro 5, proti 0, zdrželi se 0)",
        "-: Rada odsouhlasila opravu dvora",
      ])
}

@Test("A Roman number does not end its sentence")
func romanOrdinal() {
  #expect(
    resolutions(
      """
      Zápis z jednání rady

      Usnesení 3/2020: Rada schvaluje účast na VIII. konferenci knihoven v Lipové.
      """) == ["3/2020: Rada schvaluje účast na VIII. konferenci knihoven v Lipové"])
}

@Test("A sentence may introduce what was decided")
func introducedBullets() {
  #expect(
    resolutions(
      """
      Zápis ze zasedání fóra

      Usnesení

      Rozhodnutí, která padla na zasedání.

      • Fórum přijímá Jana Duba za člena.
      • Eva Malá rezignuje na svou funkci.
      • Fórum ruší volební komisi.

      Úkoly
      """) == [
        "-: Fórum přijímá Jana Duba za člena", "-: Eva Malá rezignuje na svou funkci",
        "-: Fórum ruší volební komisi",
      ])
}
