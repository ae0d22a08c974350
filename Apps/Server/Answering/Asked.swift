import HTTPTypes
import Hummingbird

/// What a request asks for, without its body.
struct Asked: Sendable {
  /// Method, address and headers.
  let head: HTTPRequest
  /// The path of the address.
  let path: String
  /// What stands behind the question mark; empty when there is none.
  let query: String
  /// The address that the connection comes from; empty when there is none.
  let peer: String
  /// What stands for the variable of the endpoint's path; empty where it has none.
  var variable = ""
  /// Who asks; settled before an endpoint is asked.
  var caller = Caller.anybody

  init(head: HTTPRequest, path: String, query: String, peer: String, variable: String = "") {
    self.head = head
    self.path = path
    self.query = query
    self.peer = peer
    self.variable = variable
  }

  init(_ request: Request, from peer: String) {
    self.init(
      head: request.head, path: request.uri.path, query: request.uri.query ?? "", peer: peer)
  }

  /// The headers.
  var headers: HTTPFields { head.headerFields }

  /// The whole address as it was asked for.
  var address: String { head.path ?? path }
}
