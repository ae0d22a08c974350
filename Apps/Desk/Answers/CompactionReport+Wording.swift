public import Domain
public import Storage
import Sync

extension CompactionReport {
  /// What was folded, what it freed and who holds more back; a line each.
  public var lines: [Label] {
    let freed = bytes.before > bytes.after ? (bytes.before - bytes.after) / 1_000 : 0
    let done =
      folded == 0
      ? Label("Není co zhustit.", "There is nothing to fold.")
      : Label(
        "Zhuštěno změn: \(folded), uvolněno \(freed) kB; celých zůstává \(kept).",
        "Changes folded: \(folded), \(freed) kB freed; \(kept) are kept whole.")
    return [done]
      + behind.map { member in
        let since = { DateWording.clock(member.milliseconds, in: $0) }
        return Label(
          "Na databázi \(member.replica.short) (\(member.region)) se čeká: nepotvrdila, co mají"
            + " ostatní; naposledy se ozvala \(since(.czech)).",
          "The database \(member.replica.short) (\(member.region)) is waited for: it has not"
            + " acknowledged what the others have; last heard of \(since(.english)).")
      }
  }

  /// The report as a JSON object.
  public var json: String {
    var writer = JSONWriter()
    writer.object { writer in
      for (key, value) in [
        ("folded", folded), ("total", total), ("kept", kept), ("bytesBefore", bytes.before),
        ("bytesAfter", bytes.after),
      ] {
        writer.key(key)
        writer.integer(value)
      }
      writer.key("waitingFor")
      writer.array(behind) { writer, member in
        writer.object { writer in
          writer.key("replica")
          writer.string(member.replica.description)
          writer.key("region")
          writer.string(member.region)
          writer.key("lastChange")
          writer.string(DateWording.moment(member.milliseconds))
        }
      }
    }
    return writer.text
  }
}
