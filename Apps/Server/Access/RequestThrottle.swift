/// How many requests a client may make: so many a second, and four times as many at once (a token
/// bucket).
struct RequestThrottle {
  private static let mostClients = 10_000

  private struct Bucket {
    var left: Double
    var seen: ContinuousClock.Instant
  }

  private let rate: Double
  private var buckets: [String: Bucket] = [:]

  /// - Parameter rate: Requests a second.
  init(rate: Int) { self.rate = Double(rate) }

  /// Whether a client may make one more request now.
  mutating func allows(_ client: String, at now: ContinuousClock.Instant) -> Bool {
    if buckets.count >= Self.mostClients, buckets[client] == nil {
      // Whoever was quiet long enough to have a full bucket loses nothing.
      buckets = buckets.filter { now - $0.value.seen < .seconds(4) }
      guard buckets.count < Self.mostClients else { return false }
    }
    var bucket = buckets[client] ?? Bucket(left: rate * 4, seen: now)
    bucket.left = min(rate * 4, bucket.left + rate * ((now - bucket.seen) / .seconds(1)))
    bucket.seen = now
    let isAllowed = bucket.left >= 1
    if isAllowed { bucket.left -= 1 }
    buckets[client] = bucket
    return isAllowed
  }
}
