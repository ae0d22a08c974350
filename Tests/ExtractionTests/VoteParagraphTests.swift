import Domain
import Testing

private func votes(_ text: String) -> [String] { LineReader.votes(text, of: "komise") }

@Test("A decision that names its body is whole, whatever verb stands in the paragraph above")
func wholeDecision() {
  #expect(
    votes(
      """
      Ad 1) Předsedkyně konstatovala, že je přítomno 6 členů z 8.
      Komise schvaluje program schůze.
      Hlasování: Pro: 6 Proti: 0 Zdržel se: 0
      2) Dary
      Komise projednala 12 žádostí. Předseda upozornil na střet zájmů.
      Komise doporučuje radě schválit dary podle přílohy.
      PRO: 5
      PROTI: 0
      ZDRŽEL SE: 1
      """) == [
        "schvaluje program schůze: 6-0-0", "doporučuje radě schválit dary podle přílohy: 5-0-1",
      ])
}

@Test("A bare verb goes on with what the line above began")
func bareVerb() {
  #expect(
    votes("Rada po projednání\nschvaluje prodej vozu.\nPro: 5 Proti: 0 Zdržel se: 0")
      == ["schvaluje prodej vozu: 5-0-0"])
}

@Test("Of several sentences the last is voted on that says what the body decided")
func lastDecision() {
  #expect(
    votes(
      "Pan Dub žádá o příspěvek na plot. Výbor schvaluje opravu plotu u dílny.\n"
        + "Hlasování: pro 3, proti 1, zdržel se 0") == ["schvaluje opravu plotu u dílny: 3-1-0"])
  #expect(
    votes(
      "Jan Dub žádá o zasklení lodžie. Výbor se zasklením lodžie souhlasí.\n"
        + "Hlasování: pro 3, proti 1, zdržel se 0") == ["se zasklením lodžie souhlasí: 3-1-0"])
}

@Test("A numbered point that was refused is what was voted on")
func refusedPoint() {
  #expect(
    votes("Rada schvaluje pravidla soutěže.\nSchváleno 9-0-0.\nBod 6 nebyl schválen (4-5-2).")
      == ["schvaluje pravidla soutěže: 9-0-0", "Bod 6 nebyl schválen: 4-5-2"])
}

@Test("The words before a date that was cut off do not hang")
func hangingPreposition() {
  #expect(
    votes(
      "Rada ukládá řediteli předložit radě úplné vyúčtování slavnosti od 1. 6. do 30. 6. 2025."
        + "\nHlasování: 4-0-1"
    )
      == ["ukládá řediteli předložit radě úplné vyúčtování slavnosti: 4-0-1"])
}

@Test("Of what a body resolves in one breath the first is named")
func firstOfSeveral() {
  #expect(
    votes("Senát žádá děkana o nový návrh. Senát souhlasí s postupem prací.\nSchváleno 24-0-0.")
      == ["žádá děkana o nový návrh: 24-0-0"])
  #expect(
    votes(
      """
      Usnesení:
      SVJ pověřuje výbor opravou schodů.
      SVJ dále pověřuje výbor uzavřením smlouvy.
      Schváleno – pro 20; proti 1; zdržel se 2
      """) == ["pověřuje výbor opravou schodů: 20-1-2"])
}

@Test("Whom a decision imposes something on may have a remark")
func imposedWithRemark() {
  #expect(
    votes("Výbor ukládá správci (Domy Lípa) odeslat upomínky.\nPro: 3 Proti: 0 Zdržel se: 0")
      == ["ukládá správci (Domy Lípa) odeslat upomínky: 3-0-0"])
}
