import Desk
import Domain
import Storage
import Testing

@Suite("Answers as calendars and workbooks")
struct FileFormatTests {
  private func task(_ text: String, due: String) -> Answer {
    Answer(
      columns: [Answer.Column(Task.due), Answer.Column(Task.text)],
      rows: [
        Answer.Row(
          id: "01abc", kind: "task", region: "Žatec", cells: [.text(due), .text(text)])
      ])
  }

  private func meeting(_ date: String, time: String) -> Answer {
    Answer(
      columns: [
        Answer.Column(Meeting.date), Answer.Column(Meeting.time), Answer.Column(Meeting.body),
        Answer.Column(Meeting.place),
      ],
      rows: [
        Answer.Row(
          id: "01abc", kind: "meeting", region: "Most",
          cells: [.text(date), .text(time), .text("Skupina; A, B"), .text("radnice\\2")])
      ])
  }

  private func lines(_ answer: Answer) -> [String] {
    OutputFormat.ics.text(answer, in: .czech).split(separator: "\r\n").map(String.init)
  }

  @Test("a meeting is an event with its time, a text with its signs escaped")
  func events() {
    let lines = lines(meeting("2020-06-10", time: "9:05"))
    #expect(lines.first == "BEGIN:VCALENDAR" && lines.last == "END:VCALENDAR")
    #expect(lines.contains("DTSTART:20200610T090500"))
    #expect(lines.contains("SUMMARY:Skupina\\; A\\, B"))
    #expect(lines.contains("LOCATION:radnice\\\\2"))
    #expect(lines.contains("DTSTAMP:20200610T000000Z"))
    #expect(lines.contains("UID:01abc@soulad"))
    #expect(self.lines(meeting("2020-06-11", time: "")).contains("UID:01abc@soulad"))
  }

  @Test("a task that is done says so")
  func done() {
    let answer = Answer(
      columns: [
        Answer.Column(Task.text), Answer.Column(Task.due), Answer.Column(Task.done),
      ],
      rows: [true, false].map { isDone in
        Answer.Row(
          id: "\(isDone)", kind: "task", region: "Most",
          cells: [.text("Zaslat"), .text("2020-06"), .boolean(isDone)])
      })
    #expect(lines(answer).filter { $0 == "STATUS:COMPLETED" }.count == 1)
  }

  @Test("a project lasts from its beginning to its end")
  func project() {
    let answer = Answer(
      columns: [
        Answer.Column(Project.name), Answer.Column(Project.start), Answer.Column(Project.end),
      ],
      rows: [
        Answer.Row(
          id: "1", kind: "project", region: "Most",
          cells: [.text("Dílna"), .text("2020-06-01"), .text("2021-03")])
      ])
    #expect(lines(answer).contains("DTSTART;VALUE=DATE:20200601"))
    #expect(lines(answer).contains("DTEND;VALUE=DATE:20210401"))
  }

  @Test("less precise dates last as long as they may mean")
  func spans() {
    let month = lines(meeting("2020-02", time: ""))
    #expect(month.contains("DTSTART;VALUE=DATE:20200201"))
    #expect(month.contains("DTEND;VALUE=DATE:20200301"))
    let half = lines(meeting("2025-07/2025-12", time: "10:00"))
    #expect(half.contains("DTEND;VALUE=DATE:20260101"))
    #expect(lines(task("Zaslat", due: "2020-09")).contains("DUE;VALUE=DATE:20200930"))
  }

  @Test("lines are folded at 75 bytes and never within a letter")
  func folding() {
    let text = String(repeating: "žluťoučký kůň ", count: 30)
    let lines = lines(task(text, due: "2020-09-01"))
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    let unfolded = OutputFormat.ics.text(task(text, due: "2020-09-01"), in: .czech)
      .replacing("\r\n ", with: "")
    #expect(unfolded.contains("SUMMARY:" + text))
    #expect(lines.contains("BEGIN:VTODO"))
  }

  @Test("a workbook is a ZIP archive whose texts are no formulas")
  func workbook() throws {
    let answer = Answer(
      columns: [Answer.Column(Project.name), Answer.Column(Service.capacity)],
      rows: [
        Answer.Row(
          id: "1", kind: "project", region: "Žatec", cells: [.text("=1+1 <&>"), .integer(7)])
      ])
    let bytes = try #require(OutputFormat.xlsx.bytes(answer, in: .czech))
    #expect(bytes.starts(with: [0x50, 0x4B, 3, 4]))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("inlineStr") && text.contains("=1+1 &lt;&amp;&gt;"))
    #expect(text.contains("<v>7</v>") && !text.contains("<f>"))
    #expect(text.contains("state=\"frozen\"") && text.contains("<autoFilter ref=\"A1:D2\"/>"))
    #expect(OutputFormat.csv.bytes(answer, in: .czech) == nil)
  }
}
