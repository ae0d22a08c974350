/// Counted nouns: Czech has three forms, English two.
public enum Plural {
  /// `1 dokument`, `2 dokumenty`, `5 dokumentů`.
  public static func czech(_ count: Int, _ one: String, _ few: String, _ many: String) -> String {
    switch count {
    case 1: "\(count) \(one)"
    case 2...4: "\(count) \(few)"
    default: "\(count) \(many)"
    }
  }

  /// `1 document`, `2 documents`.
  public static func english(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }
}
