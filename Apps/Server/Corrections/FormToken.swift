/// What every form of a desk carries and no other site can read, so that nobody else's page makes a
/// browser of this machine write (the synchronizer token pattern of the OWASP cheat sheet on
/// cross-site request forgery). Another one for every run of the program.
struct FormToken: Sendable {
  /// The token as forms carry it.
  let text: String

  /// Makes a token of 128 random bits.
  init() {
    var random = SystemRandomNumberGenerator()
    text = [random.next() as UInt64, random.next()].map { half in
      let digits = String(half, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  /// Whether a form carries it; takes as long for any other text of its length.
  func isThat(of given: String) -> Bool {
    guard given.utf8.count == text.utf8.count else { return false }
    return zip(given.utf8, text.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
