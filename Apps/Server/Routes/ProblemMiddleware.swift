import Desk
import Domain
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// Turns errors into problem details (RFC 9457) with the stable code, and never into a stack trace.
struct ProblemMiddleware: RouterMiddleware {
  func handle(
    _ request: Request, context: BasicRequestContext,
    next: (Request, BasicRequestContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch is NIOTooManyBytesError {
      let message = Label(
        "Zpráva je větší, než je dovoleno.", "The message is larger than allowed.")
      return try problem(.contentTooLarge, code: "E_TOO_BIG", message, request, context)
    } catch let error as HTTPError {
      let missing = Label("Tato adresa tu není.", "There is nothing at this address.")
      let other = Label(error.body ?? "", error.body ?? "")
      return try problem(
        error.status, code: "E_HTTP", error.status == .notFound ? missing : other, request, context)
    } catch {
      let report = ErrorReport(error)
      let status = status(of: report)
      guard status.code < 500 else {
        // What is wrong inside is for the operator, not for whoever asks.
        context.logger.error("\(report.code) \(report.message.english) \(report.place)")
        let message = Label("Na serveru nastala chyba.", "The server failed.")
        return try problem(status, code: report.code, message, request, context)
      }
      return try problem(status, code: report.code, report.message, request, context)
    }
  }

  private func problem(
    _ status: HTTPResponse.Status, code: String, _ message: Label, _ request: Request,
    _ context: BasicRequestContext
  ) throws -> Response {
    let language = PageLanguage.of(request)
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("type")
      writer.string("about:blank")
      writer.key("title")
      writer.string(status.reasonPhrase)
      writer.key("status")
      writer.integer(status.code)
      writer.key("code")
      writer.string(code)
      writer.key("detail")
      writer.string(message.text(language))
    }
    return try JSONResponse(writer.text, status: status, type: "application/problem+json")
      .response(from: request, context: context)
  }

  private func status(of report: ErrorReport) -> HTTPResponse.Status {
    switch report.exitCode {
    case .usage, .badData: .badRequest
    case .noInput: .notFound
    case .notPermitted: .forbidden
    case .busy, .unavailable: .serviceUnavailable
    case .done, .other, .inputOutput: .internalServerError
    }
  }
}
