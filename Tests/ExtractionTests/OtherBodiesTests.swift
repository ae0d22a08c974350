import Domain
import Testing

/// Wordings of councils, clubs, houses and schools that the first offices do not use.
private let heading = "Zápis z 3. schůze rady spolku\ndne 5. 2. 2024\nPřítomni: Jan Novák\n\n"

private func extract(_ text: String) -> ExtractedDocument { LineReader.extract(heading + text) }

@Test("A resolution's number may stand after its text, with the outcome")
func numberAfterText() {
  let found = extract(
    """
    Rada bere na vědomí zprávu o činnosti hasičů.
    Usnesení č. 14/2024 – jednomyslně

    Rada po projednání
    a) schvaluje
    nájem klubovny
    b) pověřuje
    předsedu podpisem smlouvy
    Usnesení č. 15/2024 přijato 4 hlasy.
    """
  ).resolutions
  #expect(found.map(\.number?.value) == ["14/2024", "15/2024"])
  #expect(found.first?.text?.value == "bere na vědomí zprávu o činnosti hasičů")
  #expect(found.last?.text?.value.hasPrefix("schvaluje") == true)
}

@Test("Decisions with bullets under the word for a resolution are one each")
func bulletedResolutions() {
  let found = extract(
    "Usnesení:\n- rada schvaluje jednací řád\n- rada zvolila předsedu spolku\n\nRůzné\n"
  ).resolutions
  #expect(found.count == 2)
}

@Test("A body imposes what a numbered list under its verb says, with a term each")
func imposedLists() {
  let tasks = extract(
    """
    Valná hromada ukládá:
    1. výboru zajistit opravu plotu do 30. 6. 2024
    2. oddílům předložit plán akcí do 15. 3. 2024

    V Dolanech 5. 2. 2024
    """
  ).tasks
  #expect(tasks.map(\.responsible?.value) == ["výboru", "oddílům"])
  #expect(tasks.map(\.due?.value.description) == ["2024-06-30", "2024-03-15"])
  #expect(tasks.last?.text.value == "předložit plán akcí do 15. 3. 2024")
}

@Test("The decision above a list was voted on, not the last line of the list")
func voteUnderList() {
  let votes = extract(
    "Rada schvaluje program schůze:\n1. zahájení\n2. různé\n3. diskuse\n"
      + "Pro: 5 Proti: 0 Zdržel se: 0"
  ).votes
  #expect(votes.map(\.text.value) == ["schvaluje program schůze"])
}

@Test("A vote in brackets counts its own line only; numbers may be words")
func votesOfTheirOwn() {
  let votes = extract(
    """
    Rada zprávu o činnosti jednomyslně schválila (4 pro).
    Rada schválila dodatek č. 2. Pro: 3 Proti: 0 Zdržel se: 1
    Rada schvaluje rozpočet. Hlasování: pro pět, proti nula, zdržel se jeden
    """
  ).votes
  #expect(votes.map(\.inFavour.value) == [4, 3, 5])
  #expect(votes.map(\.against.value) == [0, 0, 0])
  #expect(votes.map(\.abstained.value) == [0, 1, 1])
}

@Test("The end of the meeting stands behind its beginning, or in a sentence")
func spans() {
  let span = LineReader.extract(
    "Zápis z jednání výboru\nDatum: 14.3.2023, 18:30 - 20:15, klubovna\nPřítomni: Jan Novák\n")
  #expect(span.meeting?.time?.value == "18:30")
  #expect(span.meeting?.endTime?.value == "20:15")
  let label = LineReader.extract(
    "Komise dopravy\nZÁPIS č. 7\nJednání dne: 14.09.2022\tZačátek: 15:30\tKonec: 17:10\n"
      + "Místo jednání: zasedací místnost\nPřítomní členové:\nJan Novák\nV Lhotě dne 16.09.2022\n")
  #expect(label.date?.value.description == "2022-09-14")
  #expect(label.meeting?.time?.value == "15:30")
  #expect(label.meeting?.endTime?.value == "17:10")
  #expect(label.meeting?.place?.value == "zasedací místnost")
}

@Test("Minutes that do not say so in the first word are minutes all the same")
func otherTitles() {
  let texts = [
    "PRACOVNÍ SKUPINA\n\nZápis setkání\nTermín konání: 3. 10. 2013\n",
    "Z výroční schůze odboru turistů\n\nkonané 5.1.2015\n\n1. Sešlo se 41 členů.\n"
      + "2. Byla schválena zpráva.\n\nZapsal: V.Suchý\n",
  ]
  for text in texts { #expect(LineReader.extract(text).kind == .minutes) }
  let signed = LineReader.extract(texts[1])
  #expect(signed.meeting?.recordedBy?.value.name == "V. Suchý")
  #expect(signed.number == nil)
}

@Test("The number of an act or of a resolution is not that of the minutes")
func otherNumbers() {
  let act = LineReader.extract(
    "Zápis ze zasedání zastupitelstva dne 7.11.2019, v souladu s § 95 zákona o obcích č. 128/2000 "
      + "Sb.\nPřítomni: Jan Novák\n")
  #expect(act.number == nil)
}

@Test("A body whose name a verb cuts is named in full further down")
func fullBody() {
  let found = LineReader.extract(
    "Jednání komise bylo online\n3. jednání komise dopravy a bezpečnosti\n"
      + "Datum jednání: 5. 2. 2024\n"
      + "Přítomni: Jan Novák\n")
  #expect(found.meeting?.body?.value == "komise dopravy a bezpečnosti")
}

@Test("Bullets under the programme's label are its items, although numbers follow below")
func bulletsBeforeNumbers() {
  let items = extract(
    "Program\n• Přivítání\n• Situace\n• Plán\n• Diskuse\n\n1. Přivítání\nVedoucí přivítala hosty.\n"
  ).meeting?.items
  #expect(items?.map(\.title.value) == ["Přivítání", "Situace", "Plán", "Diskuse"])
}

@Test("Who leaves later was there; the inflected name is that of the list")
func detailsOfPeople() {
  let found = LineReader.extract(
    "Zápis ze zasedání dne 5. 2. 2024\nPřítomni: p. Nová (omluvena od 17 h), Jan Hůrek\n"
      + "Starosta určil zapisovatelem Jana Hůrka.\n")
  #expect(found.meeting?.attendance.map(\.status) == [.present, .present])
  #expect(found.meeting?.recordedBy?.value.name == "Jan Hůrek")
}
