import Domain
import Testing

private let heading = """
  Zápis z jednání komise sociální č. 3/2024
  konaného dne 5. 2. 2024
  Přítomni: Jan Novák, Eva Malá, Petr Šťastný, Ivo Rak, Jana Bílá

  Program:
  1. Zahájení
  2. Rozpočet
  3. Různé


  """

private func extract(_ text: String) -> ExtractedDocument {
  LineReader.extract(heading + text + "\n\nZapsala: Eva Dubová\n")
}

@Test(
  "Votes are read in every notation",
  arguments: [
    ("Komise schvaluje rozpočet na rok 2024.\nHlasování: Pro: 5, Proti: 0, Zdržel se: 1", 1),
    ("Komise schvaluje rozpočet na rok 2024.\nPro: 5\nProti: 0\nZdržel se: 1", 1),
    ("Komise schvaluje rozpočet.\nPRO ( 5 ) – PROTI ( 0 ) – ZDRŽEL SE ( 1 - Rak )", 1),
    ("Komise schvaluje rozpočet na rok 2024. (5-0-1)", 1),
    ("Komise schvaluje rozpočet na rok 2024. Hlasování: 5/0/1", 1),
    ("Komise schvaluje rozpočet. 5 : 0 : 1 (pro : proti : zdrželo se)", 1),
    ("Komise schvaluje rozpočet na rok 2024. Hlasování 5:0:1", 1),
    ("Hlasování o rozpočtu: pro 5, zdržel se 1, proti 0.", 1),
    ("Komise schvaluje rozpočet na rok 2024 (5 pro, 0 proti, 1 se zdržel).", 1),
    ("Komise schvaluje rozpočet.\nHlasování: pro – 5, proti – 0, zdržel se – 1", 1),
    ("Komise schvaluje rozpočet.\nHlasování: pro = 5, proti = 0, zdržel se = 1", 1),
    ("Komise schvaluje rozpočet.\nHlasováno: 5 - 0 - 1", 1),
    ("Komise schvaluje rozpočet.\nPro:5 Proti:0 Zdrž.:1", 1),
    ("Komise schvaluje rozpočet.\nHlasování:\npro\tproti\tzdržel se\n5\t0\t1", 1),
    ("Komise schvaluje rozpočet.\nHLASOVÁNÍ: PRO 5", 0),
  ])
func voteNotations(_ text: String, abstained: Int) throws {
  let votes = extract(text).votes
  let vote = try #require(votes.first)
  #expect(votes.count == 1)
  #expect(vote.inFavour.value == 5)
  #expect(vote.against.value == 0)
  #expect(vote.abstained.value == abstained)
  #expect(vote.text.value.contains("ozpoč"))
}

@Test("A time of day and shares in percent are no votes")
func noVotes() {
  #expect(extract("Hlasování zahájeno v 17:32:07.").votes.isEmpty)
  #expect(extract("Hlasování: pro 75,3 %, proti 1,2 %, zdrželo se 0,5 %.").votes.isEmpty)
}

@Test(
  "The fields of a task stand in its line, above it, below it, in brackets or behind dashes",
  arguments: [
    "Úkol: zaslat návrh rozpočtu členům\nZodpovídá: Novák\nTermín: 15. 3. 2024",
    "Úkol: Zaslat návrh rozpočtu členům, Zodpovídá: Novák, Termín: 15. 3. 2024",
    "Úkol č. 1: Zaslat návrh rozpočtu členům. Termín: 15. 3. Zodpovídá: Novák",
    "Zaslat návrh rozpočtu členům\nT: 15. 3. 2024   Z: Novák",
    "Zaslat návrh rozpočtu členům\nTermín: 15.3.2024\nOdpovídá: Novák",
    "Úkoly:\n1. Zaslat návrh rozpočtu členům (Novák, do 15. 3. 2024)",
    "Úkol:\tZajistí:\tTermín:\nZaslat návrh rozpočtu členům\tNovák\t15. 3. 2024",
    "Zajistí: Novák\nÚkol: Zaslat návrh rozpočtu členům\nTermín: 15. 3. 2024",
    "Úkol pro Novák: zaslat návrh rozpočtu členům do 15. 3. 2024",
    "ÚKOL: Zaslat návrh rozpočtu členům – Novák – 15. 3. 2024",
  ])
func taskFields(_ text: String) throws {
  let task = try #require(extract(text).tasks.first)
  #expect(task.text.value.lowercased().hasPrefix("zaslat návrh rozpočtu členům"))
  #expect(task.responsible?.value == "Novák")
  #expect(task.due?.value.description == "2024-03-15")
}

@Test("A month at the end of a term is the first such month after the meeting")
func endOfMonth() throws {
  let task = try #require(extract("Pan Novák zajistí opravu dveří do konce března.").tasks.first)
  #expect(task.due?.value.description == "2024-03")
}

@Test(
  "A body that meets again names its next meeting",
  arguments: [
    "Příště se sejdeme 4. 3. 2024 v 16:00.",
    "Komise se znovu sejde dne 4. 3. 2024 v 16:00 hod.",
    "Příští jednání: 4. 3. 2024 v 16. 00 v zasedací místnosti",
    "Předseda svolává další schůzi na 4. 3. 2024 v 16 hod.",
  ])
func meetsAgain(_ text: String) throws {
  let next = try #require(extract(text).meeting?.nextMeetings)
  #expect(next.map(\.value.date.description) == ["2024-03-04"])
  #expect(next.first?.value.time == "16:00")
}

@Test("A resolution may be abbreviated or be told as passed")
func resolutionOpenings() {
  let short = extract("Usn. č. 4/24: Komise schvaluje rozpočet.").resolutions
  #expect(short.map(\.number?.value) == ["4/24"])
  let told = extract("Komise přijala usnesení č. 15/2024: Komise schvaluje rozpočet.").resolutions
  #expect(told.map(\.number?.value) == ["15/2024"])
}

@Test("Each meeting of a file with several is read on its own")
func severalMeetings() throws {
  let found = LineReader.extract(
    """
    Zápis ze schůze výboru klubu č. 1/2024
    konané dne 5. 2. 2024
    Přítomni: Jan Novák, Eva Malá
    Příští schůze: 4. 3. 2024
    Zapsal: Jan Novák

    Zápis ze schůze výboru klubu č. 2/2024
    konané dne 4. 3. 2024
    Přítomni: Eva Malá, Ivo Rak
    Omluven: Jan Novák
    Zapsala: Eva Malá
    """)
  #expect(found.date?.value.description == "2024-02-05")
  #expect(found.meeting?.attendance.count == 2)
  #expect(found.meeting?.recordedBy?.value.name == "Jan Novák")
  let further = try #require(found.furtherMeetings.first)
  #expect(found.furtherMeetings.count == 1)
  #expect(further.number?.value == "2/2024")
  #expect(further.date?.value.description == "2024-03-04")
  #expect(further.meeting.attendance.map(\.status) == [.present, .present, .excused])
  #expect(further.meeting.recordedBy?.value.name == "Eva Malá")
}

@Test("Days alone in their lines divide a page of minutes into meetings")
func datedMeetings() {
  let found = LineReader.extract(
    """
    Zápisy ze schůzí výboru

    17. 3. 2022

    Přítomni: Jan Novák

    4. 3. 2022

    Přítomni: Eva Malá

    18. 1. 2022

    Přítomni: Ivo Rak
    """)
  let dates = [found.date] + found.furtherMeetings.map(\.date)
  #expect(dates.map { $0?.value.description } == ["2022-03-17", "2022-03-04", "2022-01-18"])
  #expect(found.furtherMeetings.last?.meeting.attendance.first?.person.value.name == "Ivo Rak")
}

@Test(
  "A sheet of signatures and a letter that invites are no minutes and have no meeting",
  arguments: [
    ("Prezenční listina\nze schůze výboru dne 5. 2. 2024\nPřítomni:\nJan Novák\nEva Malá", "other"),
    (
      "Vážení členové,\nsvolávám jednání výboru na 5. 2. 2024.\nProgram:\n1. Úvod\n2. Různé",
      "invitation"
    ),
  ])
func noMinutes(text: String, kind: String) {
  let found = LineReader.extract(text)
  #expect(found.kind.rawValue == kind)
  #expect(found.meeting == nil)
}
