/// The keys of names that were met lately: the same few organisations and bodies are named in
/// minutes after minutes.
struct EntityKeyCache {
  private static let mostNames = 1 << 14
  private var keys: [String: String] = [:]

  /// Knows no name yet.
  init() {}

  /// The key of a name.
  mutating func key(_ name: String) -> String {
    if let known = keys[name] { return known }
    if keys.count >= Self.mostNames { keys.removeAll(keepingCapacity: true) }
    let key = EntityKey.key(name)
    keys[name] = key
    return key
  }
}
