import Domain
import Testing

private func items(_ text: String) -> [String] {
  let found = LineReader.extract("Zápis ze schůze výboru\ndne 5. 2. 2024\n" + text + "\n")
  return (found.meeting?.items ?? []).map { "\($0.number) \($0.title.value)" }
}

@Test(
  "A programme inside of one line is parted by its numbers, letters or marks",
  arguments: [
    "Program: 1 Zahájení 2 Rozpočet 3 Různé", "Program: I. Zahájení II. Rozpočet III. Různé",
    "Program: a) Zahájení b) Rozpočet c) Různé", "Program: Zahájení – Rozpočet – Různé",
    "Program: • Zahájení • Rozpočet • Různé", "Program:\n1. Zahájení 2. Rozpočet 3. Různé",
    "Program:\nZahájení, Rozpočet, Různé", "Program: Zahájení | Rozpočet | Různé",
  ])
func oneLine(text: String) {
  #expect(items(text) == ["1 Zahájení", "2 Rozpočet", "3 Různé"])
}

@Test("Numbers inside of a title part nothing, and one dash makes no programme")
func noOneLine() {
  #expect(
    items("Program: 1. Zahájení 2. Zpráva za 2. čtvrtletí 3. Různé")
      == ["1 Zahájení", "2 Zpráva za 2. čtvrtletí", "3 Různé"])
  #expect(items("Program:\n1. Rozpočet – návrh\n2. Různé") == ["1 Rozpočet – návrh", "2 Různé"])
}
