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
    self.init(host: String(argument[..<colon]), port: Int(port))
  }

  var defaultValueDescription: String { "\(host):\(port)" }
}
