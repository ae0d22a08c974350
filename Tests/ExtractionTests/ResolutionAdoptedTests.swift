import Domain
import Testing

private func resolutions(_ text: String, title: String = "Zápis ze schůze výboru") -> [String] {
  LineReader.extract(title + "\ndne 5. 2. 2024\n\n1. Lavičky\n" + text).resolutions
    .compactMap(\.text?.value)
}

private let table = "\nHlasování:\n|pro |proti |zdrželi se |\n|7 |0 |1 |\n"

@Suite("Resolutions in quotes, under outcomes and behind dashes")
struct ResolutionAdoptedTests {
  @Test("A resolution in quotes is given in its own words up to the end of its sentence")
  func quoted() {
    #expect(
      resolutions(
        "Usnesení:\n„Družstvo pověřuje výbor, aby zajistil novou lavičku u zadního vchodu do domu, "
          + "a schvaluje náklady ve výši 5.000,- Kč. Termín určí výbor.“\nPro: 7 Proti: 0")
        == [
          "Družstvo pověřuje výbor, aby zajistil novou lavičku u zadního vchodu do domu, "
            + "a schvaluje náklady ve výši 5.000,- Kč"
        ])
  }

  @Test("A draft that was not adopted is no resolution")
  func rejected() {
    #expect(
      resolutions(
        "Návrh usnesení:\n„Družstvo pověřuje výbor, aby zajistil kamery do všech vchodů.“\n"
          + "Neschváleno – pro 2; proti 5; zdržel se 1") == [])
  }

  @Test("What a body decides above a vote that passed is a resolution without any label")
  func adopted() {
    let draft = "Návrh usnesení:\nVýbor žádá obec o novou lavičku.\nHlasování: 7-0-1\n"
    let text = "Výbor vysílá Evu Malou do komise." + table
    #expect(
      resolutions(draft + text + "Návrh byl schválen.")
        == ["Výbor žádá obec o novou lavičku", "Výbor vysílá Evu Malou do komise"])
    #expect(
      resolutions(draft + text + "Usnesení nebylo přijato.") == ["Výbor žádá obec o novou lavičku"])
  }

  @Test("What a body decides right under the counts of a proposal is a resolution")
  func below() {
    #expect(
      resolutions(
        "Návrh usnesení:\nVýbor žádá obec o novou lavičku.\nHlasování: 7-0-1\nDub popsal stoly.\n"
          + "Hlasování o návrhu:\n|pro |proti |zdrželi se |\n|7 |0 |1 |\n"
          + "Výbor schvaluje nákup dvou stolů.")
        == ["Výbor žádá obec o novou lavičku", "Výbor schvaluje nákup dvou stolů"])
  }

  @Test("Each point under a verb with a colon is a resolution of its own")
  func dashed() {
    #expect(
      resolutions(
        "Usnesení\nČlenská schůze schvaluje:\n- zprávu předsedy\n- příspěvek 500 Kč\n"
          + "Členská schůze ukládá:\n- výboru zajistit opravu lavičky\n- všem natřít plot")
        == [
          "zprávu předsedy", "příspěvek 500 Kč", "výboru zajistit opravu lavičky",
          "všem natřít plot",
        ])
  }

  @Test("What a committee told the meeting is not what the meeting resolved")
  func committee() {
    #expect(
      resolutions(
        "EK doporučuje v budoucnosti kupovat dřevěné lavičky.\n\nRS schvaluje nákup dvou laviček.",
        title: "Zápis z jednání RS")
        == ["RS schvaluje nákup dvou laviček"])
  }
}
