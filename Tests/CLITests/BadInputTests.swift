import Foundation
import TestSupport
import Testing

@Suite("Bad input gets one clear sentence and changes nothing")
struct BadInputTests {
  private let offices: Offices

  init() throws {
    offices = try Offices()
    try offices.run("liberec", "init", "--region", "Liberec")
  }

  /// Runs a command that has to fail and checks what it says.
  private func expectFailure(
    _ code: Int32, _ arguments: [String], czech: String, english: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let said = try offices.soulad.run(arguments)
    #expect(said.code == code, "\(said.message)", sourceLocation: sourceLocation)
    #expect(said.message.contains(czech), "\(said.message)", sourceLocation: sourceLocation)
    #expect(
      said.message.split(separator: "\n").count == 1, "\(said.message)",
      sourceLocation: sourceLocation)
    let translated = try offices.soulad.run(arguments + ["--lang", "en"])
    #expect(translated.code == code, sourceLocation: sourceLocation)
    #expect(
      translated.message.contains(english), "\(translated.message)",
      sourceLocation: sourceLocation)
  }

  @Test("a field that is not there: who misspelt it learns what it is called in the own language")
  func misspeltField() throws {
    let database = offices.database("liberec")
    let id = try offices.run("liberec", "add", "project", "name=Dílna")
      .trimmingCharacters(in: .newlines)
    try expectFailure(
      64, ["edit", id, "nostel=Spolek", "--db", database],
      czech: "Pole nostel tu není, mysleli jste nositel? Možná pole: projekt, nositel, stav",
      english: "The fields are: name, holder, status")
    try expectFailure(
      64, ["query", "projects", "statu=x", "--db", database],
      czech: "mysleli jste status? Možná pole: území, projekt, stav",
      english: "did you mean status?")
  }

  @Test(
    "a view or a kind in the place of a command: the command that shows it is named",
    arguments: [
      ("organizations", "query organizations"), ("projekty", "query projects"),
      ("úkol", "list task"),
    ])
  func viewForCommand(word: String, command: String) throws {
    try expectFailure(
      64, [word], czech: "příkaz „\(word)“ tu není, mysleli jste \(command)?",
      english: "there is no command “\(word)”, did you mean \(command)?")
  }

  @Test(
    "files that are not what their names say",
    arguments: [
      ("prazdny.docx", [UInt8](), "prázdný"), ("text.docx", Array("Zápis".utf8), "DOCX"),
      ("obraz.txt", [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 13], "nelze přečíst"),
    ])
  func wrongFiles(name: String, bytes: [UInt8], words: String) throws {
    let before = try offices.run("liberec", "dump")
    let path = try offices.folder.write(bytes, to: name)
    let said = try offices.soulad.run(["import", path, "--db", offices.database("liberec")])
    #expect(said.code == 65)
    #expect(said.message.contains(words) && said.message.contains(name), "\(said.message)")
    #expect(try offices.run("liberec", "dump") == before)
  }

  @Test("one bad file never stops the rest, and JSON names its error by a stable code")
  func mixedImport() throws {
    let bad = try offices.folder.write([], to: "a.docx")
    let said = try offices.soulad.run([
      "import", bad, Fixtures.path("zatec-2020-06-10.docx"), "--db", offices.database("liberec"),
      "--format", "json",
    ])
    #expect(said.code == 65)
    let json = try JSONSerialization.jsonObject(with: Data(said.output.utf8)) as? [String: Any]
    #expect(json?["imported"] as? Int == 1 && json?["failed"] as? Int == 1)
    #expect(said.output.contains("\"code\":\"E_EMPTY\""))
  }

  @Test("a database of another program")
  func foreignDatabase() throws {
    let path = offices.folder.path("jiná.db")
    try SQLiteShell.run(path, "CREATE TABLE a (b); INSERT INTO a VALUES (1)")
    let before = try Data(contentsOf: URL(filePath: path))
    try expectFailure(
      65, ["query", "projects", "--db", path], czech: "není databáze Souladu",
      english: "no Soulad database")
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
  }

  @Test("a database and a document that do not exist")
  func missing() throws {
    try expectFailure(
      66, ["query", "projects", "--db", offices.folder.path("nic.db")], czech: "neexistuje",
      english: "There is no database")
    try expectFailure(
      66, ["text", offices.folder.path("nic.docx")], czech: "neexistuje",
      english: "There is no")
  }

  @Test("a bundle that is cut, altered or something else")
  func damagedBundles() throws {
    try offices.run("zatec", "init", "--region", "Žatec")
    let bundle = offices.folder.path("a.soulad")
    try offices.run("zatec", "bundle", "write", bundle)
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: bundle)))
    let before = try offices.run("liberec", "dump")
    let cut = try offices.folder.write(Array(bytes.dropLast(9)), to: "cut.soulad")
    try expectFailure(
      65, ["bundle", "read", cut, "--db", offices.database("liberec")],
      czech: "Nic z toho se nezapsalo",
      english: "Nothing of it was written")
    let other = try offices.folder.write(Array("Zápis".utf8), to: "other.soulad")
    try expectFailure(
      65, ["bundle", "read", other, "--db", offices.database("liberec")],
      czech: "Nic z toho se nezapsalo", english: "Nothing of it was written")
    #expect(try offices.run("liberec", "dump") == before)
  }

  @Test("wrong usage ends with 64, says what is missing and speaks Czech")
  func usage() throws {
    for arguments in [["query"], ["query", "nic"], ["neco"], ["edit"], ["init"]] {
      let said = try offices.soulad.run(arguments)
      #expect(said.code == 64, "\(arguments) \(said.message)")
      #expect(said.message.contains("Chyba"), "\(said.message)")
    }
    let english = try Tool("soulad", environment: ["LC_ALL": "en_US.UTF-8"]).run(["query"])
    #expect(english.message.contains("Error"), "\(english.message)")
  }

  @Test("an unreachable server")
  func unreachable() throws {
    try expectFailure(
      69, ["sync", "http://127.0.0.1:9", "--db", offices.database("liberec")],
      czech: "neodpovídá", english: "does not answer")
  }

  @Test("a bundle is never written over something else")
  func overwriting() throws {
    let database = offices.database("liberec")
    let other = try offices.folder.write(Array("Zápis".utf8), to: "zapis.txt")
    for target in [database, database + ".key", database + ".lock", other] {
      let before = try Data(contentsOf: URL(filePath: target))
      try expectFailure(
        74, ["bundle", "write", target, "--db", database], czech: "nesmí se přepsat",
        english: "must not be written over")
      #expect(try Data(contentsOf: URL(filePath: target)) == before)
    }
    for _ in 0..<2 {
      try offices.run("liberec", "bundle", "write", offices.folder.path("a.soulad"))
    }
  }

  @Test("a result that cannot be written whole is an error")
  func unwritableOutput() throws {
    let process = Tool("soulad").makeProcess(["--help"])
    // Writing fails, as on a full disk.
    let path = try offices.folder.write([], to: "vystup")
    process.standardOutput = try FileHandle(forReadingFrom: URL(filePath: path))
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 74)
  }

  @Test("a text that is not UTF-8 is refused and changes nothing")
  func notText() throws {
    let meeting = try offices.run("liberec", "add", "meeting", "date=2026-05-01").prefix(26)
    let id = try offices.run("liberec", "add", "agendaItem", "meeting=\(meeting)")
      .trimmingCharacters(in: .newlines)
    let said = try offices.soulad.run(
      ["edit", id, "--text", "text", "--db", offices.database("liberec")], input: [0x50, 0xFF])
    #expect(said.code == 65 && said.message.contains("UTF-8"), "\(said)")
  }

  @Test("a pipe is refused at once, alone and in a folder, and stops nobody")
  func pipes() throws {
    let folder = offices.folder.path("složka")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    #expect(mkfifo(folder + "/a.txt", 0o600) == 0)
    try FileManager.default.copyItem(
      atPath: Fixtures.path("zatec-2020-06-10.txt"), toPath: folder + "/b.txt")
    let said = try offices.soulad.run(["import", folder, "--db", offices.database("liberec")])
    #expect(said.code == 66 && said.message.contains("obyčejný soubor"), "\(said)")
    #expect(said.output.contains("b.txt: nový dokument"))
    #expect(try offices.soulad.run(["text", folder + "/a.txt"]).code == 66)
  }

  @Test("arguments that are no text, and addresses that are none, are refused")
  func wrongArguments() throws {
    // A shell can pass bytes that Swift's own strings cannot hold.
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    let soulad = offices.soulad.makeProcess([]).executableURL?.path ?? ""
    let database = offices.database("liberec")
    shell.arguments = ["-c", "'\(soulad)' add project name=$(printf 'a\\377') --db '\(database)'"]
    shell.standardError = FileHandle.nullDevice
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 64)
    for address in ["127.0.0.1:9", "ftp://a.cz", "", "http://"] {
      #expect(try offices.soulad.run(["sync", address, "--db", database]).code == 64, "\(address)")
    }
  }

  @Test("what would drive a terminal is not printed, whoever wrote it")
  func terminalCodes() throws {
    let name = "a\u{1B}[31mb\u{202E}c"
    try offices.run("liberec", "add", "organization", "name=\(name.filter { $0 != "\u{1B}" })")
    for format in ["table", "md", "csv"] {
      let text = try offices.run("liberec", "query", "organizations", "--format", format)
      #expect(text.contains("bc") && !text.contains("\u{202E}"), "\(text)")
    }
    let said = try offices.soulad.run(["text", offices.folder.path(name)])
    #expect(said.code == 66 && !said.message.contains("\u{1B}"))
    let refused = try offices.soulad.run(
      ["add", "project", "name=\(name)", "--db", offices.database("liberec")])
    #expect(refused.code == 64 && !refused.message.contains("\u{1B}"))
  }

  @Test("wrong usage with --format json is an object too")
  func jsonUsage() throws {
    let said = try offices.soulad.run(["query", "nic", "--format", "json"])
    let json = try JSONSerialization.jsonObject(with: Data(said.message.utf8)) as? [String: Any]
    #expect(said.code == 64 && json?["code"] as? String == "E_USAGE")
  }

  @Test("an error with --format json is an object with a stable code")
  func jsonErrors() throws {
    let said = try offices.soulad.run([
      "query", "projects", "--db", offices.folder.path("nic.db"), "--format", "json",
    ])
    let json = try JSONSerialization.jsonObject(with: Data(said.message.utf8)) as? [String: Any]
    #expect(json?["code"] as? String == "E_NO_INPUT")
    #expect((json?["file"] as? String)?.hasSuffix("nic.db") == true)
    #expect(json?["message"] != nil && json?["place"] != nil)
  }
}

@Suite("Storage that fails")
struct FailingStorageTests {
  private let offices: Offices

  init() throws {
    offices = try Offices()
    try offices.run("liberec", "init", "--region", "Liberec")
    try offices.run("liberec", "import", Fixtures.path("zatec-2020-06-10.docx"))
  }

  /// Runs a script as root of a mount namespace of its own; `nil` where the system forbids that.
  private func shell(_ script: String) throws -> (code: Int32, text: String)? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/unshare")
    process.arguments = ["-m", "sh", "-c", "mount --make-rprivate / && \(script)"]
    let pipe = Pipe()
    process.standardError = pipe
    process.standardOutput = FileHandle.nullDevice
    process.environment = ["PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "LC_ALL": "C.UTF-8"]
    guard (try? process.run()) != nil else { return nil }
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let isForbidden = text.contains("ermission denied") || text.contains("not permitted")
    return isForbidden ? nil : (process.terminationStatus, text)
  }

  private var soulad: String { offices.soulad.makeProcess([]).executableURL?.path ?? "" }

  @Test("a newer layout is named, and nothing is changed")
  func newerSchema() throws {
    let path = offices.database("liberec")
    try SQLiteShell.run(path, "PRAGMA user_version = 999")
    for command in [["query", "projects"], ["add", "project", "name=x"]] {
      let said = try offices.soulad.run(command + ["--db", path])
      #expect(said.code == 65 && said.message.contains("novější verze"), "\(said)")
    }
  }

  @Test("a read-only disk can be asked; writing is refused")
  func readOnlyDisk() throws {
    let folder = offices.folder.url.path
    let said = try shell(
      "mount --bind '\(folder)' '\(folder)' && mount -o remount,ro,bind '\(folder)' && cd / && "
        + "'\(soulad)' query projects --db '\(offices.database("liberec"))' && "
        + "'\(soulad)' add project name=x --db '\(offices.database("liberec"))'")
    guard let said else { return }
    #expect(said.code == 77 && said.text.split(separator: "\n").count == 1, "\(said)")
  }

  @Test("a full disk stops an import with one sentence, and the old state stays")
  func fullDisk() throws {
    let folder = offices.folder.path("malý")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    let database = folder + "/a.db"
    let samples = Fixtures.folder.path
    let said = try shell(
      "mount -t tmpfs -o size=900k tmpfs '\(folder)' && "
        + "'\(soulad)' init --region Most --db '\(database)' 2>/dev/null && "
        + "{ '\(soulad)' import '\(samples)' --db '\(database)' >/dev/null; echo \"code $?\" >&2; "
        + "'\(soulad)' verify --db '\(database)'; }")
    guard let said else { return }
    #expect(said.text.contains("code 74") && said.text.contains("není místo"), "\(said)")
    #expect(said.code == 0 && said.text.contains("v pořádku"), "\(said)")
  }

  @Test("a second program that writes waits a moment and is then told so")
  func twoPrograms() throws {
    let lock = open(offices.database("liberec") + ".lock", O_RDWR)
    #expect(lock >= 0 && flock(lock, LOCK_EX) == 0)
    defer { close(lock) }
    let path = offices.database("liberec")
    let said = try offices.soulad.run(["add", "project", "name=x", "--db", path])
    #expect(said.code == 75 && said.message.contains("jiný program"), "\(said)")
    #expect(try offices.soulad.run(["query", "projects", "--db", path]).code == 0)
  }

  @Test("a corrupt page is found and named", arguments: [2, 5, 9])
  func corruptPage(page: Int) throws {
    let path = offices.database("liberec")
    // Everything into the file itself first.
    try SQLiteShell.run(path, "PRAGMA wal_checkpoint(TRUNCATE)")
    let file = try FileHandle(forUpdating: URL(filePath: path))
    try file.seek(toOffset: UInt64(page - 1) * 4096)
    try file.write(contentsOf: [UInt8](repeating: 0xA5, count: 4096))
    try file.close()
    let said = try offices.soulad.run(["verify", "--db", path])
    #expect(said.code == 65, "\(said)")
    #expect(said.message.contains("poškozen") || said.message.contains("zálohy"), "\(said)")
    let looked = try offices.soulad.run(["doctor", "--db", path]).message
    #expect(!looked.contains("malformed"), "\(looked)")
  }
}
