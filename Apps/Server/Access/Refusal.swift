import Domain
import HTTPTypes

/// Why a request is not answered as it asks; becomes problem details (RFC 9457).
struct Refusal: Error, Sendable {
  /// The status.
  let status: HTTPResponse.Status
  /// The stable code.
  let code: String
  /// The sentence.
  let message: Label
  /// Further headers of the response.
  var headers: [(name: String, value: String)] = []
}

extension Refusal {
  /// Nobody said who asks.
  static let unauthenticated = Refusal(
    status: .unauthorized, code: "E_UNAUTHENTICATED",
    message: Label(
      "Server chce vědět, kdo se ptá: úřad se přihlásí příkazem soulad enroll, program klíčem.",
      "The hub wants to know who asks: an office enrols by soulad enroll, a program has a token."),
    headers: [("WWW-Authenticate", "Bearer realm=\"Soulad\", Basic realm=\"Soulad\"")])

  /// A token that is not good.
  static let badToken = Refusal(
    status: .unauthorized, code: "E_TOKEN",
    message: Label(
      "Přístupový klíč neplatí; požádejte správce serveru o nový.",
      "The token is not good; ask the operator for a new one."),
    headers: [("WWW-Authenticate", "Bearer realm=\"Soulad\", error=\"invalid_token\"")])

  /// A signature that does not fit the request.
  static let badSignature = Refusal(
    status: .unauthorized, code: "E_SIGNATURE",
    message: Label(
      "Podpis požadavku neplatí; přihlaste úřad znovu pomocí soulad enroll.",
      "The signature of the request is not good; enrol the office again by soulad enroll."))

  /// A key that the hub does not know.
  static let unknownKey = Refusal(
    status: .unauthorized, code: "E_UNKNOWN_KEY",
    message: Label(
      "Server tento úřad nezná; přihlaste jej pomocí soulad enroll.",
      "The hub does not know this office; enrol it by soulad enroll."))

  /// An office whose rights were taken away.
  static let revoked = Refusal(
    status: .forbidden, code: "E_REVOKED",
    message: Label(
      "Správce serveru tomuto úřadu přístup odebral; obraťte se na něj.",
      "The operator took this office's rights away; ask there."))

  /// A request that was answered before.
  static let replay = Refusal(
    status: .unauthorized, code: "E_REPLAY",
    message: Label(
      "Tento požadavek už tu jednou byl.", "This very request was here before."))

  /// A request whose body is not the one that was signed.
  static let otherBody = Refusal(
    status: .badRequest, code: "E_BATCH_HASH",
    message: Label(
      "Obsah požadavku není ten, který byl podepsán; pošlete jej znovu.",
      "The body is not the one that was signed; send it again."))

  /// More than the caller may.
  static let forbidden = Refusal(
    status: .forbidden, code: "E_FORBIDDEN",
    message: Label(
      "K tomu tento přístup neopravňuje; požádejte správce serveru.",
      "These rights do not reach that far; ask the operator."))

  /// A request whose clock is off.
  static func clock(now: Int64) -> Refusal {
    Refusal(
      status: .unauthorized, code: "E_CLOCK",
      message: Label(
        "Hodiny počítače se rozcházejí se serverem o víc než 5 minut; seřiďte je.",
        "The clock of the computer is more than 5 minutes off; set it."),
      headers: [("Soulad-Time", String(now))])
  }

  /// Too much within too short a time.
  static func tooMany(wait: Int64) -> Refusal {
    Refusal(
      status: .tooManyRequests, code: "E_TOO_MANY",
      message: Label(
        "Příliš mnoho požadavků; počkejte \(wait) s.", "Too many requests; wait \(wait) s."),
      headers: [("Retry-After", String(wait))])
  }

  /// A hub that has its hands full.
  static let busy = Refusal(
    status: .serviceUnavailable, code: "E_LOCKED",
    message: Label(
      "Server má právě plno; zkuste to za chvíli.", "The hub is full right now; try again soon."),
    headers: [("Retry-After", "5")])

  /// A body that is larger than allowed.
  static let tooBig = Refusal(
    status: .contentTooLarge, code: "E_TOO_BIG",
    message: Label("Zpráva je větší, než je dovoleno.", "The message is larger than allowed."))

  /// An address or headers that are larger than allowed; which of them is not told apart.
  static let headersTooBig = Refusal(
    status: .badRequest, code: "E_TOO_BIG",
    message: Label("Hlavičky jsou větší, než je dovoleno.", "The headers are larger than allowed."))

  /// Bytes that are no request.
  static let notARequest = Refusal(
    status: .badRequest, code: "E_HTTP",
    message: Label("Tohle není požadavek HTTP.", "This is no HTTP request."))

  /// A parameter or a body that does not say what it must.
  static func badRequest(_ czech: String, _ english: String) -> Refusal {
    Refusal(status: .badRequest, code: "E_USAGE", message: Label(czech, english))
  }
}
