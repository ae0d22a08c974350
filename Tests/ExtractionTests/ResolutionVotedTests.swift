import Domain
import Testing

private func resolutions(_ text: String) -> [String] {
  LineReader.extract("Zápis ze schůze komise\ndne 5. 2. 2024\n\n1. Plot\n" + text).resolutions
    .compactMap(\.text?.value)
}

@Suite("Resolutions that were voted on, and proposals that were not")
struct ResolutionVotedTests {
  @Test("What a body decides stands behind the word Hlasování")
  func behindVote() {
    #expect(
      resolutions(
        "Dub představil plot.\nHlasování: Komise doporučuje správci natřít plot.\n"
          + "Pro: 6\nProti: 0\nZdržel se: 1") == ["Komise doporučuje správci natřít plot"])
  }

  @Test("What was dealt with and then recommended is decided")
  func dealtWith() {
    #expect(
      resolutions("- Komise projednala opravy plotu a doporučuje radě koupit prkna.\nPro: 6")
        == ["Komise projednala opravy plotu a doporučuje radě koupit prkna"])
  }

  @Test("What a committee proposes that others resolve is no resolution")
  func proposed() {
    #expect(
      resolutions(
        "Komise doporučuje následující usnesení rady:\n1. Rada schvaluje nákup prken na plot.\n"
          + "2. Rada žádá správce o natření plotu."
      ).isEmpty)
  }

  @Test("A resolution printed twice is one, and two that begin alike are two")
  func twice() {
    let text = "Komise doporučuje radě zahrnout opravu plotu a vrat do rozpočtu na rok 2025"
    #expect(
      resolutions(
        "Usnesení:\n\(text).\nDále se mluvilo o vratech.\nUsnesení:\n\(text). Hlasováno dopisem.\n"
          + "Pro: 6 Proti: 0 Zdržel se: 0"
      ).count == 1)
    let sale =
      "ZO schvaluje uzavření smlouvy o zřízení věcného břemene na pozemku obce u rybníka č. "
    #expect(
      resolutions("a) \(sale)12/3 pro pana Duba.\nb) \(sale)14/1 pro paní Malou.").count == 2)
  }

  @Test("The words joined by a belong to the text, and a number to its abbreviation")
  func ends() {
    #expect(
      resolutions("a) ZO schvaluje podání žádosti o dotaci z Fondu her a volného času kraje.")
        == ["ZO schvaluje podání žádosti o dotaci z Fondu her a volného času kraje"])
  }
}
