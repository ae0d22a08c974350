import Domain
import Testing

private func meeting(_ text: String) -> ExtractedDocument { LineReader.extract(text) }

@Test(
  "The place stands behind the time without a preposition, or before the day",
  arguments: [
    ("Jednání komise dne 2.2.2017 od 20.00 restaurace U Lípy", "restaurace U Lípy"),
    (
      "Zápis z jednání výboru ze dne 5.12.2022, konaného od 9:00 hodin - Kancelář starosty",
      "Kancelář starosty"
    ),
    (
      "Zápis ze schůze komise, konané dne 10. 6. 2019, od 18 hodin, velká zasedací místnost úřadu.",
      "velká zasedací místnost úřadu"
    ),
    (
      "Zápis ze schůze výboru konané v hasičské zbrojnici ve Lhotě, dne 4. 4. 2016.",
      "v hasičské zbrojnici ve Lhotě"
    ),
    (
      "Zápis ze schůze výboru\nDatum: 3. 4. 2023, 18:00–20:15, společenská místnost",
      "společenská místnost"
    ),
    (
      "Zápis ze schůze výboru\nkonané 3. 4. 2023 v Nové Lhotě\nI. Zahájení schůze",
      "v Nové Lhotě"
    ),
    (
      "Datum: 3. 4. 2023\nMísto: klubovna spolku, Dlouhá 5\nZápis z valné hromady spolku",
      "klubovna spolku, Dlouhá 5"
    ),
  ])
func places(text: String, place: String) {
  #expect(meeting(text + "\n\nPřítomni: Jan Dub").meeting?.place?.value == place)
}

@Test("A time opens the sentence of the beginning, and hours stand before the end of a span")
func times() {
  #expect(
    meeting(
      "Zápis z jednání výboru dne 9. 9. 2010\nPřítomni: Jan Dub\n"
        + "Ve 14:00 hod. přítomné přivítal a jednání zahájil místopředseda Jan Dub."
    ).meeting?.time?.value == "14:00")
  let span = meeting(
    "Zápis ze schůze výboru\nTermín: 3. 4. 2023 od 9.00 hodin – 11.30 hodin\nPřítomni: Jan Dub")
  #expect(span.meeting?.time?.value == "09:00")
  #expect(span.meeting?.endTime?.value == "11:30")
  #expect(
    meeting(
      "5. Zápis RL dne 05.12.2022\n\nZÁPIS č. 5\nz jednání Rady Lhoty, konaného od 9:00 hodin\n"
        + "Přítomni: Jan Dub"
    ).meeting?.time?.value == "09:00")
}

@Test(
  "Capitals go on with a name, and an adjective names the body",
  arguments: [
    ("Zápis z mimořádného zasedání ZO Dolní Lhota konaného dne 28.12.2007", "ZO Dolní Lhota"),
    ("Zápis ze schůze ORJ Lhota 10\nkonané 3. 9. 2008", "ORJ Lhota 10"),
    ("Zápis z výborové schůze TJ Lípa konané 5.6.2019", "výbor TJ Lípa"),
    ("Zápis z výborové schůze konané v sokolovně dne 5.6.2019", "výbor"),
  ])
func bodiesOfTitles(text: String, body: String) {
  #expect(meeting(text + "\nPřítomni: Jan Dub").meeting?.body?.value == body)
}

@Test("A year put apart for emphasis belongs to the number")
func spacedYear() {
  let text = "Z á p i s   č .1 / 2 0 0 8\nz jednání výboru dne 7.1.2008\nPřítomni: Jan Dub"
  #expect(meeting(text).number?.value == "1/2008")
}

@Test("A title under the heading of its page has the number, the time and the place")
func laterTitles() {
  let found = LineReader.extract(
    "27. Zápis RL dne 05.12.2022\n\nZÁPIS č. 27\nz jednání Rady Lhoty, konaného od 9:00 hodin - "
      + "Kancelář starosty\n\nPřítomni: Jan Dub")
  #expect(found.number?.value == "27")
  #expect(found.meeting?.place?.value == "Kancelář starosty")
}

@Test("Who records may stand beside a dash in the first lines")
func recordersBesideDashes() {
  let heading = "Zápis ze školské rady 9. 9. 2021\n"
  #expect(
    meeting(heading + "Přítomni:\npan Jan Dub\npaní Iva Lípová – zapisuje průběh").meeting?
      .recordedBy?.value.name == "Iva Lípová")
  #expect(
    meeting(heading + "I. Zahájení\nJan Dub, zápis – Iva Lípová\nPřítomni: Jan Dub").meeting?
      .recordedBy?.value.name == "Iva Lípová")
}

@Test(
  "A meeting and a day in the first line make minutes of what tells of the past",
  arguments: [
    ("20.12.2022 – výborová schůze\n\nVýbor se usnesl na zvýšení příspěvků.", DocumentKind.minutes),
    ("SHROMÁŽDĚNÍ SVJ – 29.11.2011\n\nPřítomné uvítal předseda výboru.", .minutes),
    ("Valná hromada spolku 5. 6. 2024\n\nVstup je volný, občerstvení zajištěno.", .other),
  ])
func kindsOfDatedTitles(text: String, kind: DocumentKind) {
  #expect(meeting(text).kind == kind)
}

@Test(
  "Plans and several terms tell the next meetings",
  arguments: [
    ("Plán schůzí na rok 2024:\n12. 3. 2024\n9. 4. 2024", ["2024-03-12", "2024-04-09"]),
    (
      "Harmonogram jednání komise na 1. pololetí 2024: 12. 3., 9. 4., 14. 5.",
      ["2024-03-12", "2024-04-09", "2024-05-14"]
    ),
    (
      "Na přání členů uvádíme termíny komise do léta:\n\n 11. 3., 9. 4. 2024.",
      ["2024-03-11", "2024-04-09"]
    ),
    ("Výbor se bude scházet v úterý, tj. 5. 3. a 2. 4. 2024.", ["2024-03-05", "2024-04-02"]),
    ("Jednání skončilo v 18:30. Další se koná 12. 3.", ["2024-03-12"]),
    ("Plán práce na rok 2024: oprava plotu 12. 3., výlet 9. 4.", []),
  ])
func plannedMeetings(text: String, dates: [String]) {
  let found = meeting("Zápis ze schůze výboru\ndne 5. 2. 2024\n\n1. Různé\n" + text)
  #expect((found.meeting?.nextMeetings ?? []).map { "\($0.value.date)" } == dates)
}

@Test("What was decided about a point of the programme is not its name")
func decisionsInProgrammes() {
  let found = LineReader.extract(
    "Zápis ze schůze výboru dne 5. 2. 2024\nProgram:\n1. Rozpočet – výbor schvaluje všemi hlasy\n"
      + "2. Výlet – Lhota a okolí\n")
  #expect((found.meeting?.items ?? []).map(\.title.value) == ["Rozpočet", "Výlet – Lhota a okolí"])
}

@Test("The number of a resolution is not the number of the minutes")
func numberOfResolution() {
  let found = LineReader.extract(
    "Zápis z 4. členské schůze\nLipiny dne 1. července 2020\nUsnesení č. 7/1: "
      + "Členská schůze schvaluje program.")
  #expect(found.number?.value == "4")
}
