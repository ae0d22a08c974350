import Domain
import Testing

private func votes(_ text: String) -> [String] { LineReader.votes(text) }

@Test("A short clause keeps its day and its amount")
func daysAndAmounts() {
  #expect(
    votes("Výbor schválil zápis ze schůze 14. 9. 2007 (19/0/1).")
      == ["schválil zápis ze schůze 14. 9. 2007: 19-0-1"])
  #expect(
    votes("Výbor schvaluje příspěvek ve výši 300,- Kč (7 pro, 0 proti, 0 se zdrželo).")
      == ["schvaluje příspěvek ve výši 300,- Kč: 7-0-0"])
}

@Test("What was agreed on or proposed is the subject, not who did so")
func agreements() {
  #expect(
    votes(
      "Přítomní se usnesli, že vyúčtování schvalují:\n\n"
        + "pro bylo 7 přítomných, proti bylo 0 přítomných, zdrželi se 0."
    ) == ["vyúčtování schvalují: 7-0-0"])
  #expect(
    votes(
      "Ing. Dub: Navrhuji body 3 a 4 sloučit.\nHlasování: pro: 8 proti: 0 zdržel se: 0\n"
        + "Program schůze byl schválen.") == ["body 3 a 4 sloučit: 8-0-0"])
  #expect(
    votes(
      "Předseda zahájil schůzi. Jan Dub navrhl, aby zapisovatelem byla Eva Malá. "
        + "Tento návrh byl schválen (3 hlasy pro, 0 se zdržel, 0 proti).")
      == ["zapisovatelem byla Eva Malá: 3-0-0"])
}

@Test("What was decided may stand behind the counts")
func behindCounts() {
  #expect(
    votes("2. Valná hromada schválila 6 hlasy „pro“ nákup nové sekačky.")
      == ["schválila nákup nové sekačky: 6-0-0"])
  #expect(
    votes("3. Valná hromada rozhodla 6 hlasy „pro“ podat žádost o dotaci.")
      == ["rozhodla podat žádost o dotaci: 6-0-0"])
}

@Test("The names of many voters stand between their numbers")
func namedVoters() {
  let names = (1...20).map { "Mgr. Jan Dub\($0 % 2 == 0 ? "ek" : "")" }.joined(separator: ", ")
  #expect(
    votes(
      """
      1. Nákup sekačky
      Předkladatel: Eva Malá
      Předsedající navrhl nákup nové sekačky
      Ověřovatelé: |
      Ota Lán, Iva Tichá |
      Diskuze zahájena v 17:32:07
      K tomuto bodu se vyjádřili: Eva Malá
      Hlasování |
      pro: |
      (20) \(names) |
      proti |
      (1) |
      zdržel se: |
      (2) |
      nehlasoval: |
      (0) |
      """) == ["nákup nové sekačky: 20-1-2"])
}
