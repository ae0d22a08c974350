import Foundation
import Simulation

// `simulate --seed N --steps M [--runs K]`: K worlds from seed N on, each of M steps. A world in which
// a promise is broken is shrunk and printed as a story.

func number(_ name: String, _ missing: UInt64) -> UInt64 {
  let arguments = CommandLine.arguments
  guard let place = arguments.firstIndex(of: name), place + 1 < arguments.count else {
    return missing
  }
  return UInt64(arguments[place + 1]) ?? missing
}

if CommandLine.arguments.dropFirst().first == "deed" {
  try Killer.deed(Array(CommandLine.arguments.dropFirst(2)))
  exit(0)
}

let library = ProcessInfo.processInfo.environment["SOULAD_KILLER"]
let killer = library.map {
  Killer(executable: URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath(), library: $0)
}
let first = number("--seed", 1)
let runs = number("--runs", 1)
let steps = Int(number("--steps", 100))
for seed in first..<(first + runs) {
  do {
    try Simulation.run(seed: seed, steps: steps, killer: killer)
  } catch {
    print(error)
    exit(1)
  }
  if (seed - first + 1).isMultiple(of: 50) { FileHandle.standardError.write(Data("\(seed) \n".utf8)) }
}
print("\(runs) worlds of \(steps) steps: nothing was lost.")
