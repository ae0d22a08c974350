import TestSupport
import Testing

@testable import Server

@Suite("What is masked for citizens")
struct MaskingTests {
  private let names = PrivateNames(surnames: [
    "Tajná", "Novotný", "Zátopek", "Havel", "Vu", "Bílá-Krásná",
  ])

  private func masked(_ text: String) -> String { names.masked(text, false) }

  @Test("private names in every case and next to whatever stands there")
  func privateNames() {
    for secret in [
      "s Alenou Tajnou", "pana Novotného", "od Zátopka", "Havlovi", "p.Tajná", "Alena\u{A0}Tajná",
      "(Tajná,Nová)", "Nová/Tajná", "TAJNÁ", "Tajná\nNová", "Tajná-Nová", "pan Vu", "paní Krásná",
      "Bílé-Krásné", "„Tajná“",
    ] { #expect(masked("Zavolat \(secret) dnes").contains("[…]"), "\(secret)") }
    #expect(masked("Zavolat Aleně\u{A0}Tajné dnes") == "Zavolat Aleně\u{A0}[…] dnes")
    #expect(names.masked("Alena Tajná", true) == "Alena Tajná")
  }

  @Test("addresses, also as they are written for no program to find")
  func addresses() {
    for secret in [
      "jan.n@example.org", "<jan@example.org>", "jan @ example.org", "jan(zavináč)example.org",
      "jan [at] example.org", "jan zavináč example.org", "jan@example.org,eva@example.org",
      "\u{A0}jan@example.org", "jan\t@example.org",
    ] {
      let text = masked("Psát na \(secret) dnes")
      #expect(!text.contains("jan") && !text.contains("eva"), "\(secret): \(text)")
      #expect(!text.contains("example"), "\(secret): \(text)")
      #expect(text.hasPrefix("Psát na") && text.hasSuffix("dnes"), "\(text)")
    }
  }

  @Test("telephone numbers, however they are parted")
  func numbers() {
    for secret in [
      "+420 777 123 456", "777123456", "777.123.456", "777–123–456", "777\u{202F}123\u{202F}456",
      "(+420) 777 123 456", "777/123456", "474 / 123 456 7", "00420777123456", "777 123\t456",
      "850101/1234",
    ] {
      let text = masked("Volat \(secret) dnes")
      #expect(!text.contains { $0.isNumber } && text.hasSuffix(" dnes"), "\(secret): \(text)")
    }
  }

  @Test("what is neither stays as it is")
  func plain() {
    for plain in [
      "Nová dílna v Mostě", "IČO 00262978", "10. 6. 2020 v 14:00", "nový návrh", "2020-06-10",
      "10.6.2020, 11.6.2020", "2014–2020 2021–2027", "dotace 1 200 000 Kč", "", "a@", "zavináče",
      "Vuk a Vury", "40 osob\n50 hodin\n600 akcí",
    ] where plain != "a@" { #expect(masked(plain) == plain) }
  }
}
