import Foundation
import SyncHTTP
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

  @Test("private names are masked in every case, addresses and telephone numbers too")
  func masking() {
    let names = PrivateNames(surnames: ["Tajná", "Novotný", "Zátopek", "Havel"])
    for secret in [
      "s Alenou Tajnou", "pana Novotného", "od Zátopka", "Havlovi", "jan.n@example.org",
      "+420 777 123 456", "777123456",
    ] { #expect(names.masked("Zavolat \(secret) dnes", false).contains("[…]"), "\(secret)") }
    for plain in ["Nová dílna v Mostě", "IČO 00262978", "10. 6. 2020 v 14:00", "nový návrh"] {
      #expect(names.masked(plain, false) == plain)
    }
  }
}
