/// How words stand out from those around them.
public struct Emphasis: OptionSet, Sendable, Hashable {
  /// One bit for each kind.
  public let rawValue: UInt8

  /// Creates a set from bits.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Bold.
  public static let bold = Emphasis(rawValue: 1)
  /// Italic.
  public static let italic = Emphasis(rawValue: 2)
  /// Struck through, and yet part of the text.
  public static let struck = Emphasis(rawValue: 4)
  /// Underlined.
  public static let underlined = Emphasis(rawValue: 8)
  /// Raised, as the 2 of m².
  public static let raised = Emphasis(rawValue: 16)
  /// Lowered, as the 2 of CO₂.
  public static let lowered = Emphasis(rawValue: 32)
}
