import Domain
import Storage
import Testing

@testable import Server

@Suite("Fields in a form")
struct FieldControlTests {
  private func control(_ field: Field, _ cell: ViewRow.Cell) -> FieldControl {
    FieldControl(field, cell, [], nil, .czech)
  }

  @Test("a code that only a newer version knows can stay")
  func unknownCodes() {
    let status = control(Project.status, .text("paused"))
    #expect(status.isChoice && status.value == "paused")
    #expect(status.options.filter(\.isChosen).map(\.value) == ["paused"])
    let themes = control(Project.themes, .list(["housing", "space"]))
    #expect(themes.isChecks)
    #expect(themes.options.filter(\.isChosen).map(\.value) == ["housing", "space"])
    #expect(control(Project.name, .text("a,b")).options.isEmpty)
  }

  @Test("dates stand as people write them, where that can be read back")
  func dates() {
    for (date, shown) in [
      ("2027-03-05", "5. 3. 2027"), ("2027-03", "březen 2027"),
      ("2025-01/2025-06", "1. pololetí 2025"), ("2027", "2027"),
      ("2027-03-05/2027-04-09", "2027-03-05/2027-04-09"),
    ] {
      #expect(control(Project.start, .text(date)).value == shown)
    }
    #expect(
      control(Meeting.nextMeetings, .list(["2027-03-05", "2027-04"])).value
        == "5. 3. 2027, duben 2027")
  }

  @Test("line ends are kept, as those that browsers send")
  func lineEnds() {
    let name = control(Project.name, .text("první\r\ndruhý\rtřetí"))
    #expect(name.isText && !name.isLine && name.value == "první\ndruhý\ntřetí")
    #expect(control(Project.name, .text("první")).isLine)
  }
}
