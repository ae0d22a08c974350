import Domain
import Testing

private func items(_ text: String) -> [String] {
  LineReader.extract("Zápis z členské schůze\n\n" + text).meeting?.items.map(\.title.value) ?? []
}

@Test("A sentence announces a programme in points, the first of which may have no bullet")
func announcedPoints() {
  #expect(
    items(
      """
      Na programu jednání členské schůze byly tyto body:

      Zahájení

      • Volba komise
      • Zpráva o hospodaření
      • Závěr

      Předseda přivítal přítomné.
      """) == ["Volba komise", "Zpráva o hospodaření", "Závěr"])
}

@Test("A long sentence that ends with a colon announces a programme as well")
func announcedInLongSentence() {
  #expect(
    items(
      """
      Předsedkyně přivítala přítomné a seznámila je s programem schůze, který byl uveden na \
      pozvánce, vyvěšen ve všech vchodech a doplněn o jeden bod:

      1. Zahájení
      2. Oprava výtahu
      3. Různé

      Nikdo neměl námitky.
      """) == ["Zahájení", "Oprava výtahu", "Různé"])
}

@Test("Days in brackets stay in the name of a point")
func daysInBrackets() {
  #expect(
    items("Program:\n1. Zahájení\n2. Tábor (1.7.,4.7., 22.-26.8.2016)\n3. Závěr")
      == ["Zahájení", "Tábor (1.7.,4.7., 22.-26.8.2016)", "Závěr"])
}
