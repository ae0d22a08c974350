import Domain
import Testing

@Test(
  "Resolutions are found under their label, in a numbered list and where the text refers to them")
func resolutions() {
  let found = LineReader.extract(
    """
    Zápis z jednání výboru
    Usnesení VD č. 4/2021
    Výbor doporučuje radě opravit lávku.
    Usnesení:
    1. Oprava hřiště bude zadána do června.
    2. Nákup laviček se odkládá.
    Rada obce usnesením č. 17/2020 ze dne 5. 6. 2020 souhlasila s prodejem.
    """
  ).resolutions
  #expect(found.map(\.number?.value) == ["4/2021", "1", "2", "17/2020"])
  #expect(found[0].text?.value == "Výbor doporučuje radě opravit lávku")
  #expect(found[3].body?.value == "Rada obce")
  #expect(found[3].date?.value.description == "2020-06-05")
}

@Test("A point without a resolution gives none")
func noResolution() {
  #expect(LineReader.extract("Zápis\nUsnesení:\nTento bod je bez usnesení").resolutions.isEmpty)
}

@Test(
  "Votes are read in every notation",
  arguments: [
    "Rada schvaluje nákup stolů. PRO ( 6 ) – PROTI ( 1 ) – ZDRŽEL SE ( 2 )",
    "Rada schvaluje nákup stolů\nHlasování:\nPro: 6\nProti: 1\nZdrželi se: 2",
    "Rada schvaluje nákup stolů (6 pro, 1 proti, 2 zdrželi se).",
    "Rada schvaluje nákup stolů: pro 6, zdržel se 2, proti 1",
    "Rada schvaluje nákup stolů 6-1-2.",
  ])
func votes(text: String) throws {
  let vote = try #require(LineReader.extract("Zápis z jednání rady\n" + text).votes.first)
  #expect(vote.inFavour.value == 6)
  #expect(vote.against.value == 1)
  #expect(vote.abstained.value == 2)
  #expect(vote.text.value == "schvaluje nákup stolů")
}

@Test("A vote under an item that says no more than approved is about the item")
func voteOnItem() throws {
  let text = "Zápis\nAd 2. Zpráva o stavu cest\nZpráva schválena 9-0-0."
  #expect(LineReader.extract(text).votes.map(\.text.value) == ["Zpráva schválena"])
  let generic = "Zápis\nAd 2. Zpráva o stavu cest\nUsnesení schváleno 9-0-0."
  #expect(LineReader.extract(generic).votes.map(\.text.value) == ["Zpráva o stavu cest"])
}

@Test("Tasks have a text, somebody responsible and a term")
func tasks() {
  let found = LineReader.extract(
    """
    Zápis z jednání dne 2. 3. 2021
    Úkol: Zajistit opravu vrat
    Zajistí: Dubová
    Úkoly:
    1) Pí. Lípová: zjistí cenu barev
    2) Všichni členové připraví návrhy do 15. 4.
    Rada ukládá starostovi, aby svolal schůzi.
    Přihlášky musí zájemci poslat nejpozději do 1. 5. 2021.
    """
  ).tasks
  #expect(
    found.map(\.text.value) == [
      "Zajistit opravu vrat", "zjistí cenu barev", "připraví návrhy do 15. 4",
      "aby svolal schůzi", "Přihlášky musí zájemci poslat",
    ])
  #expect(
    found.map(\.responsible?.value) == [
      "Dubová", "Pí. Lípová", "Všichni členové", "starostovi", nil,
    ])
  #expect(found[2].due?.value.description == "2021-04-15")
  #expect(found[4].due?.value.description == "2021-05-01")
}

@Test("A sentence that nothing was resolved is no resolution")
func refusals() {
  let found = LineReader.extract(
    """
    Zápis
    Usnesení:
    K tomuto bodu nebylo přijato žádné usnesení.
    • Usnesení:
    Klub doporučuje opravit plot.
    """
  ).resolutions
  #expect(found.map(\.text?.value) == ["Klub doporučuje opravit plot"])
}

@Test("A list under what a body does holds resolutions, and the title above is none")
func resolutionLists() {
  let found = LineReader.extract(
    """
    Usnesení č. 4/2031 Zastupitelstva obce Lhotka ze dne 5.6.2031
    Zastupitelstvo obce Lhotka schvaluje
    1. program zasedání.
    2. nákup hasičské stříkačky.
    Zastupitelstvo obce Lhotka bere na vědomí
    1. zprávu kronikářky.
    """
  ).resolutions
  #expect(found.map(\.number?.value) == ["1", "2", "1"])
  #expect(found.last?.text?.value == "zprávu kronikářky")
}

@Test("Bullets and boxes under the word tasks are tasks")
func bulletedTasks() {
  let found = LineReader.extract(
    """
    Zápis
    Úkoly:
    - Pí. Lípová: napíše dopis knihovně
    - [ ] Objednat židle do 1. 3. 2031
    Přílohy:
    - Rozpis služeb
    """
  ).tasks
  #expect(found.map(\.text.value) == ["napíše dopis knihovně", "Objednat židle do 1. 3. 2031"])
  #expect(found.first?.responsible?.value == "Pí. Lípová")
  #expect(found.last?.due?.value.description == "2031-03-01")
}

@Test("Who is charged and the term may stand above the task")
func chargedTasks() {
  let found = LineReader.extract(
    "Usnesení rady\nUrčen: VED Lípová Jana\nTermín: 20.01.2031\nÚkol: vypsat soutěž na lavičky"
  ).tasks
  #expect(found.first?.responsible?.value == "VED Lípová Jana")
  #expect(found.first?.due?.value.description == "2031-01-20")
}

@Test("A person before a verb of the future has a task, over lines that the page breaks")
func personalTasks() {
  let found = LineReader.extract(
    "Zápis\nPo dlouhé rozpravě o stavu klubovny, plotu a studny J. Lípová připraví do\n"
      + "léta návrh opravy střechy. Potom se šlo domů."
  ).tasks
  #expect(found.map(\.text.value) == ["připraví do léta návrh opravy střechy"])
  #expect(found.first?.responsible?.value == "J. Lípová")
}

@Test("The term and what else a person does are no part of who is responsible")
func responsibleOnly() {
  let found = LineReader.extract(
    "Zápis\nÚkol: Změřit okna\nZajistí: všichni členové v termínu do 31. 1. 2031"
  ).tasks
  #expect(found.first?.responsible?.value == "všichni členové")
  #expect(found.first?.due?.value.description == "2031-01-31")
}
