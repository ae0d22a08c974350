import Domain
import Testing

@Suite("The numbers of a vote in every wording")
struct VoteNumberTests {
  @Test(
    "The number of those who abstained may stand otherwise than the others",
    arguments: [
      ("Hlasování: 12 pro, 0 proti, zdrželi se 2", "12-0-2"),
      ("Pro: 7, proti: 0, zdržel/a se: 1", "7-0-1"),
      ("Pro: 7, proti: 0, zdržel(a) se: 1", "7-0-1"),
      ("Pro: 7 Proti: 0 Zdržel se hlasování: 1", "7-0-1"),
      ("10 hlasů pro, 2 hlasy proti, 1 člen se zdržel", "10-2-1"),
      ("Pro: 7, proti: 0, zdržel se: p. Javor", "7-0-1"),
      ("(pro 9, proti 0, zdr. 1)", "9-0-1"),
      ("9x pro, 0x proti, 1x se zdržel", "9-0-1"),
      ("Zdržel se 1, proti nebyl nikdo, pro 9.", "9-0-1"),
    ])
  func abstentions(text: String, counts: String) {
    #expect(votes(text) == [counts])
  }

  @Test(
    "Nobody may be said in words, with dashes or not at all",
    arguments: [
      ("Pro: všichni (9)\nProti: 0\nZdržel se: 0", "9-0-0"),
      ("Hlasování: 9 hlasů pro, nikdo se nezdržel, nikdo nebyl proti", "9-0-0"),
      ("Pro: 9\nProti: ---\nZdržel se: ---", "9-0-0"),
      ("Hlasování: 9 PRO", "9-0-0"),
    ])
  func nobody(text: String, counts: String) {
    #expect(votes(text) == [counts])
  }

  @Test("The words of the voting alone are not what was voted on")
  func explained() {
    let found = LineReader.extract(
      "Zápis ze schůze výboru\ndne 5. 2. 2024\n\n1. Plot\nVýbor schvaluje opravu plotu.\n"
        + "Hlasování (pro/proti/zdržel se): 9/0/1"
    ).votes
    #expect(found.map(\.text.value) == ["schvaluje opravu plotu"])
  }

  private func votes(_ text: String) -> [String] {
    LineReader.extract(
      "Zápis ze schůze výboru\ndne 5. 2. 2024\n\n1. Plot\nVýbor schvaluje opravu plotu.\n" + text
        + "\n\n2. Závěr\nPředseda poděkoval.\n"
    ).votes.map { "\($0.inFavour.value)-\($0.against.value)-\($0.abstained.value)" }
  }
}
