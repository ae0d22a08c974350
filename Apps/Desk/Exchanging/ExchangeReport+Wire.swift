public import Domain
public import Storage
public import SyncHTTP

extension ExchangeCourse.Report {
  /// The report in one sentence.
  public var sentence: Label {
    Label(
      "Odesláno změn: \(sent), přijato: \(received); k rozhodnutí čeká: \(conflicts)."
        + (untaken > 0 ? " Druhá strana nepřevzala změn: \(untaken); zopakujte výměnu." : ""),
      "Changes sent: \(sent), received: \(received); waiting for a decision: \(conflicts)."
        + (untaken > 0 ? " Not taken by the other side: \(untaken); exchange again." : ""))
  }

  /// What the exchange did, with what it cost on the wire and what the hub did not take; a line
  /// each.
  public func lines(_ figures: ExchangeJournal.Figures) -> [Label] {
    var lines = [sentence]
    let sent = Self.size(figures.bytesSent)
    let received = Self.size(figures.bytesReceived)
    lines.append(
      Label(
        "Přeneseno: odesláno \(sent), přijato \(received)"
          + (figures.retries > 0 ? "; opakovaných pokusů: \(figures.retries)." : "."),
        "Transferred: \(sent) sent, \(received) received"
          + (figures.retries > 0 ? "; tried again: \(figures.retries)." : ".")))
    for refusal in figures.refusals.sorted(by: { $0.replica < $1.replica }) {
      lines.append(
        Label(
          "Server nepřevzal změny úřadu \(refusal.replica) (\(refusal.code)).",
          "The hub did not take the changes of \(refusal.replica) (\(refusal.code))."))
    }
    return lines
  }

  /// The report as a JSON object.
  public func json(_ figures: ExchangeJournal.Figures) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      for (key, value) in [
        ("sent", sent), ("received", received), ("conflicts", conflicts),
        ("bytesSent", figures.bytesSent), ("bytesReceived", figures.bytesReceived),
        ("retries", figures.retries),
      ] {
        writer.key(key)
        writer.integer(value)
      }
      writer.key("complete")
      writer.boolean(isComplete)
      writer.key("refused")
      writer.array(figures.refusals.sorted { $0.replica < $1.replica }) { writer, refusal in
        writer.object { writer in
          writer.key("replica")
          writer.string(refusal.replica)
          writer.key("code")
          writer.string(refusal.code)
        }
      }
    }
    return writer.text
  }

  private static func size(_ bytes: Int) -> String {
    if bytes < 10_000 { return "\(bytes) B" }
    if bytes < 10_000_000 { return "\(bytes / 1_000) kB" }
    return "\(bytes / 1_000_000) MB"
  }
}
