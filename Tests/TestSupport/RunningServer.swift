import Foundation
import Synchronization

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// A `soulad-server` on a port that the system picked, ended with the test.
public final class RunningServer {
  /// The address, as `http://127.0.0.1:41234`.
  public let url: String
  private let process: Process
  private let messages = Messages()

  /// Starts the server on a database, on a free port unless the arguments say where, and waits
  /// until it says its address.
  public init(database: String, arguments: [String] = []) throws {
    let place = arguments.contains("--listen") ? [] : ["--listen", "127.0.0.1:0"]
    process = Tool("soulad-server").makeProcess(["--db", database] + place + arguments)
    let pipe = Pipe()
    process.standardError = pipe
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    var said = ""
    while !said.contains("\n"), let byte = try pipe.fileHandleForReading.read(upToCount: 1) {
      said += String(decoding: byte, as: UTF8.self)
    }
    guard let start = said.firstRange(of: /https?:\/\//)?.lowerBound else {
      process.terminate()
      throw StartFailure(message: said)
    }
    url = String(said[start...].prefix { $0 != "\n" }.dropLast())
    // Later messages must not fill the pipe.
    pipe.fileHandleForReading.readabilityHandler = { [messages] handle in
      let data = handle.availableData
      // At the end of the pipe it would be called again and again, also after that is closed.
      if data.isEmpty { handle.readabilityHandler = nil } else { messages.add(data) }
    }
  }

  deinit { stop() }

  /// The number of the process.
  public var processIdentifier: Int32 { process.processIdentifier }

  /// The port that it listens on.
  public var port: UInt16 { UInt16(url.split(separator: ":").last ?? "") ?? 0 }

  /// What it has said since it runs, a line a message.
  public var log: [String] {
    messages.text.split(separator: "\n").map(String.init)
  }

  /// Ends the server, waits for it and returns its exit code.
  @discardableResult
  public func stop() -> Int32 {
    if process.isRunning { process.terminate() }
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// The body and the status of an address.
  public func get(_ path: String) async throws -> (status: Int, body: String) {
    guard let address = URL(string: url + path) else { throw StartFailure(message: path) }
    let (data, response) = try await URLSession.shared.data(from: address)
    return ((response as? HTTPURLResponse)?.statusCode ?? 0, String(decoding: data, as: UTF8.self))
  }

  /// What a program says while others wait for it. Final class because two threads share it.
  private final class Messages: Sendable {
    private let bytes = Mutex<[UInt8]>([])

    func add(_ data: Data) { bytes.withLock { $0 += data } }

    var text: String { bytes.withLock { String(decoding: $0, as: UTF8.self) } }
  }

  /// The server did not start.
  public struct StartFailure: Error {
    /// What it said.
    public let message: String
  }
}
