import Domain
import Testing

private func votes(_ text: String) -> [String] { LineReader.votes(text, of: "senátu") }

@Suite("What a vote decided")
struct VoteOutcomeTests {
  @Test("What was decided may stand behind the counts in their line")
  func outcomeBehindCounts() {
    let talk = "Dr. Lípa navrhl po dohodě s ostatními dva kandidáty, které krátce představil.\n"
    #expect(
      votes(talk + "Hlasování:   Pro: 15   Proti: 0   Zdrželo se: 2   Volební komise byla zvolena.")
        == ["Volební komise byla zvolena: 15-0-2"])
    #expect(
      votes(
        "Senát schvaluje rozpočet.\nPro: 15   Proti: 0   Zdrželo se: 2   Rozpočet byl schválen.")
        == ["schvaluje rozpočet: 15-0-2"])
  }

  @Test("Who voted how, by name, is not what the vote was about")
  func listedVoters() {
    #expect(
      votes(
        """
        Výbor pověřuje Adama Duba přípravou sjezdu.
        Volení členové: Petr Javor, Eva Lípová, Jan Jasan, Olga Bříza
        Proti návrhu: Ivan Smrk, Radek Buk
        Zdržuje se: Miroslav Habr st.
        4-2-1 Schváleno.
        """) == ["pověřuje Adama Duba přípravou sjezdu: 4-2-1"])
  }

  @Test("A form of a vote that nobody filled in is no vote")
  func blankVote() {
    #expect(votes("1. Zpráva o činnosti\nPro: 0 Proti: 0 Zdržel se: 0").isEmpty)
  }

  @Test("Votes may be answered with ano and ne, in numbers or by name")
  func yesAndNo() {
    #expect(
      votes(
        "1. Volba předsedy\nPředsedou byl zvolen Jan Dub.\n"
          + "8 hlasů ANO, 1 hlas NE, 2 členové se zdrželi"
      )
        == ["Předsedou byl zvolen Jan Dub: 8-1-2"])
    #expect(
      votes("1. Školní řád\nHlasování: ANO: 5, NE: 1, ZDRŽEL SE: 2") == ["Školní řád: 5-1-2"])
    #expect(
      votes("Eva Lípová požádala o grant.\n• Petr Javor: ano\n• Jan Jasan: ano\n• Olga Bříza: ne")
        == ["Eva Lípová požádala o grant: 2-1-0"])
  }

  @Test("The commas of a legal form and of a price do not end what was voted on")
  func commasInsideNames() {
    #expect(
      votes("Rada schvaluje škole Lípa, příspěvkové organizaci, dar.\nPro: 5 Proti: 0 Zdržel se: 0")
        == ["schvaluje škole Lípa, příspěvkové organizaci, dar: 5-0-0"])
    #expect(
      votes("Rada schvaluje částku 5 000,- Kč na plot.\nPro: 5 Proti: 0 Zdržel se: 0")
        == ["schvaluje částku 5 000,- Kč na plot: 5-0-0"])
  }

  @Test("Who proposed something stands in brackets before it, and one letter in quotes is a name")
  func proposerAndLetters() {
    #expect(
      votes("Návrh (Javor): odložit volbu na jaro\nHlasování: 16-4-2")
        == ["odložit volbu na jaro: 16-4-2"])
    #expect(
      votes("Rada schvaluje prodej dílu „a“ z pozemku obce.\nPro: 5 Proti: 0 Zdržel se: 0")
        == ["schvaluje prodej dílu „a“ z pozemku obce: 5-0-0"])
  }

  @Test("A secret ballot is explained by the line below it")
  func secretBallot() {
    #expect(
      votes(
        "Návrh předložil dr. Javor, kandidaturu přijal.\nVýsledek tajného hlasování: odevzdaných "
          + "hlasů 25, kladných hlasů 20, záporných hlasů 3, 2 se zdrželi hlasování.\n"
          + "Předsedou byl zvolen Jan Dub.") == ["Předsedou byl zvolen Jan Dub: 20-3-2"])
  }

  @Test("Nobody is none, and hlasy tells that the number stands before its word")
  func countsInOneSentence() {
    #expect(
      votes(
        "Jan Dub byl zvolen 16 pro, nikdo proti, 3 se zdrželi a Eva Malá 15 hlasy pro 1 proti a 3 "
          + "se zdrželi."
      )
        == ["Jan Dub byl zvolen: 16-0-3", "Eva Malá: 15-1-3"])
    #expect(
      votes("Po hlasování (18-0-2) byl přijat následující program:\n1. Volba")
        == ["byl přijat následující program: 18-0-2"])
  }

  @Test("What was decided behind the counts may be the record of a meeting")
  func recordBehindCounts() {
    #expect(
      votes("Pro: 17 Proti: 0 Zdrželo se: 1   Zápis byl schválen.") == [
        "Zápis byl schválen: 17-0-1"
      ])
  }

  @Test("What somebody proposed is what was voted on, and not that it was proposed")
  func proposal() {
    #expect(
      votes(
        "V úvodu navrhl Jan Dub pořad.\nE. Malá navrhla zařazení bodu o hřišti.\n24:0:0 schváleno")
        == ["zařazení bodu o hřišti: 24-0-0"])
  }
}
