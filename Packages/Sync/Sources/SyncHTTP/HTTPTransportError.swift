/// Why no answer came over HTTP.
public enum HTTPTransportError: Error, Hashable, Sendable {
  /// The server could not be reached, or did not answer in time; the reason is the network's own
  /// word.
  case unreachable(reason: String)
  /// The server showed a certificate that is not trusted; the reason is the TLS library's word.
  case untrusted(reason: String)
  /// The file with the certificates of trusted authorities cannot be used.
  case badAuthorities(path: String)
  /// The server answered with something else than a message; the problem is the beginning of what
  /// it said.
  case refused(status: Int, problem: String)
  /// The answer is longer than a message may be.
  case tooLong
}
