import Desk
import HTTPTypes
import SyncHTTP

extension Gatekeeper.Credentials {
  /// Reads what a request says of itself.
  init(_ asked: Asked) {
    let fields = asked.headers
    let header = { (name: String) in
      HTTPField.Name(name).flatMap { fields[values: $0].count == 1 ? fields[$0] : nil }
    }
    target = RequestSignature.Target(
      method: asked.head.method.rawValue, path: asked.path, query: asked.query)
    isSigned = Gatekeeper.Credentials.isSigned(fields)
    signature = isSigned ? RequestSignature(header) : nil
    token = fields[.authorization].map { Gatekeeper.Credentials.token(in: $0) }
    isFromElsewhere =
      Gatekeeper.Credentials.forwardingNames.contains { fields.contains($0) }
      || !Gatekeeper.Credentials.isMeantForThisMachine(asked)
    client = ClientAddress.of(asked)
  }

  /// Whether a request carries the headers of a signature, readable or not.
  static func isSigned(_ fields: HTTPFields) -> Bool {
    signingNames.contains { fields.contains($0) }
  }

  /// Whether whoever asks calls this machine by its own name. A browser that somebody else's page
  /// sent names that page, or a host that only pretends to be this machine.
  private static func isMeantForThisMachine(_ asked: Asked) -> Bool {
    guard ClientAddress.isLoopback(host(of: asked.head.authority ?? "")) else { return false }
    guard let page = origin.flatMap({ asked.headers[$0] }) else { return true }
    return page.split(separator: "/", omittingEmptySubsequences: false).last.map {
      ClientAddress.isLoopback(host(of: String($0)))
    } ?? false
  }

  /// The host of an authority, without its port (RFC 3986, section 3.2).
  private static func host(of authority: String) -> String {
    if authority.hasPrefix("[") { return String(authority.dropFirst().prefix { $0 != "]" }) }
    return String(authority.prefix { $0 != ":" })
  }

  private static let origin = HTTPField.Name("Origin")

  private static let signingNames = RequestSignature.headerNames.dropFirst().compactMap {
    HTTPField.Name($0)
  }
  private static let forwardingNames = [
    "Forwarded", "X-Forwarded-For", "X-Real-IP", "Via",
  ].compactMap { HTTPField.Name($0) }

  /// The token of an `Authorization` header: as bearer, or as the password that a browser asks for.
  private static func token(in value: String) -> String {
    let parts = value.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, value.utf8.count <= 512 else { return "" }
    switch parts[0].lowercased() {
    case "bearer": return String(parts[1])
    case "basic":
      guard let pair = BasicPassword.decode(parts[1]) else { return "" }
      return pair
    default: return ""
    }
  }
}
