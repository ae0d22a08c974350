import Domain
import Testing

@Test("Ranks of the police stand before names as titles do")
func ranks() {
  let found = LineReader.extract(
    """
    Zápis ze schůze skupiny dne 5. 2. 2024
    Přítomni:
    Mgr. Eva Lípová – město Lipov
    por. Bc. Aleš Dub – Policie ČR, OO Lipov
    prap. Jan Vrba
    Petr Jasan – ZŠ Lipov
    """)
  #expect(
    found.meeting?.attendance.map(\.person.value.name)
      == ["Eva Lípová", "Aleš Dub", "Jan Vrba", "Petr Jasan"])
}
