/// The random numbers of requests, remembered for as long as a request of their time is accepted,
/// so that none is accepted twice.
struct NonceMemory {
  /// How far the clock of a request may be off, in seconds.
  static let allowedSkew: Int64 = 300
  /// How many are remembered; more than a hub answers within the time.
  private static let most = 1 << 20

  private var young: Set<String> = []
  private var old: Set<String> = []
  private var turned: Int64

  /// - Parameter now: Seconds since 1970.
  init(now: Int64) { turned = now }

  /// Whether a number is new; it is remembered from now on. Full memory refuses everything rather
  /// than forget.
  mutating func remembers(new nonce: String, now: Int64) -> Bool {
    // A request is good from the skew before its time to the skew after it.
    if now - turned > 2 * Self.allowedSkew || now < turned {
      (old, young, turned) = (young, [], now)
    }
    guard young.count < Self.most, !old.contains(nonce) else { return false }
    return young.insert(nonce).inserted
  }
}
