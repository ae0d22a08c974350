import Domain
import Testing

@Test("Number, body and date are read from the title")
func titleOfMinutes() throws {
  let extracted = LineReader.extract(
    "Zápis č. 4/2023 z jednání řídicího výboru obce Lhotka konaného dne 3. dubna 2023 v 17:30 hod.")
  #expect(extracted.kind == .minutes)
  #expect(extracted.number?.value == "4/2023")
  #expect(extracted.date?.value.description == "2023-04-03")
  #expect(extracted.meeting?.body?.value == "řídicí výbor obce Lhotka")
  #expect(extracted.meeting?.time?.value == "17:30")
  #expect(extracted.region?.value == "Lhotka")
}

@Test("The ordinal of the meeting is its number")
func ordinalOfMeeting() {
  #expect(LineReader.extract("Zápis z 12. zasedání výboru").number?.value == "12")
  #expect(LineReader.extract("7. Komise dopravy\nZápis z jednání").number?.value == "7")
}

@Test("A day without a year takes the only year of the document")
func yearFromDocument() {
  let text = "Zápis z jednání\nTermín jednání: 3. 5. v 9 hodin\nSchváleno 1. 6. 2019."
  #expect(LineReader.extract(text).date?.value.description == "2019-05-03")
}

@Test("The place follows its label or the time")
func places() {
  let labelled = LineReader.extract("Zápis z jednání\nMísto konání: radnice, sál B")
  #expect(labelled.meeting?.place?.value == "radnice, sál B")
  #expect(labelled.meeting?.form?.value == .inPerson)
  let sentence = LineReader.extract("Zápis\nTermín jednání: 2. 3. 2020 v 15 hod. v budově školy")
  #expect(sentence.meeting?.place?.value == "v budově školy")
  let online = LineReader.extract("Zápis z jednání\nMísto jednání: on-line")
  #expect(online.meeting?.form?.value == .online)
}

@Test("An agreement, an invitation and a list of resolutions are no minutes and give no meeting")
func otherKinds() {
  #expect(LineReader.extract("POPIS SPOLUPRÁCE\nObec Lhotka").kind == .agreement)
  #expect(LineReader.extract("Pozvánka na jednání komise dne 3. 5. 2022").kind == .invitation)
  let resolutions = LineReader.extract("Usnesení č. 3/2020 ze dne 1. 2. 2020")
  #expect(resolutions.kind == .resolutions)
  #expect(LineReader.extract("Dopis sousedům").meeting == nil)
}
