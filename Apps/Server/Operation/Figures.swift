import Synchronization

/// The figures of operation, as Prometheus reads them
/// (https://prometheus.io/docs/instrumenting/exposition_formats/).
///
/// Final class because all requests add to it.
final class Figures: Sendable {
  private struct Key: Hashable {
    let endpoint: String
    let status: Int
  }

  private struct Times {
    var count = 0
    var seconds = 0.0
    /// How many took no longer than each of the bounds.
    var within = [Int](repeating: 0, count: Figures.bounds.count)
  }

  private struct State {
    var requests: [Key: Int] = [:]
    var times: [String: Times] = [:]
    var refusals: [String: Int] = [:]
  }

  /// The bounds of the times that are counted, in seconds.
  private static let bounds = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10]

  private let state = Mutex(State())

  /// Takes note of an answer.
  /// - Parameter endpoint: Method and path as declared, never as asked.
  func note(_ endpoint: String, status: Int, seconds: Double) {
    state.withLock { state in
      state.requests[Key(endpoint: endpoint, status: status), default: 0] += 1
      var times = state.times[endpoint] ?? Times()
      times.count += 1
      times.seconds += seconds
      for (place, bound) in Figures.bounds.enumerated() where seconds <= bound {
        times.within[place] += 1
      }
      state.times[endpoint] = times
    }
  }

  /// Takes note of a refusal by its class.
  func noteRefusal(_ code: String) { state.withLock { $0.refusals[code, default: 0] += 1 } }

  /// Everything as text.
  /// - Parameter gauges: What is measured at the moment, by name.
  func text(_ gauges: [(name: String, help: String, value: Int)]) -> String {
    let state = state.withLock { $0 }
    var lines = requests(state) + times(state)
    lines.append("# HELP soulad_refusals_total Refused requests by class.")
    lines.append("# TYPE soulad_refusals_total counter")
    for (code, count) in state.refusals.sorted(by: { $0.key < $1.key }) {
      lines.append("soulad_refusals_total{code=\"\(code)\"} \(count)")
    }
    for gauge in gauges {
      lines += [
        "# HELP \(gauge.name) \(gauge.help)", "# TYPE \(gauge.name) gauge",
        "\(gauge.name) \(gauge.value)",
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func requests(_ state: State) -> [String] {
    var lines = ["# HELP soulad_requests_total Answers by endpoint and status."]
    lines.append("# TYPE soulad_requests_total counter")
    let requests = state.requests.sorted {
      ($0.key.endpoint, $0.key.status) < ($1.key.endpoint, $1.key.status)
    }
    for (key, count) in requests {
      lines.append(
        "soulad_requests_total{endpoint=\"\(key.endpoint)\",status=\"\(key.status)\"} \(count)")
    }
    return lines
  }

  private func times(_ state: State) -> [String] {
    var lines = ["# HELP soulad_request_seconds How long answers took."]
    lines.append("# TYPE soulad_request_seconds histogram")
    for (endpoint, times) in state.times.sorted(by: { $0.key < $1.key }) {
      for (bound, count) in zip(Figures.bounds, times.within) {
        lines.append(
          "soulad_request_seconds_bucket{endpoint=\"\(endpoint)\",le=\"\(bound)\"} \(count)")
      }
      lines += [
        "soulad_request_seconds_bucket{endpoint=\"\(endpoint)\",le=\"+Inf\"} \(times.count)",
        "soulad_request_seconds_sum{endpoint=\"\(endpoint)\"} \(times.seconds)",
        "soulad_request_seconds_count{endpoint=\"\(endpoint)\"} \(times.count)",
      ]
    }
    return lines
  }
}
