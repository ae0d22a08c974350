import Foundation
import TestSupport
import Testing

@Suite("Comforts of the command line")
struct ComfortTests {
  private let offices: Offices

  init() throws {
    offices = try Offices()
    try offices.run("liberec", "init", "--region", "Liberec")
    try offices.run("liberec", "add", "task", "text=Zaslat podklady", "due=2020-09-15")
  }

  private func ask(_ arguments: String...) throws -> Tool.Outcome {
    try offices.soulad.run(arguments + ["--db", offices.database("liberec")])
  }

  @Test(
    "a mistyped name gets a hint",
    arguments: [
      (["query", "projets"], "projects"), (["list", "projetc"], "project"),
      (["query", "projects", "nmae=x"], "name"), (["add", "tsak", "text=x"], "task"),
      (["qurey", "projects"], "query"),
    ])
  func hints(arguments: [String], hint: String) throws {
    let said = try offices.soulad.run(arguments + ["--db", offices.database("liberec")])
    #expect(said.code == 64 || said.code == 0, "\(said)")
    #expect((said.message + said.output).contains(hint), "\(said)")
  }

  @Test("a word is excluded by a hyphen, in quotation marks or without")
  func excludedWords() throws {
    try offices.run("liberec", "import", Fixtures.path("liberec-2020-10-14.txt"))
    let all = try ask("search", "bydlení").output
    for question in [["bydlení", "-sociální"], ["bydlení -sociální"], ["bydlení NOT sociální"]] {
      let said = try offices.soulad.run(
        ["search"] + question + ["--db", offices.database("liberec")])
      #expect(said.code == 0 && !said.output.isEmpty && said.output != all, "\(said)")
      #expect(!said.output.lowercased().contains("sociální"), "\(said)")
    }
    #expect(try ask("search", "bydlení", "-format", "json").code == 64)
  }

  @Test("a closed standard output is named, and no file of the database is written in its stead")
  func closedOutput() throws {
    let database = offices.database("liberec")
    let files = try [".key", ".lock"].map { try Data(contentsOf: URL(filePath: database + $0)) }
    for command in ["list task", "add task text=Pozvat"] {
      let process = Process()
      process.executableURL = URL(filePath: "/bin/sh")
      let program = offices.soulad.makeProcess([]).executableURL?.path ?? ""
      process.arguments = ["-c", "\(program) \(command) --db \(database) >&-"]
      let pipe = Pipe()
      process.standardError = pipe
      try process.run()
      let said = String(
        decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect(process.terminationStatus == 74 && said.contains("zavřený"), "\(said)")
    }
    for (name, before) in zip([".key", ".lock"], files) {
      #expect(try Data(contentsOf: URL(filePath: database + name)) == before, "\(name)")
    }
    #expect(try ask("verify").code == 0)
  }

  @Test("help for a command that is none says so")
  func helpOfNothing() throws {
    let said = try offices.soulad.run(["help", "serach"])
    #expect(said.code == 64 && said.message.contains("search"), "\(said)")
    #expect(try offices.soulad.run(["help", "search"]).output.contains("soulad search"))
    #expect(try offices.soulad.run(["help"]).code == 0)
  }

  @Test("views are known by their Czech names, too")
  func czechNames() throws {
    #expect(try ask("query", "úkoly").output.contains("Zaslat podklady"))
  }

  @Test("a bundle is for a database that the beginning of its identifier tells")
  func recipient() throws {
    let zatec = try offices.run("zatec", "init", "--region", "Žatec")
    for (from, to) in [("zatec", "liberec"), ("liberec", "zatec"), ("zatec", "liberec")] {
      let bundle = offices.folder.path("\(from).soulad")
      try offices.run(from, "bundle", "write", bundle)
      try offices.run(to, "bundle", "read", bundle)
    }
    let bundle = offices.folder.path("rest.soulad")
    let said = try ask("bundle", "write", bundle, "--for", String(zatec.prefix(9)))
    #expect(said.code == 0 && said.message.contains("(0 změn)"), "\(said)")
    let unknown = try ask("bundle", "write", bundle, "--for", "nikdo")
    #expect(unknown.code == 66 && unknown.message.contains("nikdo"), "\(unknown)")
  }

  @Test("a page says how many rows there are and how to get on")
  func pages() throws {
    try offices.run("liberec", "add", "task", "text=Pozvat hosty", "due=2020-10-01")
    let said = try ask("query", "tasks", "--limit", "1")
    #expect(said.message.contains("1 z 2") && said.message.contains("--after"), "\(said)")
    let json = try ask("query", "tasks", "--limit", "1", "--facets", "--format", "json")
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect(object?["total"] as? Int == 2 && (object?["rows"] as? [Any])?.count == 1)
    let next = try #require(object?["next"] as? String)
    let rest = try ask("query", "tasks", "--limit", "1", "--after", next)
    #expect(rest.output.contains("Pozvat hosty") && !rest.output.contains("Zaslat"))
    #expect(try ask("query", "tasks", "--limit", "0").code == 64)
  }

  @Test("a calendar, a workbook and CSV for spreadsheets")
  func formats() throws {
    #expect(try ask("query", "tasks", "--format", "ics").output.contains("DUE;VALUE=DATE:20200915"))
    #expect(try ask("query", "calendar", "--format", "ics").output.contains("BEGIN:VTODO"))
    let process = offices.soulad.makeProcess(
      ["query", "tasks", "--format", "csv", "--bom", "--db", offices.database("liberec")])
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let csv = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(csv.starts(with: [0xEF, 0xBB, 0xBF]))
    let markdown = try ask("query", "tasks", "--format", "md").output
    #expect(markdown.contains("| ID |"))
  }

  @Test("settings come from the configuration, the environment and options, the last first")
  func configuration() throws {
    let folder = offices.folder.path("nastavení")
    try FileManager.default.createDirectory(
      atPath: folder + "/soulad", withIntermediateDirectories: true)
    try "\u{FEFF}db = \(offices.database("liberec"))\nlang = en\nbarva = x\n".write(
      toFile: folder + "/soulad/config", atomically: true, encoding: .utf8)
    let tool = Tool("soulad", environment: ["XDG_CONFIG_HOME": folder])
    let said = try tool.run(["query", "tasks"])
    #expect(said.code == 0 && said.output.contains("Due"), "\(said)")
    let czech = Tool("soulad", environment: ["XDG_CONFIG_HOME": folder, "SOULAD_LANG": "cs"])
    #expect(try czech.run(["query", "tasks"]).output.contains("Termín"))
    #expect(try tool.run(["doctor"]).message.contains("barva"))
    #expect(try tool.run(["query", "tasks", "--db", "/nic"]).code == 66)
    let database = URL(filePath: offices.database("liberec"))
    try "db = ~/\(database.lastPathComponent)\n".write(
      toFile: folder + "/soulad/config", atomically: true, encoding: .utf8)
    let home = database.deletingLastPathComponent().path
    let atHome = Tool("soulad", environment: ["XDG_CONFIG_HOME": folder, "HOME": home])
    #expect(try atHome.run(["query", "tasks"]).code == 0)
  }

  @Test("the doctor finds a database sound, and says what is odd")
  func doctor() throws {
    let said = try ask("doctor")
    #expect(said.code == 0 && said.output.contains("SQLite"), "\(said)")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o644], ofItemAtPath: offices.database("liberec") + ".key")
    let exposed = try ask("doctor")
    #expect(exposed.code == 1 && exposed.output.contains("chmod 600"), "\(exposed)")
  }

  @Test("completions for every shell, and a manual page", arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) throws {
    let script = try Tool("soulad").run(["completions", shell])
    #expect(script.code == 0 && script.output.contains("projects"))
    let manual = try Tool("soulad").run(["manual"])
    #expect(manual.output.hasPrefix(".TH SOULAD") && manual.output.contains("soulad query"))
    #expect(manual.output.contains("POUŽITÍ: soulad bundle write"), "usage as it is typed")
  }

  @Test("a search says how lines divide, and understands slips")
  func search() throws {
    try offices.run("liberec", "import", Fixtures.path("zatec-2020-06-10.docx"))
    let said = try ask("search", "dluhy", "--facets", "--format", "json")
    let object = try JSONSerialization.jsonObject(with: Data(said.output.utf8)) as? [String: Any]
    let facets = object?["facets"] as? [String: Any]
    #expect(Set(facets?.keys.map { $0 } ?? []) == ["region", "body", "year", "documentKind"])
    let slip = try ask("search", "dluhy AND")
    #expect(slip.code == 0 && slip.message.contains("AND"), "\(slip)")
  }
}

@Suite("What people are told beside an answer")
struct NoteTests {
  private let offices: Offices

  init() throws {
    offices = try Offices()
    try offices.run("zatec", "init", "--region", "Žatec")
    try offices.run("zatec", "import", Fixtures.path("zatec-2020-06-10.docx"))
  }

  private func ask(_ arguments: String...) throws -> Tool.Outcome {
    try offices.soulad.run(arguments + ["--db", offices.database("zatec")])
  }

  @Test("a region that nothing is known of is named, with the one that was meant")
  func misspeltRegion() throws {
    let said = try ask("query", "projects", "--region", "Žattec")
    #expect(said.code == 0 && said.message.contains("mysleli jste Žatec?"), "\(said)")
    #expect(try ask("query", "projects", "--region", "zatec").message.isEmpty)
    let english = try ask("search", "dluhy", "--region", "Nikde", "--lang", "en")
    #expect(english.message.contains("of the region “Nikde”"), "\(english)")
  }

  @Test("a folder without a document is named, and so is one that is not there")
  func emptyFolder() throws {
    let folder = offices.folder.path("prázdná")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    for command in ["import", "extract"] {
      let database = command == "import" ? ["--db", offices.database("zatec")] : []
      let said = try offices.soulad.run([command, folder] + database)
      #expect(said.code == 0 && said.message.contains("není žádný dokument"), "\(said)")
    }
    let said = try ask("bundle", "write", folder + "/nic/a.soulad")
    #expect(said.code == 66 && said.message.contains("Složka \(folder)/nic neexistuje"), "\(said)")
  }

  @Test("the sentence that proves a row is a column on request")
  func proofs() throws {
    let said = try ask("query", "projects", "name=dluhů", "--evidence", "--format", "csv")
    #expect(said.output.contains("Aktuálně schválen projekt Žatec bez dluhů"), "\(said)")
    let rows = try offices.rows("zatec", "query", "projects", "name=dluhů")
    let sheet = try ask("show", try #require(rows.first?["id"] as? String)).output
    #expect(sheet.contains("Dokument  zatec-2020-06-10.docx ("), "\(sheet)")
  }

  @Test("a sum of several records bears the identifier of none and fits a terminal")
  func sums() throws {
    let tool = Tool("soulad", environment: ["COLUMNS": "120"])
    let said = try tool.run(["query", "rates", "per=osoba", "--db", offices.database("zatec")])
    let lines = said.output.split(separator: "\n")
    #expect(lines.first?.hasPrefix("Území") == true && lines.first?.contains("Účast %") == true)
    #expect(!said.output.contains("ID "), "\(said)")
  }

  @Test("a day that no calendar has is refused, a beginning of a date is not")
  func days() throws {
    let said = try ask("query", "tasks", "due=2020-13")
    #expect(said.code == 64 && said.message.contains("napište datum"), "\(said)")
    #expect(try ask("query", "tasks", "due=2020-1").code == 0)
  }

  @Test("what was deleted has a history, and comes back on request")
  func undo() throws {
    let id = try offices.run("zatec", "add", "project", "name=Dílna", "start=2020-06")
      .trimmingCharacters(in: .newlines)
    try offices.run("zatec", "delete", id)
    let history = try offices.run("zatec", "history", id)
    #expect(history.contains("záznam smazán") && history.contains("červen 2020"), "\(history)")
    #expect(try ask("history", "9999").code == 66)
    try offices.run("zatec", "delete", id, "--undo")
    #expect(try offices.run("zatec", "show", id).contains("Dílna"))
    #expect(try ask("delete", id, "--undo").code == 66)
  }

  @Test("a reader that has seen enough of a result is no error")
  func closedPipe() throws {
    let process = offices.soulad.makeProcess(["dump", "--db", offices.database("zatec")])
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try pipe.fileHandleForReading.close()
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 0)
  }

  @Test("choices that were named already are not listed again, and quotation marks are Czech")
  func usage() throws {
    let said = try ask("query", "nic")
    #expect(said.message.contains("Hodnota „nic“ není přípustná"), "\(said.message)")
    #expect(said.message.split(separator: "\n").count == 3, "\(said.message)")
    #expect(try ask("query", "projects", "stav").message.contains("napište sloupec=hodnota"))
    let format = try ask("query", "projects", "--format", "xml")
    #expect(format.message.contains("Zvolte jednu z těchto:"), "\(format.message)")
  }
}
