import Hummingbird
import NIOCore
import Storage
import Sync

/// What serves the operator: whether the hub runs and is ready.
enum OperationEndpoints {
  static func all(_ hub: Hub) -> [Endpoint] {
    [
      Endpoint(
        .get, "/health", access: .anybody, light: { _ in alive }, handler: { _, _ in alive }),
      Endpoint(.get, "/ready", access: .anybody) { _, _ in
        // A database that does not answer is an error, which is answered as such.
        let replicas = try await hub.readers.ask { try $0.versionVector().entries.count }
        return Reply.json("{\"status\":\"ready\",\"replicas\":\(replicas)}")
      },
      Endpoint(.get, "/metrics", access: .metrics) { _, _ in
        Reply(
          headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
          body: ByteBuffer(string: hub.figures.text(gauges(hub))))
      },
    ]
  }

  private static let alive = Reply.json("{\"status\":\"ok\"}")

  private static func gauges(_ hub: Hub) -> [(name: String, help: String, value: Int)] {
    let (open, refused) = hub.connections.load
    let (inside, waiting) = hub.gate.load
    return [
      ("soulad_connections", "Open connections.", open),
      ("soulad_connections_cut", "Connections that were closed to make room.", refused),
      ("soulad_exchange_inside", "Messages that are worked on.", inside),
      ("soulad_exchange_waiting", "Messages that wait.", waiting),
      ("soulad_generation", "Deliveries since the start, and one.", Int(hub.generation)),
    ]
  }
}
