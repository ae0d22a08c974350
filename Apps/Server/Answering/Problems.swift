import Desk
import Domain
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Storage

/// Turns errors into problem details (RFC 9457) with the stable code, for browsers into a page, and
/// never into a stack trace.
struct Problems: Sendable {
  let endpoints: [Endpoint]
  let templates: PageTemplates
  let logger: Logger

  /// What is answered for an error.
  func reply(to asked: Asked, for error: any Error) -> Reply {
    let refusal = refusal(for: error, asked)
    let language = PageLanguage.of(asked)
    var reply: Reply
    if ProblemPage.isWanted(by: asked) {
      reply = templates.reply(ProblemPage(refusal, language))
      reply.status = refusal.status
    } else {
      reply = Reply.json(
        ProblemDetails(refusal, language).json, status: refusal.status, type: ProblemDetails.type)
    }
    if let name = Reception.codeHeader { reply.headers[name] = refusal.report.code }
    for (name, value) in refusal.headers { reply.headers.set(name, value) }
    return reply
  }

  private func refusal(for error: any Error, _ asked: Asked) -> Refusal {
    switch error {
    case is NIOTooManyBytesError: Refusal.tooBig
    case let error as HTTPError: refusal(for: error, asked)
    case let error as Refusal: error
    case let error as HubRightsError: Refusal(rights: error)
    default: refusal(forOther: error)
    }
  }

  private func refusal(forOther error: any Error) -> Refusal {
    let refusal = Refusal(ErrorReport(error))
    guard refusal.status.code >= 500, refusal.status != .serviceUnavailable else { return refusal }
    logger.error(
      "failed",
      metadata: [
        "code": .string(refusal.report.code), "message": .string(refusal.report.message.english),
        "place": .string(refusal.report.place),
      ])
    return Refusal(refusal.status, refusal.report.withoutInside)
  }

  /// An address that answers other methods says which (RFC 9110, section 15.5.6).
  private func refusal(for error: HTTPError, _ asked: Asked) -> Refusal {
    guard error.status == .notFound else {
      return Refusal(error.status, .http(error.body ?? error.status.reasonPhrase))
    }
    var methods = endpoints.filter { $0.matches(asked.path) }.map(\.method.rawValue)
    guard !methods.isEmpty else { return Refusal(.noSuchAddress) }
    if methods.contains("GET") { methods.append("HEAD") }
    let list = methods.joined(separator: ", ")
    return Refusal(.methodNotAllowed, .otherMethods(list), headers: [("Allow", list)])
  }
}
