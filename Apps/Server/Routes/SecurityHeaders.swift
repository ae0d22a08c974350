import HTTPTypes
import Hummingbird

/// Headers that every response bears: nothing is loaded from elsewhere, no script runs, nobody
/// frames a page.
struct SecurityHeaders: RouterMiddleware {
  func handle(
    _ request: Request, context: BasicRequestContext,
    next: (Request, BasicRequestContext) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    for (name, value) in SecurityHeaders.headers { response.headers[name] = value }
    return response
  }

  private static let headers: [(HTTPField.Name, String)] = {
    let named: [(String, String)] = [
      (
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'"
      ),
      ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"),
    ]
    return named.compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }
  }()
}
