import HTTPTypes
import Hummingbird

/// One thing that the hub answers, declared once: what the router listens to, who may ask, and what
/// the description of the API says of it.
struct Endpoint: Sendable {
  /// Answers a request, whose body is read only where it is needed.
  typealias Handler = @Sendable (Asked, RequestBody) async throws -> Reply
  /// Answers a request within microseconds; `nil` when it would take longer after all.
  typealias LightHandler = @Sendable (Asked) throws -> Reply?

  /// The method.
  let method: HTTPRequest.Method
  /// The path with its variables in braces (RFC 6570), as `/api/v1/records/{id}`.
  let path: String
  /// What whoever asks must be allowed to do.
  let access: Access
  /// What the description of the API says; `nil` for pages and what serves the operator.
  let description: EndpointDescription?
  /// Answers what needs no thread of its own; `nil` where nothing is like that.
  let light: LightHandler?
  /// Answers a request.
  let handler: Handler

  init(
    _ method: HTTPRequest.Method, _ path: String, access: Access,
    _ description: EndpointDescription? = nil, light: LightHandler? = nil,
    handler: @escaping Handler
  ) {
    self.method = method
    self.path = path
    self.access = access
    self.description = description
    self.light = light
    self.handler = handler
  }

  /// The path as the router writes variables.
  var routerPath: RouterPath {
    RouterPath(
      path.split(separator: "/", omittingEmptySubsequences: false).map { part in
        part.hasPrefix("{") ? ":\(part.dropFirst().dropLast())" : String(part)
      }.joined(separator: "/"))
  }

  /// Whether a path is one of those that the endpoint answers.
  func matches(_ path: String) -> Bool {
    let wanted = self.path.split(separator: "/")
    let given = path.split(separator: "/")
    return wanted.count == given.count
      && zip(wanted, given).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
  }
}

/// What the description of the API says of an endpoint.
struct EndpointDescription: Sendable {
  /// A unique name for programs that are made from the description.
  let operation: String
  /// What it does.
  let summary: String
  /// What may stand in the path and the query.
  var parameters: [Parameter] = []
  /// What is posted, as the name of a schema; `nil` when nothing is.
  var body: (type: String, schema: String)?
  /// What is answered: media types, each with the name of a schema, `nil` for plain text or bytes.
  var answers: [(type: String, schema: String?)]
}
