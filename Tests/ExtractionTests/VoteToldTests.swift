import Domain
import Testing

private func votes(_ text: String) -> [String] { LineReader.votes(text) }

private let counts = "\nPro: 7 Proti: 0 Zdržel se: 1"

@Suite("Subjects that stand above the outcome of a vote")
struct VoteToldTests {
  @Test("Of which record the outcome tells, the sentence above says")
  func proposedAbove() {
    #expect(
      votes(
        "Nejprve byl schvalován zápis ze 3. schůze.\nHlasování:\n"
          + "Pro: 7   Proti: 0   Zdržel se: 1   Zápis byl schválen.")
        == ["schvalován zápis ze 3. schůze: 7-0-1"])
    #expect(
      votes(
        "Poté byla navržena volební komise ve složení p. Dub, p. Malá.\nHlasování:\n"
          + "Pro: 7   Proti: 0   Zdržel se: 1   Volební komise byla schválena")
        == ["volební komise ve složení p. Dub, p. Malá: 7-0-1"])
  }

  @Test("What the outcome names by one word may be the title of the point")
  func titled() {
    #expect(
      votes(
        "Termín letního tábora\nDub: Nejlépe v červenci.\nHlasování: 7/0/1.\nTermín byl schválen.")
        == ["Termín letního tábora: 7-0-1"])
  }

  @Test("Hlasování o … stands above the word Hlasování alone")
  func namedAbove() {
    #expect(
      votes(
        "Jan Dub chtěl bod o plotu.\nHlasování o návrhu p. Duba:\nHlasování:\n"
          + "Pro: 7   Proti: 0   Zdržel se: 1   Nový bod byl schválen")
        == ["Hlasování o návrhu p. Duba: 7-0-1"])
  }

  @Test("When the next meeting is may stand behind the counts")
  func nextMeeting() {
    #expect(
      votes(
        "Vzhledem k prázdninám padl návrh na září.\n"
          + "Pro: 7   Proti: 0   Zdržel se: 1   Příští schůze proběhne 3. 9. 2024 v klubovně."
      ) == ["Příští schůze proběhne 3. 9. 2024 v klubovně: 7-0-1"])
  }

  @Test("Hours and days that stand before their counts were voted on")
  func hoursAndDays() {
    #expect(
      votes("Hlasování o hodině\n17:00 5-2-1 saldo 3\n18:30 2-5-1 saldo -3")
        == ["17:00: 5-2-1", "18:30: 2-5-1"])
    #expect(
      votes(
        "Hlasování o termínech:\n12. 3. – 5 pro, 1 proti, 1 se zdržel\n"
          + "19. 3. – 7 pro, 0 proti, 0 se zdrželo")
        == ["12. 3: 5-1-1", "19. 3: 7-0-0"])
  }

  @Test("A report about a point is not what was voted on, its title is")
  func reported() {
    #expect(
      votes("3. Nákup sekačky\nPředseda představil tři nabídky.\nHlasování:" + counts)
        == ["Nákup sekačky: 7-0-1"])
    #expect(
      votes("3. Nákup sekačky\nPo diskusi bylo hlasováno o nákupu nové sekačky." + counts)
        == ["hlasováno o nákupu nové sekačky: 7-0-1"])
  }

  @Test("The text of a proposal stands in quotes above the talk about it")
  func drafted() {
    let text = """
      Jménem dílny Dub předložil návrh usnesení:
      "Žádáme správce o opravu střechy dílny".
      Lípová podpořila návrh.
      Javor by s opravou počkal na jaro.
      Pro: 7   Proti: 0   Zdržel se: 1   Usnesení bylo schváleno
      """
    #expect(votes(text) == ["Žádáme správce o opravu střechy dílny: 7-0-1"])
    let found = LineReader.extract("Zápis ze schůze výboru\ndne 5. 2. 2024\n\n" + text)
    #expect(
      found.resolutions.compactMap(\.text?.value) == ["Žádáme správce o opravu střechy dílny"])
  }

  @Test("That a proposal was adopted is the subject where only talk stands above")
  func adoptedAfterTalk() {
    #expect(
      votes(
        "Dub zdůraznil, že čas není, a s návrhem nesouhlasí.\n"
          + "Návrh usnesení byl hlasováním schválen (7 pro, 0 proti, 1 se zdržel)")
        == ["Návrh usnesení byl hlasováním schválen: 7-0-1"])
  }

  @Test("A text in quotes and the parts of a change stand under what was decided")
  func quotedAndChanged() {
    #expect(
      votes(
        "Schůze schvaluje Řád dílny\n\"\"\"\nKdo odejde poslední, zhasne.\n\"\"\"\nHlasování:"
          + counts) == ["schvaluje Řád dílny: 7-0-1"])
    #expect(
      votes(
        "Návrh na změnu řádu:\nSchůze se koná jednou ročně.\nse mění na\n"
          + "Schůze se koná dvakrát ročně.\nHlasování:" + counts)
        == ["Návrh na změnu řádu: 7-0-1"])
  }

  @Test("Of several points under Hlasování the first names the vote")
  func severalPoints() {
    #expect(
      votes(
        "Hlasování:\n- Komise žádá správce o plán oprav.\n- Komise doporučuje koupit plot." + counts
      )
        == ["žádá správce o plán oprav: 7-0-1"])
  }

  @Test("Two counts in a sentence have a text each, behind them or around them")
  func behindCounts() {
    #expect(
      votes("Usnesení schváleno 7-0-1 v prvním znění, 6-1-1 ve druhém znění.")
        == ["v prvním znění: 7-0-1", "ve druhém znění: 6-1-1"])
    #expect(
      votes("Senát určil 15-0-3 sen. Duba správcem dílny.")
        == ["určil sen. Duba správcem dílny: 15-0-3"])
  }

  @Test("A verb in a line of its own begins what was imposed")
  func verbAlone() {
    #expect(
      votes(
        "Výbor po projednání\nukládá\nsprávci svolat schůzi dílny.\n"
          + "Pozvat na ni sousedy.\nHlasování:\nPřítomno: 8 přítomných\nPro: 8 pro\n"
          + "Proti: 0\nZdržel se: 0")
        == ["svolat schůzi dílny: 8-0-0"])
  }
}
