import Domain
import Testing

private func extract(_ text: String) -> ExtractedDocument { LineReader.extract(text) }

@Test("A sentence about who met, or a title with a day and what was done, makes minutes")
func kinds() {
  #expect(
    extract(
      "Ustavující schůze výboru se konala dne\n5. 2. 1986 za účasti těchto členů: Dub, Lípa, Buk."
    ).kind == .minutes)
  #expect(
    extract("2. zasedání parlamentu 5. 2. 2024\npočet zúčastněných: 24 zástupců\n").kind
      == .minutes)
  #expect(extract("2. zasedání parlamentu 5. 2. 2024\nbude v učebně číslo 5.\n").kind == .other)
  #expect(extract("Zpráva z jednání výboru klubu\n1. Rozpočet\n2. Různé\n").kind == .minutes)
}

@Test("A number before a meeting in small letters counts it; numbers of points do not")
func numbers() {
  #expect(
    extract(
      "Zápis ze schůze parlamentu\n1. schůze žákovského parlamentu\n5. 2. 2024\nProgram\n"
        + "1) Úvod\n2) Volba"
    ).number?.value == "1")
  #expect(extract("Zápis č. 4 / 2011\nze zasedání rady dne 5. 2. 2011").number?.value == "4/2011")
  #expect(
    extract("Zápis ze schůze 5. 2. 2024\n1. Na schůzi byl zvolen výbor\n2. Příští schůze bude")
      .number == nil)
}

@Test(
  "The body ends before the verb and keeps both of its adjectives",
  arguments: [
    ("Zápis Výboru\nze dne 5. 2. 2024\nVýbor schválil dárky.", "Výbor"),
    ("Zápis z jednání sociální a kulturní komise ze dne 5. 2. 2024", "sociální a kulturní komise"),
    ("Zápis ze schůze studentského parlamentu dne 5. 2. 2024", "studentský parlament"),
  ])
func bodies(text: String, expected: String) {
  #expect(extract(text).meeting?.body?.value == expected)
}

@Test("The title gives the year, and the heading the time, where nothing else does")
func titleYear() {
  let found = extract(
    "Zápis z členské schůze 2022\nSchůze proběhla v pátek 6. května v Lipovci. "
      + "Zúčastnilo se 7 členů."
  )
  #expect(
    found.date?.value.first == CalendarDate(year: 2022, month: 5, day: 6))
  #expect(found.meeting?.place?.value == "v Lipovci")
  #expect(
    extract("Zápis ze shromáždění delegátů konaného v 16,00 hodin v sále\n1. Zahájení\n2. Volby")
      .meeting?.time?.value == "16:00")
}

@Test("A place may stand between the day and the time; what follows is no part of it")
func placeBesideTime() {
  #expect(
    extract("Zápis ze schůze senátu, která se konala 2. 5. 2007 v místnosti UV 115 od 14:00 hod.")
      .meeting?.place?.value == "v místnosti UV 115")
  #expect(
    extract(
      "Zápis ze zasedání\nkonaného dne 5. 2. 2024 v sále MěÚ Borov\nZasedání zahájeno v 18:15 hod."
    )
    .meeting?.place?.value == "v sále MěÚ Borov")
  #expect(
    extract("Zápis ze schůze výboru dne 5. 2. 2024 v kabinách za účasti členů: Jan Dub, Eva Lípová")
      .meeting?.place?.value == "v kabinách")
}

@Test("The time of the end is not that of the beginning")
func endOnly() {
  let meeting = extract(
    "Zápis ze schůze dne 5. 2. 2024\nJednání ukončeno ve 20.15 hodin.\nV Borově 7. 2. 2024"
  ).meeting
  #expect(meeting?.time == nil)
  #expect(meeting?.endTime?.value == "20:15")
  #expect(meeting?.place == nil)
}

@Test("A programme keeps its numbers when lists and sentences stand between them")
func programmes() {
  func titles(_ text: String) -> [String] {
    extract("Zápis ze schůze výboru dne 5. 2. 2024\n" + text).meeting?.items.map {
      $0.number + " " + $0.title.value
    } ?? []
  }
  #expect(
    titles(
      "PROGRAM\n1) Představení tříd\n1. ročník Jakub Dub\n2. ročník Eva Lípová\n2) Volba předsedy\n"
        + "předseda: Jakub Dub\n3) Dotazy\n")
      == ["1 Představení tříd", "2 Volba předsedy", "3 Dotazy"])
  #expect(
    titles(
      "Průběh schůze\n1. Zahájení\n2. Zpráva výboru – na podzim oddíl uspořádal dva turnaje a "
        + "sehrál dvacet zápasů v soutěži družstev.\n3. Zpráva pokladníka – pokladník Jan Dub "
        + "seznámil přítomné se stavem peněz a s tím, co přispělo město.\n")
      == ["1 Zahájení", "2 Zpráva výboru", "3 Zpráva pokladníka"])
  #expect(
    titles("Program jednání:\nA. Úvod\nA.1. Zahájení\nB. Hlavní program\nB.1. Rozpočet\n")
      == ["A Úvod", "A.1 Zahájení", "B Hlavní program", "B.1 Rozpočet"])
  #expect(
    titles(
      "Program:\n1. Volby do rady – na základě voleb z minulého měsíce byli zvoleni tito zástupci "
        + "z řad rodičů školy\n2. Vyhláška – o zákazu odpalování ohňostrojů a o jejich užívání "
        + "na území obce a jejích částí v letech dvou příštích\n")
      == [
        "1 Volby do rady",
        "2 Vyhláška – o zákazu odpalování ohňostrojů a o jejich užívání na území obce a jejích "
          + "částí v letech dvou příštích",
      ])
}
