import Domain
import Testing

private func votes(_ text: String) -> [[Int]] {
  LineReader.extract("Zápis ze schůze\n" + text).votes.map {
    [$0.inFavour.value, $0.against.value, $0.abstained.value]
  }
}

@Test("Three numbers with slashes are a vote where a word about voting stands near")
func slashes() {
  #expect(votes("Rozpočet klubu.\nHlasování: 12/1/0.") == [[12, 1, 0]])
  #expect(votes("Program byl schválen: 9 / 0 / 2") == [[9, 0, 2]])
  #expect(votes("Sešli jsme se 12/1/2020 v místnosti 3/4/5.").isEmpty)
}

@Test("A table row under the words of voting is a vote, its subject stands above the table")
func tables() {
  let found = LineReader.extract(
    """
    Zápis ze schůze
    Hlasování o barvě plotu:
    |pro |proti |zdrželi se |
    |7 |1 |0 |
    """
  ).votes
  #expect(found.map(\.inFavour.value) == [7])
  #expect(found.first?.text.value == "Hlasování o barvě plotu")
}

@Test("Names instead of numbers are counted, nobody is none")
func names() {
  #expect(
    votes("Přijetí nové členky\nPro: jana, ota, petr\nProti: nikdo\nZdržel se: eva") == [[3, 0, 1]])
}

@Test("Shares in a house are counted in thousands")
func shares() {
  #expect(
    votes("Schůze schvaluje opravu komína. Pro 1.250.300 hlasů, proti 0, zdržel se 12.500 hlasů")
      == [[1_250_300, 0, 12500]])
}

@Test("The outcome below names what was decided only when it is more than a decision")
func outcomes() {
  let found = LineReader.extract(
    """
    Zápis ze schůze
    Schválení zápisu ze 3. schůze
    Hlasování: 5/0/0.
    Zápis byl schválen.
    Hlasování: 6/0/0.
    Program byl schválen.
    """
  ).votes
  #expect(
    found.map(\.text.value) == ["Schválení zápisu ze 3. schůze", "Program byl schválen"])
}

@Test("The resolution may stand in the same line as its vote")
func sameLine() {
  let found = LineReader.extract(
    "Zápis\nUsnesení 4/2: Klub schvaluje nákup lodí. Hlasování: 8/1/0."
  ).votes
  #expect(found.map(\.text.value) == ["schvaluje nákup lodí"])
}

@Test("A long subject is cut where a phrase ends; its whole sentence stays as the proof")
func longSubject() {
  let document = LineReader.document(
    "Zápis\nKlub schvaluje uzavření dohody o půjčování lodí sousedním oddílům v létě i v zimě. "
      + "Pro: 5 Proti: 0 Zdržel se: 0")
  let vote = LineReader.extract(document.plainText).votes.first
  #expect(vote?.text.value == "uzavření dohody o půjčování lodí sousedním oddílům v létě")
  #expect(vote?.text.source.quote(from: document.plainText)?.hasSuffix("v zimě") == true)
}
