import Glibc

/// The time that this process has spent computing, in seconds.
func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// The memory that this process holds at most so far, in MB.
func peakMemory() -> Double {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return Double(usage.ru_maxrss) / 1024
}

/// The seconds that some work takes, the best of several times.
func seconds(of times: Int = 3, _ work: () throws -> Void) rethrows -> Double {
  var best = Double.infinity
  for _ in 0..<times {
    let start = processorTime()
    try work()
    best = min(best, processorTime() - start)
  }
  return best
}

/// Prints one figure: what was measured, by whom, the number, its unit.
func report(_ measure: String, _ value: Double, _ unit: String) {
  print("\(measure)\tsoulad\t\(value)\t\(unit)")
}
