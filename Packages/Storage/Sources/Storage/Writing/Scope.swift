/// Who may have what is written.
public enum Scope: String, Sendable {
  /// All regions.
  case shared
  /// The own region alone: it is written into a log of its own, which leaves the office only for
  /// another of the same region, and nothing that is shared depends on it.
  case `internal`
}
