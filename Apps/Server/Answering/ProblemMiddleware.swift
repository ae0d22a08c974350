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
        throw Refusal.badRequest(
          "Požadavek musí mít právě jednu hlavičku Host.", "A request has exactly one Host.")
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
    let report = ErrorReport(error)
    let status = status(of: report)
    guard status.code < 500 || status == .serviceUnavailable else {
      // What is wrong inside is for the operator, not for whoever asks.
      context.logger.error(
        "failed",
        metadata: [
          "code": .string(report.code), "message": .string(report.message.english),
          "place": .string(report.place),
        ])
      return Refusal(
        status: status, code: report.code,
        message: Label("Na serveru nastala chyba.", "The server failed."))
    }
    return Refusal(status: status, code: report.code, message: report.message)
  }

  /// An address that answers other methods says which (RFC 9110, section 15.5.6).
  private func refusal(for error: HTTPError, _ request: Request) -> Refusal {
    guard error.status == .notFound else {
      let said = error.body ?? error.status.reasonPhrase
      return Refusal(status: error.status, code: "E_HTTP", message: Label(said, said))
    }
    var methods = endpoints.filter { $0.matches(request.uri.path) }.map(\.method.rawValue)
    guard !methods.isEmpty else {
      return Refusal(
        status: .notFound, code: "E_HTTP",
        message: Label("Tato adresa tu není.", "There is nothing at this address."))
    }
    if methods.contains("GET") { methods.append("HEAD") }
    return Refusal(
      status: .methodNotAllowed, code: "E_HTTP",
      message: Label(
        "Tato adresa odpovídá jen na \(methods.joined(separator: ", ")).",
        "This address answers \(methods.joined(separator: ", ")) only."),
      headers: [("Allow", methods.joined(separator: ", "))])
  }

  private func problem(_ refusal: Refusal, _ request: Request) -> Response {
    var response = Response.json(
      ProblemDetails(refusal, PageLanguage.of(request)).json, status: refusal.status,
      type: ProblemDetails.type)
    response.headers.set(WatchMiddleware.codeHeader, refusal.code)
    for (name, value) in refusal.headers { response.headers.set(name, value) }
    return response
  }

  private func status(of report: ErrorReport) -> HTTPResponse.Status {
    switch report.exitCode {
    case _ where report.code == "E_AMBIGUOUS": .conflict
    case _ where report.code == "E_CORRUPT_DB": .internalServerError
    case .usage, .badData: .badRequest
    case .noInput: .notFound
    case .notPermitted: .forbidden
    case .busy, .unavailable: .serviceUnavailable
    case .done, .other, .inputOutput: .internalServerError
    }
  }
}

extension Refusal {
  /// Why rights are not given.
  init(rights error: HubRightsError) {
    let report = ErrorReport(error)
    self.init(status: .forbidden, code: report.code, message: report.message)
  }
}
