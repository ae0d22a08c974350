import Foundation
import TestSupport
import Testing

@Suite("TLS")
struct TLSTests {
  private let harness: HubHarness
  private let server: RunningServer
  private let authority: String

  init() throws {
    harness = try HubHarness()
    authority = harness.folder.path("server.pem")
    let key = harness.folder.path("server.key")
    let openssl = Process()
    openssl.executableURL = URL(filePath: "/usr/bin/openssl")
    openssl.arguments = [
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout",
      key, "-out", authority, "-days", "1", "-subj", "/CN=127.0.0.1", "-addext",
      "subjectAltName=IP:127.0.0.1",
    ]
    openssl.standardError = FileHandle.nullDevice
    try openssl.run()
    openssl.waitUntilExit()
    server = try harness.start("--certificate", authority, "--private-key", key)
  }

  @Test("two offices exchange over TLS; a certificate that nobody trusts is refused")
  func exchange() throws {
    #expect(server.url.hasPrefix("https://"))
    for (name, region) in [("zatec", "Žatec"), ("most", "Most")] {
      try harness.make(name, of: region)
      let code = try harness.invite(region)
      try harness.run("enroll", server.url, code, "--ca-file", authority, on: name)
    }
    try harness.run("add", "project", "name=Dílna", on: "zatec")
    try harness.run("sync", server.url, "--ca-file", authority, on: "zatec")
    try harness.run("sync", server.url, "--ca-file", authority, on: "most")
    #expect(try harness.run("dump", on: "most").output.contains("Dílna"))
    let untrusted = try harness.attempt(["sync", server.url], on: "most")
    #expect(untrusted.code == 69 && untrusted.message.contains("--ca-file"), "\(untrusted.message)")
    _ = try harness.operate("revoke", "Most")
    let revoked = try harness.attempt(["sync", server.url, "--ca-file", authority], on: "most")
    #expect(revoked.code == 77, "\(revoked.message)")
  }

  @Test("a certificate that cannot be read ends with one sentence that names it")
  func badCertificate() throws {
    try harness.make("other", of: "Jinde")
    let outcome = try Tool("soulad-server").run([
      "--db", harness.database("other"), "--listen", "127.0.0.1:0", "--certificate", "nic.pem",
      "--private-key", "nic.key",
    ])
    #expect(outcome.code == 66 && outcome.message.contains("nic.pem"), "\(outcome.message)")
  }
}
