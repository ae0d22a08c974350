import Foundation
import HTTPTypes
import Logging
import SyncHTTP
import Synchronization
import TestSupport
import Testing

@testable import Server

@Suite("What travels between an office and a hub")
struct WireTests {
  @Test("what is packed unpacks to the same, and never beyond the limit")
  func packing() throws {
    var generator = SeededGenerator(seed: 11)
    for count in [0, 1, 100, 70_000] {
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...20, using: &generator) }
      let packed = try #require(Gzip.packed(bytes))
      #expect(try Gzip.unpacked(packed, limit: count) == bytes)
      if count > 0 {
        #expect(throws: Gzip.Failure.tooLong) { try Gzip.unpacked(packed, limit: count - 1) }
      }
      for cut in Set([0, packed.count / 2, packed.count - 1]) {
        #expect(throws: Gzip.Failure.damaged) {
          try Gzip.unpacked(Array(packed.prefix(cut)), limit: count)
        }
      }
      #expect(throws: Gzip.Failure.damaged) { try Gzip.unpacked(packed + [0], limit: count) }
    }
  }

  @Test("a random number is taken once, and forgotten only when its time is no longer accepted")
  func nonces() {
    var memory = NonceMemory(now: 0)
    let taken = [0, 0, 1, 300, 600, 601, 900, 5_000].map { now in
      memory.remembers(new: "a", now: now)
    }
    #expect(taken == [true, false, false, false, false, false, false, true])
  }

  @Test("ten failures a minute, then a wait; the next minute begins anew")
  func failures() {
    var throttle = FailureThrottle()
    for _ in 0..<9 { throttle.note("a", now: 100) }
    let ninth = throttle.wait(of: "a", now: 100)
    throttle.note("a", now: 100)
    let waits = [("a", 130), ("b", 130), ("a", 160)].map { throttle.wait(of: $0, now: $1) }
    #expect(ninth == nil && waits == [30, nil, nil])
  }

  @Test("a query is read as forms and programs write it, names too")
  func query() throws {
    let items = try QueryItems("q=Nov%C3%BD+Bor&due%3E=2020&due<=2021&x&a=%2B%zz%&=&b=1=2").items
    #expect(
      items.map { "\($0.name)|\($0.value)" } == [
        "q|Nový Bor", "due>|2020", "due<|2021", "x|", "a|+%zz%", "|", "b|1=2",
      ])
    #expect(throws: Refusal.self) { try QueryItems("q=%FF") }
  }

  @Test("addresses of one network are one client, however their zeros are written")
  func networks() {
    let client = { (address: String) in
      ClientAddress.of(
        Asked(
          head: HTTPRequest(
            method: .get, scheme: "http", authority: "localhost", path: "/"), path: "/", query: "",
          peer: address))
    }
    let network = ["2001:db8::1", "2001:db8::7:a:b:c", "2001:db8:0:0:1::", "2001:db8:0:0:1:2:3:4"]
    #expect(Set(network.map(client)).count == 1, "\(network.map(client))")
    let others = ["2001:db8:1::1", "2001:db9::1", "::1", "192.0.2.1", "192.0.2.2", "1::"]
    #expect(Set((network + others).map(client)).count == 7)
  }

  @Test("refusals of a class make a line a while, however many there are")
  func refusalLines() {
    let lines = Mutex<[String]>([])
    let logger = Logger(label: "test") { _ in
      LineCounter { text in lines.withLock { $0.append(text) } }
    }
    let watch = RefusalWatch(figures: Figures(), logger: logger)
    let start = ContinuousClock.now
    for number in 0..<1_000 { watch.note("E_A", now: start + .milliseconds(number * 11)) }
    watch.note("E_B", now: start)
    #expect(lines.withLock { $0 } == ["E_A 1", "E_A 910", "E_B 1"])
  }

  private struct LineCounter: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.notice
    let write: @Sendable (String) -> Void

    init(_ write: @escaping @Sendable (String) -> Void) { self.write = write }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      let values = ["code", "count"].map { event.metadata?[$0]?.description ?? "" }
      write(values.joined(separator: " "))
    }
  }

  @Test("the form of an answer is the one that is wished most among those that are there")
  func acceptance() throws {
    for (accept, form) in [
      ("*/*", Representation.json), ("text/csv", .csv), ("text/*", .csv),
      ("application/json;q=0.2, text/csv;q=0.9", .csv), ("text/csv;q=0, */*", .json),
    ] {
      #expect(Representation.best(accept, among: [.json, .csv]) == form, "\(accept)")
    }
    #expect(Representation.best("image/png", among: [.json]) == nil)
  }
}
