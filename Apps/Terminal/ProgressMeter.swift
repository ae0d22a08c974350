import Foundation

/// How far a long command is, with its rate and the seconds that are left; on a terminal only.
public struct ProgressMeter {
  private let total: Int
  private let start = ContinuousClock.now
  private let isShown: Bool
  private var done = 0
  private var shown: ContinuousClock.Instant?

  /// Creates a meter of so many steps.
  public init(total: Int) {
    self.total = total
    isShown = total > 1 && isatty(STDERR_FILENO) == 1
  }

  /// Takes note of one more step; shows it, a few times a second at most.
  public mutating func advance() {
    done += 1
    let now = ContinuousClock.now
    guard isShown, shown.map({ now - $0 > .milliseconds(200) }) ?? true else { return }
    shown = now
    let rate = Double(done) / max((now - start) / .seconds(1), 0.1)
    write("\(done)/\(total)  \(Int(rate))/s  \(Int(Double(total - done) / rate)) s")
  }

  /// Clears the line.
  public func finish() {
    if shown != nil { write("") }
  }

  private func write(_ line: String) {
    FileHandle.standardError.write(Data("\r\u{1B}[K\(line)".utf8))
  }
}
