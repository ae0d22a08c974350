import Foundation
import TestSupport
import Testing

@Suite("The page in a real browser")
struct PageTests {
  private let folder: TemporaryFolder
  private let server: RunningServer

  init() throws {
    folder = try TemporaryFolder()
    let soulad = Tool("soulad")
    let database = folder.path("hub.db")
    _ = try soulad.run(["init", "--region", "Žatec", "--db", database])
    _ = try soulad.run(["import", Fixtures.path("zatec-2020-06-10.docx"), "--db", database])
    server = try RunningServer(database: database)
  }

  /// The document that the browser made of a page, scripts and styles applied.
  private func document(_ path: String) throws -> String {
    let browser = Process()
    browser.executableURL = URL(filePath: "/usr/bin/chromium")
    browser.arguments = [
      "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
      "--user-data-dir=\(folder.path("profile"))", "--timeout=20000", "--dump-dom",
      server.url + path,
    ]
    let output = folder.path("dom.html")
    try Data().write(to: URL(filePath: output))
    browser.standardOutput = try FileHandle(forWritingTo: URL(filePath: output))
    browser.standardError = FileHandle.nullDevice
    try browser.run()
    browser.waitUntilExit()
    return try String(contentsOf: URL(filePath: output), encoding: .utf8)
  }

  @Test("projects and meetings are shown in Czech with their evidence, and in English on request")
  func overview() throws {
    let czech = try document("/")
    #expect(czech.contains("<html lang=\"cs\">"))
    #expect(czech.contains("Žatec bez dluhů") && czech.contains("schválen"))
    #expect(czech.contains("10. 6. 2020") && czech.contains("zatec-2020-06-10.docx"))
    let english = try document("/?lang=en&status=approved")
    #expect(english.contains("<html lang=\"en\">") && english.contains("approved"))
    #expect(!english.contains("Na rozcestí dospělosti"))
  }

  @Test("what stands in a document cannot become part of the page")
  func escaping() async throws {
    let (_, body) = try await server.get("/?region=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
    #expect(!body.contains("<script"))
  }

  @Test("what an office wrote cannot become part of the page either")
  func escapingOfRecords() async throws {
    let attack = "\"><script>document.title='x'</script><img src=x onerror=alert(1)>'&amp;"
    let database = folder.path("other.db")
    let soulad = Tool("soulad")
    _ = try soulad.run(["init", "--region", "<b>Most", "--db", database])
    let added = try soulad.run(
      ["add", "project", "name=\(attack)", "holder=\(attack)", "--db", database])
    #expect(added.code == 0, "\(added.message)")
    let (_, body) = try await RunningServer(database: database).get("/")
    #expect(body.contains("&lt;script&gt;document") && body.contains("&lt;b&gt;Most"))
    #expect(!body.contains("<script") && !body.contains("<img") && !body.contains("<b>Most"))
  }
}
