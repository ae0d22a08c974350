import Domain
import Testing

private func votes(_ text: String) -> [String] {
  LineReader.extract("Zápis z valné hromady dne 5. 2. 2024\nPřítomno: 20 členů\n\n" + text).votes
    .map { "\($0.text.value) \($0.inFavour.value)-\($0.against.value)-\($0.abstained.value)" }
}

@Test("A proposal is about what it changes, not about the words around it")
func changedText() {
  #expect(
    votes(
      """
      Návrh 5.1
      Valná hromada mění předpis o příspěvcích:
      Základní příspěvek se stanovuje na 900,- Kč.
      Pro: 18
      Proti: 1
      Zdržel se: 1
      Návrh byl schválen.
      Návrh 5.2
      Z předpisu o dílně se vypouští odstavec:
      Člen, který odloží věc na déle než týden,
      uhradí její odvoz.
      Pro: 20
      Proti: 0
      Zdržel se: 0
      """) == [
        "Základní příspěvek se stanovuje na 900,- Kč 18-1-1",
        "Z předpisu o dílně se vypouští odstavec 20-0-0",
      ])
}

@Test("What was put to the vote stands behind the words that put it")
func putToTheVote() {
  #expect(
    votes(
      """
      Usnesení č. 3
      Výbor volí zapisovatele Jana Duba.

      Starosta nechal hlasovat o návrhové komisi.
      Výsledek hlasování: pro: 12 hlasů
      proti: 0 hlasů
      zdržel se: 0 hlasů
      """) == ["návrhové komisi 12-0-0"])
  #expect(
    votes("Předsedkyně dala hlasovat o směrnici, která byla přijata (10-0-0).")
      == ["směrnici 10-0-0"])
}

@Test("A verb with a colon heads what was decided")
func verbWithColon() {
  #expect(
    votes("Výbor\nSchvaluje:\n-\ntermíny schůzí v pololetí\nSchváleno 8/0/0")
      == ["termíny schůzí v pololetí 8-0-0"])
}
