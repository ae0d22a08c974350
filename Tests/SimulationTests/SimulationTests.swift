import Simulation
import Testing

@Suite("Simulated years of several offices")
struct SimulationTests {
  @Test("nothing is lost, and all come to one state", arguments: UInt64(1)...12)
  func shortRuns(seed: UInt64) throws {
    try Simulation.run(seed: seed, steps: 60)
  }
}
