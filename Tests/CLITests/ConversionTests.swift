import Foundation
import TestSupport
import Testing

@Suite("Documents of other formats")
struct ConversionTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func soulad(_ arguments: [String], path: String = "/usr/bin:/bin") throws
    -> Tool.Outcome
  {
    try Tool("soulad", environment: ["PATH": path]).run(arguments)
  }

  /// A PDF that a browser printed.
  private func printed() throws -> String {
    let page = try folder.write(
      Array("<meta charset=utf-8><p>Zápis z jednání dne 10. 6. 2020<p>Přítomni: Jan Novák".utf8),
      to: "zapis.html")
    let target = folder.path("zapis.pdf")
    let browser = Process()
    browser.executableURL = URL(filePath: "/usr/bin/chromium")
    browser.arguments = [
      "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
      "--user-data-dir=\(folder.path("profile"))", "--print-to-pdf=\(target)", "file://\(page)",
    ]
    browser.standardOutput = FileHandle.nullDevice
    browser.standardError = FileHandle.nullDevice
    try browser.run()
    browser.waitUntilExit()
    return target
  }

  @Test("a PDF is read by pdftotext, and refused with what to do where that is missing")
  func pdf() throws {
    let file = try printed()
    let said = try soulad(["text", file])
    #expect(said.code == 0 && said.output.contains("Přítomni: Jan Novák"), "\(said)")
    let record = try soulad(["extract", file])
    #expect(record.output.contains("\"2020-06-10\""))
    let refused = try soulad(["text", file], path: "/nonexistent")
    #expect(refused.code == 65 && refused.message.contains("poppler-utils"), "\(refused)")
  }

  @Test("an old document, and one with a password, are refused with what to do")
  func oldFormats() throws {
    let old = try folder.write(
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600),
      to: "stary.doc")
    let said = try soulad(["text", old], path: "/nonexistent")
    #expect(said.code == 65 && said.message.contains("LibreOffice"), "\(said)")
    let rich = try folder.write(Array("{\\rtf1 Zápis}".utf8), to: "zapis.rtf")
    let other = try soulad(["text", rich], path: "/nonexistent")
    #expect(other.code == 65 && other.message.contains("DOCX"), "\(other)")
  }
}
