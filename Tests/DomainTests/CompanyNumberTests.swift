import Domain
import Testing

@Suite("Identification numbers of organisations")
struct CompanyNumberTests {
  @Test("a right number is accepted with spaces and without leading zeros")
  func accepted() {
    #expect(CompanyNumber("25755277")?.digits == "25755277")
    #expect(CompanyNumber("00 26 18 91")?.digits == "00261891")
    #expect(CompanyNumber("261891")?.digits == "00261891")
  }

  @Test("a wrong check digit, nine digits and letters are refused")
  func refused() {
    #expect(CompanyNumber("25755278") == nil)
    #expect(CompanyNumber("265370036") == nil)
    #expect(CompanyNumber("2575527x") == nil)
    #expect(CompanyNumber("") == nil)
  }

  @Test("exactly one digit completes any seven")
  func oneCheckDigit() {
    for stem in stride(from: 1_000_000, to: 9_999_999, by: 77_773) {
      let right = (0...9).filter { CompanyNumber("\(stem)\($0)") != nil }
      #expect(right.count == 1)
    }
  }
}
