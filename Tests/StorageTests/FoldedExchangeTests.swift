import Storage
import Sync
import Testing

@Suite("Exchanges of what was folded")
struct FoldedExchangeTests {
  @Test("Who folded everything before the first call brings it all the same")
  func foldedBeforeTheFirstCall() throws {
    let (office, hub) = (try Office("Liberec"), try Office("Hub"))
    _ = try office.addProject("Sever")
    _ = try office.replica.compact(clock: 5_000, keeping: 0)
    #expect(try office.replica.bundle().segments.isEmpty)
    var session = ExchangeSession(replica: office.replica.id)
    var action = try session.handle(.started(has: office.replica.versionVector()))
    var report: ExchangeSession.Report?
    for _ in 0..<20 where report == nil {
      switch action {
      case .send(.greeting(_, let has)):
        action = try session.handle(.received(.delivery(hub.replica.bundle(lackedBy: has))))
      case .send(.delivery(let bundle)):
        try hub.replica.apply(Bundle(decoding: bundle.encoded()))
        action = try session.handle(
          .received(.acknowledgement(has: hub.replica.versionVector())))
      case .send(.acknowledgement): Issue.record("nobody asked for that")
      case .apply(let bundle):
        try office.replica.apply(bundle)
        action = try session.handle(.applied(has: office.replica.versionVector()))
      case .offer(let vector):
        action = try session.handle(.offered(office.replica.bundle(lackedBy: vector)))
      case .finish(let end): report = end
      }
    }
    #expect(report?.isComplete == true)
    #expect(try hub.dump() == office.dump())
  }
}
