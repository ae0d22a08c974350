import Desk
import HTTPTypes
import Storage

/// Why a request is not answered as it asks, with its status; becomes problem details (RFC 9457).
struct Refusal: Error, Sendable {
  /// The status.
  let status: HTTPResponse.Status
  /// The stable code and the sentence.
  let report: ErrorReport
  /// Further headers of the response.
  let headers: [(name: String, value: String)]

  init(
    _ status: HTTPResponse.Status, _ report: ErrorReport,
    headers: [(name: String, value: String)] = []
  ) {
    self.status = status
    self.report = report
    self.headers = headers
  }

  /// Refuses with the status that an error has.
  init(_ report: ErrorReport) {
    self.init(Refusal.status(of: report), report)
  }

  /// Refuses rights.
  init(rights error: HubRightsError) { self.init(.forbidden, ErrorReport(error)) }

  /// What an error is over HTTP.
  private static func status(of report: ErrorReport) -> HTTPResponse.Status {
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
  static let unauthenticated = Refusal(
    .unauthorized, .unauthenticated,
    headers: [("WWW-Authenticate", "Bearer realm=\"Soulad\", Basic realm=\"Soulad\"")])
  static let badToken = Refusal(
    .unauthorized, .badToken,
    headers: [("WWW-Authenticate", "Bearer realm=\"Soulad\", error=\"invalid_token\"")])
  static let badSignature = Refusal(.unauthorized, .badSignature)
  static let unknownKey = Refusal(.unauthorized, .unknownKey)
  static let replay = Refusal(.unauthorized, .replay)
  static let revoked = Refusal(.revoked)
  static let forbidden = Refusal(.forbidden)

  static let otherBody = Refusal(.otherBody)
  static let damagedBody = Refusal(.damagedBody)
  static let tooBig = Refusal(.contentTooLarge, .tooBig)
  /// Which of an address and headers is too large is not told apart.
  static let headersTooBig = Refusal(.headersTooBig)
  static let notARequest = Refusal(.notARequest)
  static let unsupportedCoding = Refusal(
    .unsupportedMediaType, .unsupportedCoding, headers: [("Accept-Encoding", "gzip")])

  static let busy = Refusal(.serviceUnavailable, .hubIsBusy, headers: [("Retry-After", "5")])

  static func tooMany(wait: Int64) -> Refusal {
    Refusal(.tooManyRequests, .tooMany(wait: wait), headers: [("Retry-After", String(wait))])
  }

  /// A clock that is off; the client is told the hub's.
  static func clock(now: Int64) -> Refusal {
    Refusal(.unauthorized, .clock, headers: [("Soulad-Time", String(now))])
  }
}
