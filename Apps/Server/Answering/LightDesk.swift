import HTTPTypes
import Hummingbird
import NIOCore

/// Answers requests for what is there within microseconds, on the thread that read them and without
/// a task: starting one takes longer than many of these answers. What else a request meets is the
/// same as with the router, and whatever is out of the ordinary is left to that.
struct LightDesk: Sendable {
  private struct Place: Sendable {
    let access: Access
    /// The endpoint's name in figures.
    let name: String
    let handler: Endpoint.LightHandler
  }

  /// Endpoints by their whole path.
  private let places: [String: Place]
  /// Endpoints by what their path begins with, before its variable.
  private let beginnings: [(path: String, place: Place)]
  private let reception: Reception
  private let gatekeeper: Gatekeeper
  private let date = DateHeader()

  init(_ endpoints: [Endpoint], reception: Reception, gatekeeper: Gatekeeper) {
    var places: [String: Place] = [:]
    var beginnings: [(path: String, place: Place)] = []
    for endpoint in endpoints where endpoint.method == .get {
      guard let handler = endpoint.light else { continue }
      let place = Place(
        access: endpoint.access, name: "GET \(endpoint.routerPath)", handler: handler)
      if endpoint.path.hasSuffix("}") {
        beginnings.append((String(endpoint.path.prefix { $0 != "{" }), place))
      } else {
        places[endpoint.path] = place
      }
    }
    self.places = places
    self.beginnings = beginnings
    self.reception = reception
    self.gatekeeper = gatekeeper
  }

  /// Whether a request may be answered here: it has no body, no signature, which is good once, and
  /// asks for nothing of the connection.
  func mayAnswer(_ head: HTTPRequest) -> Bool {
    guard head.method == .get, let path = head.path, place(of: path) != nil else { return false }
    let fields = head.headerFields
    return !LightDesk.extraordinary.contains { fields.contains($0) }
      && !Gatekeeper.Credentials.isSigned(fields)
  }

  private static let extraordinary = [
    "Content-Length", "Transfer-Encoding", "Expect", "Upgrade", "Connection",
  ].compactMap { HTTPField.Name($0) }

  /// Answers a request; `nil` where it takes longer after all.
  func answer(_ head: HTTPRequest, from peer: String) -> Reply? {
    let start = ContinuousClock.now
    guard let path = head.path, let (place, variable) = place(of: path) else { return nil }
    var asked = Asked(head: head, path: path, query: "", peer: peer, variable: variable)
    var reply: Reply
    do {
      try reception.receive(asked)
      asked.caller = try gatekeeper.admit(Gatekeeper.Credentials(asked), to: place.access)
      guard let answer = try place.handler(asked) else { return nil }
      reply = answer
    } catch {
      reply = reception.problems.reply(to: asked, for: error)
    }
    reception.finish(reply.status, &reply.headers, of: place.name, since: start)
    if reply.status != .notModified {
      reply.headers[.contentLength] = String(reply.body.readableBytes)
    }
    reply.headers[.date] = date.text
    reply.headers[.server] = HubRouter.serverName
    return reply
  }

  /// The endpoint of a plain path, and what stands for its variable.
  private func place(of path: String) -> (place: Place, variable: String)? {
    if let place = places[path] { return (place, "") }
    for (beginning, place) in beginnings where path.hasPrefix(beginning) {
      let variable = path.utf8.dropFirst(beginning.utf8.count)
      guard !variable.isEmpty, variable.allSatisfy(LightDesk.isPlain) else { continue }
      return (place, String(Substring(variable)))
    }
    return nil
  }

  /// Whether a byte stands for itself in an address and is a letter or a digit.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "0") < 10 || byte &- UInt8(ascii: "a") < 26
      || byte &- UInt8(ascii: "A") < 26
  }
}
