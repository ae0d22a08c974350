import Domain
import Testing

private func meeting(_ text: String) -> ExtractedMeeting? { LineReader.extract(text).meeting }

@Test("A body keeps a name with a dash and loses who leads it and on which meeting it was")
func bodyNames() {
  #expect(
    meeting("Zápis ze zasedání Zastupitelstva Městské části Praha-Dolní Lhota\ndne 5. 2. 2024")?
      .body?.value == "Zastupitelstvo Městské části Praha-Dolní Lhota")
  #expect(
    meeting("Zápis\nSchůzi zahájil předseda správní rady spolku Mgr. Jan Dub.")?.body?.value
      == "správní rada spolku")
  #expect(
    meeting("Zápis ze zastupitelstva města\n\nze zasedání Zastupitelstva města Lípa č. 1")?.body?
      .value == "Zastupitelstvo města Lípa")
}

@Test("Initials are the body that the text names")
func spelledOut() {
  #expect(
    meeting(
      "Zápis ze zasedání FV ze dne 6.12.2006\n\nPřítomni: Jan Dub\n\nNávrh dostal finanční výbor.")?
      .body?.value
      == "Finanční výbor")
  #expect(meeting("Zápis ze zasedání XQ ze dne 6.12.2006\n\nNávrh.")?.body?.value == "XQ")
}

@Test("A sentence below the heading tells that people met online, and a line where")
func forms() {
  #expect(
    meeting("Zápis z komise\n\nPřítomni: Jan Dub\n\nJednání komise bylo konané online\n")?.form?
      .value == .online)
  #expect(
    meeting(
      "Zápis ze schůze\nkonané dne 15. 6. 2011\nv době od 18.00 do 19.15 hod\nv restauraci U Lípy\n"
    )?
    .place?.value == "v restauraci U Lípy")
}

@Test("Who opened a meeting is its chair, who proposed somebody is not the one proposed")
func chairs() {
  #expect(
    meeting(
      "Zápis ze schůze fondu\n\n"
        + "Schůzi zahájil v 20.00 hod předseda správní rady fondu Mgr. Jan Dub."
    )?
    .chair?.value.name == "Jan Dub")
  #expect(
    meeting("Zápis ze schůze\n\nPředsedající navrhl do mandátové komise Mgr. Evu Lípovou.")?.chair
      == nil)
}

@Test("A meeting to come may stand in a clause, and funded deeds are projects")
func clauses() {
  let found = LineReader.extract(
    "Zápis ze schůze výboru dne 6. 11. 2006\n\n"
      + "Předseda do dalšího zasedání výboru, které se bude konat "
      + "14.12.2006, předloží plán práce.\nVýbor podá žádost o dotaci na akci „Nové hřiště“.\n\n"
      + "Žadatel: Spolek Ulice\nNázev projektu: Letní kino")
  #expect(found.meeting?.nextMeetings.map { $0.value.date.description } == ["2006-12-14"])
  #expect(found.projects.map(\.name.value) == ["Nové hřiště", "Letní kino"])
  #expect(found.projects.last?.holder?.value == "Spolek Ulice")
}
