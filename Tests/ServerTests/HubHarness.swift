import Foundation
import Glibc
import Storage
import Sync
import SyncHTTP
import TestSupport
import Testing

/// A hub with offices, as programs.
final class HubHarness {
  let folder: TemporaryFolder
  private let soulad = Tool("soulad")
  private let tool = Tool("soulad-server")

  init() throws {
    folder = try TemporaryFolder()
    try make("hub", of: "Rozcestník")
  }

  func database(_ name: String) -> String { folder.path("\(name).db") }

  /// Makes the database of an office.
  func make(_ name: String, of region: String) throws {
    _ = try run("init", "--region", region, on: name)
  }

  /// Runs a command of an office, which must do.
  @discardableResult
  func run(_ arguments: String..., on name: String) throws -> Tool.Outcome {
    let outcome = try attempt(arguments, on: name)
    #expect(outcome.code == 0, "\(arguments) \(outcome.message)")
    return outcome
  }

  /// Runs a command of an office.
  func attempt(_ arguments: [String], on name: String) throws -> Tool.Outcome {
    try soulad.run(arguments + ["--db", database(name)])
  }

  /// Runs a command of the hub's operator.
  func operate(_ arguments: String...) throws -> Tool.Outcome {
    try tool.run(arguments + ["--db", database("hub")])
  }

  /// Invites a region and returns the code.
  func invite(_ region: String, role: String = "coordinator") throws -> String {
    let outcome = try operate("invite", "--region", region, "--role", role)
    #expect(outcome.code == 0, "\(outcome.message)")
    return outcome.output.filter { $0 != "\n" }
  }

  /// Makes an office, invites and enrols it.
  func enroll(
    _ name: String, of region: String, role: String = "coordinator", at server: RunningServer
  ) throws {
    try make(name, of: region)
    try run("enroll", server.url, try invite(region, role: role), on: name)
  }

  func start(_ arguments: String...) throws -> RunningServer {
    try RunningServer(database: database("hub"), arguments: arguments)
  }

  /// The key of an office.
  func identity(_ name: String) throws -> SigningIdentity {
    try SigningIdentity(privateKey: Files.read(database(name) + ".key"))
  }

  /// The hub's replica.
  func hub() throws -> ReplicaID { try identity("hub").replica }
}

/// A request that a test writes itself, byte by byte where it must.
struct RawRequest {
  var method = "GET"
  var path = "/"
  var headers: [(name: String, value: String)] = []
  var body: [UInt8] = []

  /// Signs the request by an office's key.
  func signed(
    by identity: SigningIdentity, for audience: String, at time: Date = Date()
  ) throws -> RawRequest {
    let parts = path.split(separator: "?", maxSplits: 1)
    let target = RequestSignature.Target(
      method: method, path: String(parts[0]), query: parts.count > 1 ? String(parts[1]) : "")
    let signature = try #require(
      RequestSignature(
        of: target, body: body, for: audience, by: identity,
        time: Int64(time.timeIntervalSince1970)))
    var signed = self
    signed.headers += signature.headers
    return signed
  }

  var bytes: [UInt8] {
    var text = "\(method) \(path) HTTP/1.1\r\nHost: localhost\r\n"
    for (name, value) in headers { text += "\(name): \(value)\r\n" }
    if !body.isEmpty { text += "Content-Length: \(body.count)\r\n" }
    return Array((text + "Connection: close\r\n\r\n").utf8) + body
  }
}

/// A connection to a server on this machine.
final class RawConnection {
  private let descriptor: Int32

  init(port: UInt16) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let code = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .ECONNREFUSED) }
  }

  deinit { close(descriptor) }

  /// Sends bytes; whether they were taken.
  @discardableResult
  func send(_ bytes: some Collection<UInt8>) -> Bool {
    Glibc.send(descriptor, Array(bytes), bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
  }

  /// Says that nothing more comes, as a program does that ended in the middle.
  func finishSending() { shutdown(descriptor, Int32(SHUT_WR)) }

  /// Everything that comes until the other side closes or so many seconds have passed.
  func receive(within seconds: Int) -> String {
    var limit = timeval(tv_sec: seconds, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var received: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = recv(descriptor, &chunk, chunk.count, 0)
      guard count > 0 else { break }
      received += chunk[..<count]
    }
    return String(decoding: received, as: UTF8.self)
  }

  /// Whether the other side has closed within so many seconds.
  func isClosed(within seconds: Int) -> Bool {
    let start = Date()
    _ = receive(within: seconds)
    return Date().timeIntervalSince(start) < Double(seconds) - 0.2
  }
}

extension RunningServer {
  /// Whether a line of the log has a code, which may take a moment to come.
  func logs(_ code: String) -> Bool {
    for _ in 0..<50 {
      if log.contains(where: { $0.contains(code) }) { return true }
      Thread.sleep(forTimeInterval: 0.1)
    }
    return false
  }

  /// The status and the whole answer to a request.
  func ask(_ request: RawRequest) throws -> (status: Int, text: String) {
    try ask(request.bytes)
  }

  /// The status and the whole answer to bytes; status 0 when there was none.
  func ask(_ bytes: [UInt8]) throws -> (status: Int, text: String) {
    let connection = try RawConnection(port: port)
    connection.send(bytes)
    let text = connection.receive(within: 20)
    return (Int(text.split(separator: " ").dropFirst().first ?? "") ?? 0, text)
  }
}
