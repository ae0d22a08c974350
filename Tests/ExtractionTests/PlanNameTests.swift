import Domain
import Testing

private func plans(_ text: String) -> [String] {
  LineReader.extract("Zápis ze schůze\ndne 5. 2. 2024\n\n" + text).plans.map(\.name.value)
}

@Test(
  "A plan is named in the nominative, whatever the sentence makes of it",
  arguments: [
    (
      "Ředitel seznámil radu s Koncepcí rozvoje školy na období 2024–2028.",
      "Koncepce rozvoje školy"
    ),
    (
      "Rada se zabývala Komunitním plánem sociálních služeb Lipovska.",
      "Komunitní plán sociálních služeb Lipovska"
    ),
    ("Cíle vycházejí ze Strategie rozvoje města Lipov.", "Strategie rozvoje města Lipov"),
    ("Ve Střednědobém plánu rozvoje služeb chybí stacionář.", "Střednědobý plán rozvoje služeb"),
    ("Připomínky ke Strategickému záměru fakulty pošle senát.", "Strategický záměr fakulty"),
    ("Obec aktualizuje Strategickou koncepci bydlení.", "Strategická koncepce bydlení"),
  ])
func nominativePlans(text: String, name: String) {
  #expect(plans(text) == [name])
}

@Test(
  "The rest of the sentence is no part of a plan",
  arguments: [
    ("Plán sociálního začleňování shrnul pan Dub.", "Plán sociálního začleňování"),
    ("Akční plán obce zpracuje skupina do května.", "Akční plán obce"),
    ("Komunitní plán služeb schválila rada v lednu.", "Komunitní plán služeb"),
    ("Strategie bydlení města určuje priority na pět let.", "Strategie bydlení města"),
  ])
func endOfPlan(text: String, name: String) {
  #expect(plans(text) == [name])
}

@Test("An intention without an adjective is no plan")
func noPlan() {
  #expect(plans("Záměr pronájmu sálu byl zveřejněn.").isEmpty)
}
