import Simulation
import Testing

@Suite("Simulated years of several offices")
struct SimulationTests {
  @Test("nothing is lost, and all come to one state", arguments: UInt64(1)...12)
  func shortRuns(seed: UInt64) throws {
    try Simulation.run(seed: seed, steps: 60)
  }

  @Test(
    "worlds that once broke hold: machines put back, an index made anew while it was written to",
    arguments: [121_072, 122_033, 123_347, 140_037] as [UInt64])
  func onceBroken(seed: UInt64) throws {
    try Simulation.run(seed: seed, steps: 100)
  }
}
