import Desk
import Domain
import Foundation
import Storage
import Terminal

/// How far an exchange is, with the seconds that are left; on a terminal only.
struct ExchangeMeter {
  private let start = ContinuousClock.now
  private let isShown = isatty(STDERR_FILENO) == 1
  private var isWritten = false

  mutating func show(_ progress: ExchangeCourse.Progress) {
    let (done, total) = (
      progress.received + progress.sent, progress.toReceive + progress.toSend
    )
    guard isShown, total > 0 else { return }
    let received = "\(progress.received)/\(progress.toReceive)"
    let sent = "\(progress.sent)/\(progress.toSend)"
    let left = Label(
      "přijato \(received), odesláno \(sent)", "received \(received), sent \(sent)")
    let rate = Double(done) / max((ContinuousClock.now - start) / .seconds(1), 0.1)
    let wait = rate > 0 ? "  \(Int(Double(max(0, total - done)) / rate)) s" : ""
    write(left.text(Program.language) + wait)
    isWritten = true
  }

  func finish() { if isWritten { write("") } }

  private func write(_ line: String) {
    FileHandle.standardError.write(Data("\r\u{1B}[K\(line)".utf8))
  }
}
