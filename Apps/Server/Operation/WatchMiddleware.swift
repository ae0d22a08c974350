import HTTPTypes
import Hummingbird
import Logging

/// Counts and times every answer, and writes a line of each to the log where that is wished: no
/// address, no question, nothing that somebody typed.
struct WatchMiddleware: RouterMiddleware {
  let figures: Figures
  let refusals: RefusalWatch

  func handle(
    _ request: Request, context: HubContext,
    next: (Request, HubContext) async throws -> Response
  ) async throws -> Response {
    let start = ContinuousClock.now
    let response = try await next(request, context)
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let endpoint = context.endpointPath.map { "\(request.method.rawValue) \($0)" } ?? "none"
    figures.note(endpoint, status: response.status.code, seconds: seconds)
    if response.status.code >= 400, let name = HTTPField.Name(WatchMiddleware.codeHeader),
      let code = response.headers[name]
    {
      refusals.note(code, at: endpoint)
    }
    context.logger.info(
      "answered",
      metadata: [
        "endpoint": .string(endpoint), "status": .stringConvertible(response.status.code),
        "milliseconds": .stringConvertible(Int(seconds * 1_000)),
      ])
    return response
  }

  /// The header that problems carry their class in, so that programs need not read the body.
  static let codeHeader = "Soulad-Code"
}
