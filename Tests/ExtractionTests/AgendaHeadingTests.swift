import Domain
import Testing

private func titles(_ text: String) -> [String] {
  (LineReader.extract(text).meeting?.items ?? []).map(\.title.value)
}

@Suite("Programmes that only headings tell")
struct AgendaHeadingTests {
  @Test("A title stands below its number and a bullet that a converter left alone")
  func loneBullet() {
    let text =
      "Zápis z jednání komise\nPřítomni: Jan Nový, Eva Malá\n1) Zahájení\nText.\n2)\n-\n\n"
      + "Informace o jarním festivalu\nText.\n3) Různé\n"
    #expect(titles(text) == ["Zahájení", "Informace o jarním festivalu", "Různé"])
  }

  @Test("The points under the approval of the programme are the programme")
  func approval() {
    let text =
      "Zápis z valné hromady 26. 1. 2023\n\n1. Volba zapisovatele\n\nZvolen Jan Nový.\n\n"
      + "2. Schválení programu\n\n - Volba předsedy\n - Volba rady\n - Úprava stanov\n\n"
      + "Program byl schválen.\n\n3. Volba předsedy\n\nText.\n"
    #expect(titles(text) == ["Volba předsedy", "Volba rady", "Úprava stanov"])
  }

  @Test("Numbered headings right below the title count where nothing is labelled")
  func earlyHeadings() {
    let text =
      "Zápis ze schůze vlastníků dne 5. 5. 2011\n\nSchůzi zahájil Jan Nový v 17 hodin.\n\n"
      + "1. Volba\nText.\n\n2. Hlasování o stanovách\nText.\n\n3. Diskuze\nText.\n"
    #expect(titles(text) == ["Volba", "Hlasování o stanovách", "Diskuze"])
  }

  @Test("A reference inside of a sentence does not end the headings")
  func innerReference() {
    let text =
      "Zápis ze schůze vlastníků dne 5. 5. 2011\n\nSchůzi zahájil Jan Nový v 17 hodin.\n\n"
      + "1. Volba\nText.\n\n2. Hlasování o stanovách\n2a. Zvýšení limitu pro smlouvy (Čl. VII\n"
      + "bod 8b stanov).\n\n3. Diskuze\nText.\n\n4. Závěr\n"
    #expect(titles(text) == ["Volba", "Hlasování o stanovách", "Diskuze", "Závěr"])
  }

  @Test("RŮZNÉ in a line of its own is an item behind the numbered ones")
  func rest() {
    let text =
      "Zápis z jednání komise\nPřítomni: Jan Nový, Eva Malá\n1) Zahájení\nText.\n"
      + "2) Rozpočet\nText.\nRŮZNÉ\nPan Nový hovořil o plesu.\n"
    #expect(titles(text) == ["Zahájení", "Rozpočet", "RŮZNÉ"])
  }

  @Test("A sentence on the approved programme announces no list, its heading may begin it")
  func approvedProgramme() {
    let text =
      "Zápis ze zasedání rady\nPřítomni: Jan Nový, Eva Malá\n1. Schválení programu\n"
      + "1. Schválení programu zasedání\n2. Schválení zápisu\n3. Různé\nDotaz na plán\n"
      + "Informace o cestě\n4. Příští zasedání\n\nProgram byl schválen: 11 / 0 / 1\n\n"
      + "2. Schválení zápisu\nZápis byl schválen.\n"
    #expect(
      titles(text)
        == ["Schválení programu zasedání", "Schválení zápisu", "Různé", "Příští zasedání"])
  }
}
