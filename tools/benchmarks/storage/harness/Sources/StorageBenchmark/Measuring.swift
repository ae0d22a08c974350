import Glibc

/// The time that this process has spent computing, in seconds.
func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// The seconds on the wall.
func wallTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// The milliseconds of computing that one question takes, over many.
func milliseconds(_ times: Int, _ ask: (Int) throws -> Void) rethrows -> Double {
  for round in 0..<min(3, times) { try ask(round) }
  let start = processorTime()
  for round in 0..<times { try ask(round) }
  return (processorTime() - start) / Double(times) * 1_000
}

/// Prints one figure: what was measured, by whom, the number, its unit.
func report(_ measure: String, _ value: Double, _ unit: String, _ bar: String = "") {
  print("\(measure)\tsoulad\t\(value)\t\(unit)\t\(bar)")
}
