/// Something an extractor found and that a person should look at before it counts.
public struct ExtractedDoubt: Hashable, Sendable {
  /// The list that it would stand in, as `organizations`.
  public var category: String
  /// What was found, with its place.
  public var value: Fact<String>

  /// Creates a doubt about a finding.
  public init(category: String, value: Fact<String>) {
    self.category = category
    self.value = value
  }
}
