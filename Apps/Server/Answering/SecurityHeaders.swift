import HTTPTypes

/// Headers that every response bears: nothing is loaded from elsewhere, no script runs, nobody
/// frames a page, and nothing is kept by others that does not say so itself.
struct SecurityHeaders: Sendable {
  private let headers: [HTTPField]

  /// - Parameter isSecure: Whether browsers shall come by TLS only from now on (RFC 6797).
  init(isSecure: Bool) {
    let secure = [("Strict-Transport-Security", "max-age=31536000")]
    headers = (SecurityHeaders.always + (isSecure ? secure : [])).compactMap { name, value in
      HTTPField.Name(name).map { HTTPField(name: $0, value: value) }
    }
  }

  /// Adds them to those of an answer.
  func complete(_ fields: inout HTTPFields) {
    for header in headers { fields.append(header) }
    if fields[.cacheControl] == nil { fields[.cacheControl] = "no-store" }
  }

  private static let always: [(String, String)] = [
    (
      "Content-Security-Policy",
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none';"
        + " frame-ancestors 'none'"
    ),
    ("X-Content-Type-Options", "nosniff"),
    // With `no-referrer` browsers would send `Origin: null` with the forms of a desk.
    ("Referrer-Policy", "same-origin"),
    ("X-Frame-Options", "DENY"), ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "interest-cohort=()"),
  ]
}
