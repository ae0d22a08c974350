import Domain
import Testing

private func votes(_ text: String) -> [String] { LineReader.votes(text) }

@Suite("Votes in tables and lists")
struct VoteTableTests {
  @Test("Each row of a table is a vote on whom it names")
  func ballots() {
    #expect(
      votes(
        """
        Hlasování:
                               Pro   Proti   Zdrželi se   Neplatný
          Ing. Jan Dub, CSc.   19    0       1            0          zvolen
          doc. Eva Malá        8     11      1            0          nezvolen
        Oba poděkovali.
        """) == ["Ing. Jan Dub, CSc.: 19-0-1", "doc. Eva Malá: 8-11-1"])
    #expect(
      votes("|Jméno |Pro |Proti |Neplatné |\n|Petr Javor |12 |3 |1 |")
        == ["Petr Javor: 12-3-0"])
  }

  @Test("A table of prices under these words is no ballot")
  func noBallot() {
    #expect(votes("Důvody pro a proti:\nNátěr plotu 300 Kč\nOprava vrat 500 Kč").isEmpty)
  }

  @Test("Alternatives may tell only those in favour")
  func alternatives() {
    #expect(
      votes("2. Plot\nHlasování: PRO opravu plotu- 7\nPRO nový plot -2")
        == ["PRO opravu plotu: 7-0-0", "PRO nový plot: 2-0-0"])
    #expect(votes("2. Plot\nPro opravu plotu - 700").isEmpty)
  }
}
