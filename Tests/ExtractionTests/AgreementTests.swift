import Domain
import Testing

private let agreement = """
  POPIS SPOLUPRÁCE
  Sídlo\tObec Lhotka, Náves 1
  IČ\t26537036
  Koordinátorka\tMgr. Alena Dubová
  Doba platnosti
  2021 – 2024 (4 roky)
  činnost\tspecifikace\tvýstup\ttermín
  Partnerství\tSchůzky\tZápis\tMinimálně 3x ročně
  Zprávy\tPsaní zpráv\t\tHodnocení 2x ročně Souhrn 1x ročně
  Vzdělávání\tKurzy pro 40 osob na 8 akcích\t\tčerven 2023

  """

@Test("An agreement has its seat, number, validity and people in charge")
func agreementFacts() throws {
  let extracted = LineReader.extract(agreement)
  let found = try #require(extracted.agreement)
  #expect(extracted.meeting == nil)
  #expect(found.seat?.value == "Obec Lhotka, Náves 1")
  #expect(found.ico?.value.digits == "26537036")
  #expect(found.validFrom?.value.description == "2021")
  #expect(found.validTo?.value.description == "2024")
  #expect(extracted.people.map(\.person.value.name) == ["Alena Dubová"])
  #expect(extracted.people.first?.role?.value == "Koordinátorka")
}

@Test("Rows of the table are commitments: how often, what, until when, for how many")
func commitments() throws {
  let found = try #require(LineReader.extract(agreement).agreement).commitments
  #expect(found.map(\.activity.value) == ["Partnerství", "Zprávy", "Zprávy", "Vzdělávání"])
  #expect(found.map(\.atLeast?.value) == [3, 2, 1, nil])
  #expect(found.map(\.what?.value) == [nil, "Hodnocení", "Souhrn", nil])
  #expect(found[0].output?.value == "Zápis")
  #expect(found[3].due?.value.description == "2023-06")
  #expect(found[3].persons?.value == 40)
  #expect(found[3].events?.value == 8)
}
