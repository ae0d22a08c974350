import Sync
import TestSupport
import Testing

@Suite("A clock that never goes back")
struct HybridClockTests {
  @Test("Times ascend although the machine's clock jumps either way")
  func ascending() {
    var generator = SeededGenerator(seed: 2)
    var clock = HybridClock()
    var last = clock.latest
    for _ in 0..<5000 {
      let time = clock.tick(now: UInt64(generator.below(1000)))
      #expect(time > last)
      last = time
    }
  }

  @Test("A full counter runs over into the milliseconds")
  func overflow() {
    var clock = HybridClock(latest: HybridTimestamp(milliseconds: 7, counter: .max))
    #expect(clock.tick(now: 7) == HybridTimestamp(milliseconds: 8))
  }

  @Test("What was heard comes before what is said next")
  func observing() {
    var clock = HybridClock()
    let heard = HybridTimestamp(milliseconds: 5000, counter: 3)
    let isBelieved = clock.observe(heard, now: 1000)
    #expect(isBelieved)
    #expect(clock.tick(now: 1001) > heard)
  }

  @Test("A time far ahead is not believed and does not pull the clock")
  func drift() {
    var clock = HybridClock()
    let limit = HybridTimestamp(milliseconds: 1000 + HybridClock.allowedDrift)
    let times = [
      HybridTimestamp(rawValue: .max), limit,
      HybridTimestamp(milliseconds: limit.milliseconds + 1),
    ]
    let believed = times.map { clock.observe($0, now: 1000) }
    #expect(believed == [false, true, false])
    #expect(clock.latest == limit)
  }

  @Test("The ends of time are no trap")
  func ends() {
    var clock = HybridClock(latest: HybridTimestamp(rawValue: .max))
    #expect(clock.tick(now: .max).rawValue == .max)
    #expect(HybridTimestamp(milliseconds: .max).milliseconds == 0xFFFF_FFFF_FFFF)
    #expect(HybridClock.isBelievable(HybridTimestamp(rawValue: .max), now: .max))
  }
}
