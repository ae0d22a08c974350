import Testing

@testable import Parsing

@Suite("Names of institutions in the nominative")
struct InstitutionNameTests {
  @Test(
    "the noun and the adjectives before it are turned back, what follows stays",
    arguments: [
      ("Krajského úřadu Horského kraje", "Krajský úřad Horského kraje"),
      ("Krajském úřadě Horského kraje", "Krajský úřad Horského kraje"),
      ("Úřadem práce ČR", "Úřad práce ČR"),
      ("Agentury pro rozvoj venkova", "Agentura pro rozvoj venkova"),
      ("Probační a mediační službou", "Probační a mediační služba"),
      ("Oblastní charitě Lhota", "Oblastní charita Lhota"),
      ("České inspekci životního prostředí", "Česká inspekce životního prostředí"),
      ("Krizovém centru pro děti", "Krizové centrum pro děti"),
      ("Městské policie Lhota", "Městská policie Lhota"),
      ("Technickými službami města Lhota", "Technické služby města Lhota"),
      ("Technických služeb města Lhota", "Technické služby města Lhota"),
      ("Hotelu Lípa", "Hotel Lípa"), ("Dechového orchestru", "Dechový orchestr"),
      ("Ministerstva zemědělství", "Ministerstvo zemědělství"),
      ("Domova pro seniory Lípa", "Domov pro seniory Lípa"),
      ("Základní školou Polní", "Základní škola Polní"),
      ("KRAJSKÉHO ÚŘADU", "KRAJSKÉHO ÚŘADU"),
    ])
  func turned(name: String, nominative: String) {
    #expect(InstitutionName.czech.nominative(name) == nominative)
  }

  @Test(
    "a name that stands in the nominative, or that nobody knows the noun of, stays",
    arguments: [
      "Krajský úřad Horského kraje", "Asociace poskytovatelů", "Azylové domy Lhota", "Sedmikráska",
      "Městská knihovna Lhota", "Lhota, základní škola", "Most k naději", "", "a", "Klub",
      "Spolek přátel školy", "České nadace", "Technické služby města Lhota",
    ])
  func untouched(name: String) {
    #expect(InstitutionName.czech.nominative(name) == name)
  }
}
