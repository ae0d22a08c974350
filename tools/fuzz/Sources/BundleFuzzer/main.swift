import Crypto
import Domain
import Glibc
import Laws

@testable import Sync

// What comes from other replicas: the body of a bundle, or the stored state of a record. The first
// byte says which. Hash and frame are made to fit, so that damage reaches what lies behind them.
if CommandLine.arguments.count == 3, CommandLine.arguments[1] == "--seeds" {
  try Seeds.write(to: CommandLine.arguments[2])
  exit(0)
}

Fuzzing.run { data, count in
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  guard let first = bytes.first else { return 0 }
  if first & 1 == 0 {
    ExchangeLaws.check(body: Array(bytes.dropFirst()))
  } else {
    ExchangeLaws.check(state: Array(bytes.dropFirst()))
  }
  return 0
}
