/// Why no answer came over HTTP.
public enum HTTPTransportError: Error, Hashable, Sendable {
  /// The server could not be reached, or did not answer in time; the reason is the network's own
  /// word.
  case unreachable(reason: String)
  /// The server answered with something else than a message; the problem is the beginning of what
  /// it said.
  case refused(status: Int, problem: String)
  /// The answer is longer than a message may be.
  case tooLong
}
