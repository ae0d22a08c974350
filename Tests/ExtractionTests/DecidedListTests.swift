import Domain
import Testing

private func resolutions(_ text: String) -> [String] {
  LineReader.extract("Zápis ze schůze výboru\ndne 5. 2. 2024\n\n" + text).resolutions.map {
    "\($0.number?.value ?? "–") \($0.text?.value ?? "–")"
  }
}

@Test("Points under a body's name that each begin with a decision are resolutions")
func decidedPoints() {
  #expect(
    resolutions(
      """
      Výbor spolku na své 12. schůzi mimo jiné:
      1. schválil rozpočet na příští rok,
      2. vzal na vědomí zprávu o stavu loděnice,
      3. zamítl žádost o odklad příspěvků.
      """) == [
        "– schválil rozpočet na příští rok",
        "– vzal na vědomí zprávu o stavu loděnice",
        "– zamítl žádost o odklad příspěvků",
      ])
  #expect(
    resolutions("Školská rada:\n- projednala plán výletů\n- schválila výroční zprávu školy")
      == ["– projednala plán výletů", "– schválila výroční zprávu školy"])
}

@Test("Points under a body's name that decide nothing are no resolutions")
func pointsWithoutDecisions() {
  #expect(resolutions("Výbor jednal o těchto věcech:\n1. lavičky\n2. úklid\n3. plot").isEmpty)
  #expect(
    resolutions("Členové výboru:\n- schválil Jan Dub\n- lavičky v parku\n- úklid sálu").isEmpty)
}

@Test("A decision with its votes is a resolution too, one on how the meeting goes is none")
func decidedByVotes() {
  #expect(
    resolutions("2. Valná hromada schválila 6 hlasy „pro“ nákup nové sekačky")
      == ["– Valná hromada schválila 6 hlasy „pro“ nákup nové sekačky"])
  #expect(resolutions("1. Rada schválila zapisovatele (5/0/0).").isEmpty)
  #expect(resolutions("1. Rada schválila náhradníky (5/0/0).").isEmpty)
}
