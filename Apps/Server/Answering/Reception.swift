import Desk
import HTTPTypes
import Hummingbird
import Logging

/// What every request meets before its endpoint, and every answer after it, in one pass: the limit
/// of a client, problems told as such, the headers that all answers bear, counts and times.
struct Reception: Sendable {
  let throttle: ClientThrottle
  let problems: Problems
  let headers: SecurityHeaders
  let figures: Figures
  let refusals: RefusalWatch
  let logger: Logger

  /// Sends away whoever asks too often or for no one host.
  func receive(_ asked: Asked) throws {
    // RFC 9112, section 3.2: exactly one Host; a second one stays among the headers.
    guard asked.head.authority != nil, !Reception.hasSecondHost(asked) else {
      throw Refusal(.badHost)
    }
    try throttle.check(asked)
  }

  /// Completes the headers of an answer, and takes note of it: no address, no question, nothing
  /// that somebody typed.
  /// - Parameter endpoint: Method and path as declared, never as asked.
  func finish(
    _ status: HTTPResponse.Status, _ fields: inout HTTPFields, of endpoint: String,
    since start: ContinuousClock.Instant
  ) {
    if status.code >= 400, let name = Reception.codeHeader, let code = fields[name] {
      refusals.note(code, at: endpoint)
    }
    headers.complete(&fields)
    let time = ContinuousClock.now - start
    figures.note(endpoint, status: status.code, seconds: time / .seconds(1))
    guard logger.logLevel <= .info else { return }
    logger.info(
      "answered",
      metadata: [
        "endpoint": .string(endpoint), "status": .stringConvertible(status.code),
        "milliseconds": .stringConvertible(Int(time / .milliseconds(1))),
      ])
  }

  /// The header that problems carry their class in, so that programs need not read the body.
  static let codeHeader = HTTPField.Name("Soulad-Code")

  private static let host = HTTPField.Name("Host")

  private static func hasSecondHost(_ asked: Asked) -> Bool {
    host.map { asked.headers.contains($0) } ?? false
  }
}

/// The reception of requests that the router answers.
struct ReceptionMiddleware: RouterMiddleware {
  let reception: Reception

  func handle(
    _ request: Request, context: HubContext,
    next: (Request, HubContext) async throws -> Response
  ) async throws -> Response {
    let start = ContinuousClock.now
    let asked = Asked(request, from: context.peer)
    var context = context
    context.asked = asked
    var response: Response
    do {
      try reception.receive(asked)
      response = try await next(request, context)
    } catch {
      response = Response(reception.problems.reply(to: asked, for: error))
    }
    let endpoint = context.endpointPath.map { "\(request.method.rawValue) \($0)" } ?? "none"
    reception.finish(response.status, &response.headers, of: endpoint, since: start)
    return response
  }
}
