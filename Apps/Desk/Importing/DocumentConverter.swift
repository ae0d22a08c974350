import Foundation
public import Parsing

/// Turns documents of formats that Soulad does not read into ones that it does, by a program of the
/// computer: LibreOffice for documents, pdftotext for PDF.
///
/// The program is started without a shell, in a folder of its own that is removed afterwards, with
/// macros, links and the network switched off as far as its settings reach, and for a limited time.
public enum DocumentConverter {
  /// Why nothing was converted.
  public enum Failure: Error, Sendable, Hashable {
    /// No program for the format is installed; its usual name.
    case notInstalled(program: String)
    /// The program took too long, failed, or wrote nothing; its name.
    case failed(program: String)
  }

  /// Converts a file.
  /// - Parameters:
  ///   - bytes: The file.
  ///   - format: Its format, as ``Parsing/ReadingError/foreignFormat`` tells it.
  ///   - seconds: After so long the program is ended.
  /// - Returns: The bytes of a DOCX or a text, and a name that says which.
  /// - Throws: `Failure`, or an error of the file system for the private folder.
  public static func convert(
    _ bytes: [UInt8], from format: ForeignFormat, within seconds: Double = 60
  ) throws -> (bytes: [UInt8], name: String) {
    let names = format == .pdf ? ["pdftotext"] : ["soffice", "libreoffice"]
    guard let program = names.lazy.compactMap(find).first else {
      throw Failure.notInstalled(program: format == .pdf ? "pdftotext" : "LibreOffice")
    }
    let folder = try privateFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let source = folder.appending(path: "document.\(format.rawValue)")
    try Data(bytes).write(to: source)
    let target = folder.appending(path: format == .pdf ? "document.txt" : "document.docx")
    let arguments =
      format == .pdf
      ? ["-layout", "-enc", "UTF-8", source.path, target.path]
      : try officeArguments(source, folder)
    guard run(program, arguments, in: folder, within: seconds),
      let size = try? target.resourceValues(forKeys: [.fileSizeKey]).fileSize, size <= largest,
      let data = try? Data(contentsOf: target), !data.isEmpty
    else { throw Failure.failed(program: program.lastPathComponent) }
    return (Array(data), target.lastPathComponent)
  }

  private static let largest = 64 << 20

  /// Finds a program on the path.
  private static func find(_ name: String) -> URL? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").lazy
      .filter { $0.hasPrefix("/") }
      .map { URL(filePath: String($0)).appending(path: name) }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  private static func privateFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "soulad-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    return folder
  }

  private static func officeArguments(_ source: URL, _ folder: URL) throws -> [String] {
    let profile = folder.appending(path: "profile")
    let user = profile.appending(path: "user")
    try FileManager.default.createDirectory(at: user, withIntermediateDirectories: true)
    try Data(settings.utf8).write(to: user.appending(path: "registrymodifications.xcu"))
    return [
      "-env:UserInstallation=\(profile.absoluteString)", "--headless", "--norestore",
      "--nolockcheck", "--convert-to", "docx", "--outdir", folder.path, source.path,
    ]
  }

  /// Macros never run, and links that a document holds are not followed.
  private static let settings = """
    <?xml version="1.0" encoding="UTF-8"?>
    <oor:items xmlns:oor="http://openoffice.org/2001/registry">
    <item oor:path="/org.openoffice.Office.Common/Security/Scripting">\
    <prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
    <item oor:path="/org.openoffice.Office.Common/Security/Scripting">\
    <prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
    </oor:items>
    """

  /// Runs a program and waits.
  /// - Returns: Whether it ended by itself and well.
  private static func run(
    _ program: URL, _ arguments: [String], in folder: URL, within seconds: Double
  ) -> Bool {
    let process = Process()
    // LibreOffice starts further processes: timeout ends them all.
    let guardian = find("timeout")
    process.executableURL = guardian ?? program
    process.arguments =
      (guardian == nil ? [] : ["--kill-after=1", "\(seconds)", program.path]) + arguments
    process.currentDirectoryURL = folder
    // Nothing of the user's environment but where programs are; a proxy that is not there keeps
    // whatever would ask for it from the network.
    let nowhere = "http://127.0.0.1:9"
    process.environment = [
      "PATH": "/usr/bin:/bin", "HOME": folder.path, "TMPDIR": folder.path, "LC_ALL": "C.UTF-8",
      "http_proxy": nowhere, "https_proxy": nowhere,
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    let end = ContinuousClock.now + .seconds(seconds + 3)
    while process.isRunning, ContinuousClock.now < end { usleep(20_000) }
    guard process.isRunning else { return process.terminationStatus == 0 }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return false
  }
}
