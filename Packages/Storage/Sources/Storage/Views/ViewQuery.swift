/// A question to a view or to the records of a kind.
public struct ViewQuery: Sendable {
  /// The names of regions to keep; empty keeps all. Case and diacritics do not matter.
  public var regions: [String]
  /// Conditions that a row must all meet.
  public var filters: [RowFilter]
  /// The most rows; `nil` for all.
  public var limit: Int?
  /// The row that the page before ended with, as ``ViewAnswer/next`` gives it.
  public var after: String?
  /// Whether to count all rows, and how they divide.
  public var withFacets: Bool
  /// Whether to load the places that prove the rows of the page.
  public var withEvidence: Bool

  /// Creates a question.
  public init(
    regions: [String] = [], filters: [RowFilter] = [], limit: Int? = nil, after: String? = nil,
    withFacets: Bool = false, withEvidence: Bool = true
  ) {
    self.regions = regions
    self.filters = filters
    self.limit = limit
    self.after = after
    self.withFacets = withFacets
    self.withEvidence = withEvidence
  }
}

/// A page of rows, and what is known of all of them.
public struct ViewAnswer: Sendable {
  /// The rows of the page.
  public var rows: [ViewRow] = []
  /// How many rows there are; the number of those read so far where they were not counted.
  public var total = 0
  /// How all rows divide by some of the columns; empty where nobody asked.
  public var facets: [Facet] = []
  /// Where the next page starts; `nil` after the last row.
  public var next: String?
}
