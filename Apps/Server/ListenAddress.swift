import ArgumentParser

/// Where the server listens, as `127.0.0.1:8080`.
struct ListenAddress: ExpressibleByArgument, Sendable {
  /// The host or its address.
  let host: String
  /// The port; 0 lets the system pick.
  let port: Int

  init(host: String, port: Int) {
    self.host = host
    self.port = port
  }

  init?(argument: String) {
    guard let colon = argument.lastIndex(of: ":"), colon != argument.startIndex,
      let port = UInt16(argument[argument.index(after: colon)...])
    else { return nil }
    var host = argument[..<colon]
    // An IPv6 address stands in brackets (RFC 3986, section 3.2.2).
    if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
    self.init(host: String(host), port: Int(port))
  }

  /// The address as it stands in a URL.
  var description: String { "\(host.contains(":") ? "[\(host)]" : host):\(port)" }

  var defaultValueDescription: String { description }
}
