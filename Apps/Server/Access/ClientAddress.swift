import HTTPTypes
import Hummingbird

/// Where a request comes from, as far as limits are kept by it.
enum ClientAddress {
  /// The address of the connection, or, from a proxy on this machine, the one that it names last:
  /// those before it could be anybody's invention.
  static func of(_ request: Request, _ context: HubContext) -> String {
    guard isLoopback(context.peer), let name = header,
      let last = request.headers[values: name].last?.split(separator: ",").last
    else { return network(context.peer) }
    let named = last.filter { !$0.isWhitespace }
    return named.utf8.count <= 45 ? network(String(named)) : network(context.peer)
  }

  private static let header = HTTPField.Name("X-Forwarded-For")

  /// Whether an address is of this machine.
  static func isLoopback(_ address: String) -> Bool {
    address.hasPrefix("127.") || address == "::1" || address.hasPrefix("::ffff:127.")
      || address == "localhost"
  }

  /// A household or an office has a whole /64 of IPv6 (RFC 6177), and is one client.
  private static func network(_ address: String) -> String {
    guard address.contains(":"), !address.hasPrefix("::ffff:") else { return address }
    return address.split(separator: ":", omittingEmptySubsequences: false).prefix(4)
      .joined(separator: ":")
  }
}
