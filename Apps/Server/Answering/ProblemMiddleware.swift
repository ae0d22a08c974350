import Desk
import Domain
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Storage

/// Turns errors into problem details (RFC 9457) with the stable code, and never into a stack trace.
struct ProblemMiddleware: RouterMiddleware {
  let endpoints: [Endpoint]

  func handle(
    _ request: Request, context: HubContext,
    next: (Request, HubContext) async throws -> Response
  ) async throws -> Response {
    do {
      // RFC 9112, section 3.2: exactly one Host; a second one stays among the headers.
      guard request.head.authority != nil, !ProblemMiddleware.hasSecondHost(request) else {
        throw Refusal(.badHost)
      }
      return try await next(request, context)
    } catch is NIOTooManyBytesError {
      return problem(Refusal.tooBig, request)
    } catch let error as HTTPError {
      return problem(refusal(for: error, request), request)
    } catch let error as Refusal {
      return problem(error, request)
    } catch let error as HubRightsError {
      return problem(Refusal(rights: error), request)
    } catch {
      return problem(refusal(for: error, context), request)
    }
  }

  private static let host = HTTPField.Name("Host")

  private static func hasSecondHost(_ request: Request) -> Bool {
    host.map { request.headers.contains($0) } ?? false
  }

  private func refusal(for error: any Error, _ context: HubContext) -> Refusal {
    let refusal = Refusal(ErrorReport(error))
    guard refusal.status.code >= 500, refusal.status != .serviceUnavailable else { return refusal }
    context.logger.error(
      "failed",
      metadata: [
        "code": .string(refusal.report.code), "message": .string(refusal.report.message.english),
        "place": .string(refusal.report.place),
      ])
    return Refusal(refusal.status, refusal.report.withoutInside)
  }

  /// An address that answers other methods says which (RFC 9110, section 15.5.6).
  private func refusal(for error: HTTPError, _ request: Request) -> Refusal {
    guard error.status == .notFound else {
      return Refusal(error.status, .http(error.body ?? error.status.reasonPhrase))
    }
    var methods = endpoints.filter { $0.matches(request.uri.path) }.map(\.method.rawValue)
    guard !methods.isEmpty else { return Refusal(.noSuchAddress) }
    if methods.contains("GET") { methods.append("HEAD") }
    let list = methods.joined(separator: ", ")
    return Refusal(.methodNotAllowed, .otherMethods(list), headers: [("Allow", list)])
  }

  private func problem(_ refusal: Refusal, _ request: Request) -> Response {
    var response = Response.json(
      ProblemDetails(refusal, PageLanguage.of(request)).json, status: refusal.status,
      type: ProblemDetails.type)
    response.headers.set(WatchMiddleware.codeHeader, refusal.report.code)
    for (name, value) in refusal.headers { response.headers.set(name, value) }
    return response
  }
}
