import Domain
import Testing

@Test("Recorder, verifier and the day of writing are read from the last lines")
func closing() throws {
  let meeting = try #require(
    LineReader.extract(
      """
      Zápis z jednání
      Přítomni: Ing. Eva Vrbová, Jan Tis
      Jednání bylo ukončeno v 18.45 hodin.
      Dne 4. 5. 2021 zapsala: Vrbová
      Ověřil: Jan Tis
      """
    ).meeting)
  #expect(meeting.recordedBy?.value == PersonName("Eva Vrbová", titlesBefore: ["Ing."]))
  #expect(meeting.recordedOn?.value.description == "2021-05-04")
  #expect(meeting.verifiedBy?.value.name == "Jan Tis")
  #expect(meeting.endTime?.value == "18:45")
}

@Test(
  "The next meeting is found in every wording",
  arguments: [
    ("Příští jednání se koná 5. 6. 2021 od 15 hod.", "2021-06-05", "15:00"),
    ("Termín dalšího zasedání byl stanoven na 2. října v 9:30", "2021-10-02", "09:30"),
    ("Další setkání skupin: září 2021.", "2021-09", nil),
    ("Příští schůze bude v 1. polovině roku 2022.", "2022-01/2022-06", nil),
    ("Další komise je 3. 1. od 14:00", "2022-01-03", "14:00"),
  ])
func nextMeeting(sentence: String, date: String, time: String?) throws {
  let text = "Zápis z jednání ze dne 4. 5. 2021\nProgram:\n1. Úvod\n\(sentence)"
  let meeting = try #require(LineReader.extract(text).meeting)
  #expect(meeting.nextMeetings.map(\.value.date.description) == [date])
  #expect(meeting.nextMeetings.first?.value.time == time)
}

@Test("What is prepared for the next meeting is no next meeting")
func preparedForNextMeeting() throws {
  let text = "Zápis ze dne 4. 5. 2021\nNa příští jednání se připraví plán do 1. 6. 2021."
  #expect(try #require(LineReader.extract(text).meeting).nextMeetings.isEmpty)
}

@Test("Days in lines of their own under the terms of meetings are the next meetings")
func listedTerms() throws {
  let meeting = try #require(
    LineReader.extract(
      """
      Zápis ze schůze klubu dne 3. 2. 2031
      Termíny jednání klubu
      DATUM
      1.2.2031
      5.3.2031
      7.4.2031
      Zapsal: Jan Tis
      """
    ).meeting)
  #expect(
    meeting.nextMeetings.map(\.value.date.description) == ["2031-03-05", "2031-04-07"])
}

@Test("A day that lies before the meeting is a slip when the text names it with the next year")
func slippedYear() throws {
  let meeting = try #require(
    LineReader.extract(
      """
      Zápis ze schůze klubu dne 15. 12. 2031
      Příští jednání bude 2. 2. 2031.
      Návrhy probereme 2. 2. 2032.
      """
    ).meeting)
  #expect(meeting.nextMeetings.map(\.value.date.description) == ["2032-02-02"])
}

@Test("The end of the meeting is no time from the next sentence")
func endWithoutTime() throws {
  let meeting = try #require(
    LineReader.extract(
      """
      Zápis ze schůze dne 1. 2. 2031
      Předseda ukončil jednání.
      Příští schůze:
      2.3.2031 ve 14 hod
      """
    ).meeting)
  #expect(meeting.endTime == nil)
}
