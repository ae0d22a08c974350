internal import Glibc
import Synchronization

/// The time as answers bear it (RFC 9110, section 5.6.7), written once a second.
///
/// Final class because all connections share it.
final class DateHeader: Sendable {
  private let written = Mutex<(second: Int, text: String)>((-1, ""))

  /// The header's value now.
  var text: String {
    let now = time(nil)
    return written.withLock { written in
      if written.second != now { written = (now, DateHeader.text(of: now)) }
      return written.text
    }
  }

  /// The header's value for so many seconds since 1970.
  static func text(of second: Int) -> String {
    var (second, parts) = (second, tm())
    gmtime_r(&second, &parts)
    let clock = [parts.tm_hour, parts.tm_min, parts.tm_sec].map(twoDigits).joined(separator: ":")
    return "\(days[Int(parts.tm_wday)]), \(twoDigits(parts.tm_mday)) \(months[Int(parts.tm_mon)])"
      + " \(parts.tm_year + 1900) \(clock) GMT"
  }

  private static func twoDigits(_ number: Int32) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }

  private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
