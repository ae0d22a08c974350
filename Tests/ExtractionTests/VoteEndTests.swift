import Domain
import Testing

private func votes(_ text: String) -> [String] { LineReader.votes(text) }

private let counts = "\nPro: 7 Proti: 0 Zdržel se: 1"

@Suite("Where the subject of a vote ends")
struct VoteEndTests {
  @Test("An abbreviation and the number behind it do not end what was voted on")
  func abbreviations() {
    #expect(
      votes("ZO schvaluje prodej části pozemku parc. č. 84 k.ú. Lhota." + counts)
        == ["schvaluje prodej části pozemku parc. č. 84 k.ú. Lhota: 7-0-1"])
    #expect(
      votes("ZO schvaluje koupi pozemků parc.č. 12/3, 14, 15 a 20/1." + counts)
        == ["schvaluje koupi pozemků parc.č. 12/3, 14, 15 a 20/1: 7-0-1"])
  }

  @Test("What was taken note of and approved is what was approved")
  func noticeAndApproval() {
    #expect(
      votes("ZO bere na vědomí a schvaluje rozpočtové opatření č. 4/2023." + counts)
        == ["schvaluje rozpočtové opatření č. 4/2023: 7-0-1"])
  }

  @Test("People in a list belong to it, with what stands before their names")
  func people() {
    #expect(
      votes("Výbor volí komisi ve složení p. Dub, p. Malá." + counts)
        == ["volí komisi ve složení p. Dub, p. Malá: 7-0-1"])
  }

  @Test("Two things joined by a stay together, and another decision begins anew")
  func joined() {
    #expect(
      votes("Výbor schvaluje plán oprav a úklidu na jaro." + counts)
        == ["schvaluje plán oprav a úklidu na jaro: 7-0-1"])
    #expect(
      votes("Výbor schvaluje plán letních oprav a ukládá správci plot natřít." + counts)
        == ["schvaluje plán letních oprav: 7-0-1"])
  }

  @Test("Where not all fits, the verb of the approval gives way, and no word hangs at the end")
  func longest() {
    #expect(
      votes("ZO schvaluje pravidla pro půjčování obecních stanů na akce pořádané spolky." + counts)
        == ["pravidla pro půjčování obecních stanů na akce pořádané spolky: 7-0-1"])
    #expect(
      votes("Zřízení dílny pro děti v novém domě u řeky od letošního podzimu" + counts)
        == ["Zřízení dílny pro děti v novém domě u řeky: 7-0-1"])
  }

  @Test("Who proposed it is left out, and a slash ends it")
  func proposerAndSlash() {
    #expect(
      votes(
        "1. Plot\nNa návrh Lípové byl plán oprav hlasováním schválen (7 pro, 0 proti, 1 se zdržel)."
      )
        == ["byl plán oprav hlasováním schválen: 7-0-1"])
    #expect(
      votes(
        "Rada projednala plot.\nSouhlas s hlasováním na dálku / mailem / z časových důvodů" + counts
      )
        == ["Souhlas s hlasováním na dálku: 7-0-1"])
  }
}
