import Domain
import Testing

private func votes(_ text: String) -> [String] { LineReader.votes(text) }

private let counts = "\nPro: 7 Proti: 0 Zdržel se: 1"
private let table = "\n|pro |proti |zdrželi se |\n|7 |0 |1 |\n"

@Suite("Votes whose subject quotes, titles and agreements name")
struct VoteNamedTests {
  @Test("A long resolution in quotes is called by its first decision")
  func quoted() {
    #expect(
      votes(
        "Usnesení:\n„Družstvo schvaluje měsíční příspěvek na zahradu.\n"
          + "Příspěvek se platí od března.\nRozdělení peněz je věcí výboru.“" + counts)
        == ["schvaluje měsíční příspěvek na zahradu: 7-0-1"])
  }

  @Test("Parts of rules that are named one after the other belong together")
  func partsOfRules() {
    #expect(
      votes(
        "Usnesení:\nDružstvo souhlasí se změnou stanov v čl. IV, bodu 2 a v čl. V, takto: "
          + "částka se mění." + counts)
        == ["souhlasí se změnou stanov v čl. IV, bodu 2: 7-0-1"])
    #expect(
      votes("Rada vydává vyhlášku č. 3/2022, o poplatku ze psů." + counts)
        == ["vydává vyhlášku č. 3/2022, o poplatku ze psů: 7-0-1"])
    #expect(
      votes("Výbor souhlasí se změnou rozúčtování takto: Částka bude rozdělena." + counts)
        == ["souhlasí se změnou rozúčtování: 7-0-1"])
  }

  @Test("Whom a task is imposed on belongs to the vote, but not under the verb alone")
  func addressee() {
    #expect(
      votes("Rada ukládá správci (Dům, s. r. o.) odeslat upomínky." + counts)
        == ["ukládá správci (Dům, s. r. o.) odeslat upomínky: 7-0-1"])
    #expect(
      votes("Komise po projednání\nukládá\npředsedkyni komise zjistit zájem o kurz." + counts)
        == ["zjistit zájem o kurz: 7-0-1"])
  }

  @Test("The title of an election says more than who was proposed")
  func election() {
    #expect(
      votes(
        "Volba předsednictva na další rok\nPo diskusi byli navrženi: předseda Dub, tajemnice Malá"
          + counts) == ["Volba předsednictva na další rok: 7-0-1"])
  }

  @Test("What members agreed on goes on over aby")
  func agreed() {
    #expect(
      votes(
        "Členové výboru se dohodli na těchto dnech schůzí.\n"
          + "Schůze budou v klubovně." + counts)
        == ["Členové výboru se dohodli na těchto dnech schůzí: 7-0-1"])
    #expect(
      votes("Členové výboru se dohodli na žádosti, aby chodil správce." + counts)
        == ["Členové výboru se dohodli na žádosti, aby chodil správce: 7-0-1"])
  }

  @Test("Drafts with numbers are voted on by their numbers")
  func numbered() {
    #expect(
      votes(
        "1. Výbor žádá obec o lavičku.\n2. Výbor koupí lavičku.\nHlasování o usnesení 2:" + table)
        == ["Hlasování o usnesení 2: 7-0-1"])
  }

  @Test("What was decided may stand under the counts of a proposal")
  func below() {
    #expect(
      votes("Dub popsal lavičky.\nHlasování o návrhu:" + table + "Výbor schvaluje nákup laviček.")
        == ["schvaluje nákup laviček: 7-0-1"])
  }

  @Test("The last sentence of a report says what passed")
  func passed() {
    #expect(
      votes("Předseda Dub zahájil schůzi. Program byl schválen." + counts)
        == ["Program byl schválen: 7-0-1"])
  }

  @Test("An empty draft is about what the members wished for above it")
  func wished() {
    #expect(
      votes(
        "Členové komise navrhují opravu lavičky u kašny.\nNávrh usnesení č. 4/2024:\n"
          + "Komise po projednání\nHlasování:" + counts) == ["opravu lavičky u kašny: 7-0-1"])
  }

  @Test("The title names the record better than how it was put forward")
  func approval() {
    #expect(
      votes(
        "1) Rozpočet\nBez připomínek.\n2) Kontrola a schválení zápisu ze 3. schůze\n"
          + "Ke schválení byl předložen návrh zápisu vystavený v klubovně.\n"
          + "Hlasování: Pro: 7   Proti: 0   Zdržel se: 1   Zápis byl schválen.")
        == ["Kontrola a schválení zápisu ze 3. schůze: 7-0-1"])
  }

  @Test("A refused proposal is the one of the sentence before")
  func refused() {
    #expect(
      votes(
        "Dub poté navrhl hlasovat tajně o všech. Návrh byl zamítnut (pro 2, proti 5, zdrželi se 1)."
      )
        == ["hlasovat tajně o všech: 2-5-1"])
  }

  @Test("A change of rules is called by the title above it")
  func amended() {
    #expect(
      votes(
        "Zrušení letního fondu\nVýbor se usnesl na této změně předpisů:\n"
          + "Z řádu se vypouští odstavec 4." + counts) == ["Zrušení letního fondu: 7-0-1"])
  }

  @Test("What is printed twice was voted on once")
  func printedTwice() {
    let text = "Výbor schvaluje nákup dvou laviček." + counts + "\n"
    #expect(votes(text + "Zápis z jednání\n" + text) == ["schvaluje nákup dvou laviček: 7-0-1"])
  }
}

@Suite("Numbers and names of votes in lines of their own")
struct VoteVotersTests {
  @Test("Shares of a house may lack the dots of their thousands")
  func shares() {
    #expect(
      votes(
        "Družstvo schvaluje nákup laviček.\n"
          + "Schváleno – pro 1.533.525 hlasů; proti 0; zdržel se 9748"
      )
        == ["schvaluje nákup laviček: 1533525-0-9748"])
  }

  @Test("Names go on in the next line")
  func wrapped() {
    #expect(
      votes(
        "Místopředsedou byl zvolen Jan Dub\nPRO: Eva Malá, Petr Lípa,\nOta Buk, Jana Nová\n"
          + "PROTI: 0\nZDRŽEL SE: 1") == ["Místopředsedou byl zvolen Jan Dub: 4-0-1"])
  }

  @Test("Names stand under their labels")
  func below() {
    #expect(
      votes(
        "Výbor ukládá předsednictvu, aby zajistilo lavičky.\n\nPro návrh:\n\n"
          + "Ing. Eva Malá, Petr Lípa, , Ota Buk\n\nProti návrhu:\n\nnikdo\n\nZdržel se:\n\nnikdo")
        == ["ukládá předsednictvu, aby zajistilo lavičky: 3-0-0"])
  }
}
