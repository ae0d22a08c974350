import HTTPTypes

/// Where a request comes from, as far as limits are kept by it.
enum ClientAddress {
  /// The address of the connection, or, from a proxy on this machine, the one that it names last:
  /// those before it could be anybody's invention.
  static func of(_ asked: Asked) -> String {
    guard isLoopback(asked.peer), let name = header,
      let last = asked.headers[values: name].last?.split(separator: ",").last
    else { return network(asked.peer) }
    let named = last.filter { !$0.isWhitespace }
    return named.utf8.count <= 45 ? network(String(named)) : network(asked.peer)
  }

  private static let header = HTTPField.Name("X-Forwarded-For")

  /// Whether an address is of this machine; a name that only begins like one is not.
  static func isLoopback(_ address: String) -> Bool {
    if address.hasPrefix("127.") || address.hasPrefix("::ffff:127.") {
      return address.utf8.allSatisfy { byte in
        byte &- UInt8(ascii: "0") < 10 || ".:f".utf8.contains(byte)
      }
    }
    return address == "::1" || address.lowercased() == "localhost"
  }

  /// A household or an office has a whole /64 of IPv6 (RFC 6177), and is one client. Zeros that
  /// are left out between the colons count (RFC 4291, section 2.2).
  private static func network(_ address: String) -> String {
    guard address.contains(":"), !address.hasPrefix("::ffff:") else { return address }
    let groups = address.prefix { $0 != "%" }
      .split(separator: ":", omittingEmptySubsequences: false)
    guard let gap = groups.firstIndex(of: "") else { return networkText(groups) }
    let (first, last) = (groups[..<gap], groups[gap...].drop { $0.isEmpty })
    let zeros = Array(repeating: Substring("0"), count: max(0, 8 - first.count - last.count))
    return networkText(first + zeros + last)
  }

  private static func networkText(_ groups: some Sequence<Substring>) -> String {
    groups.prefix(4).joined(separator: ":")
  }
}
