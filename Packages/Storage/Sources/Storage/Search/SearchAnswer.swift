public import Domain

/// A question to the full text.
public struct SearchQuery: Sendable {
  /// What is looked for, as typed.
  public var text: String
  /// The names of regions to keep; empty keeps all.
  public var regions: [String]
  /// The most hits.
  public var limit: Int
  /// The hit that the page before ended with, as ``SearchAnswer/next`` gives it.
  public var after: String?
  /// Whether to say how all hits divide.
  public var withFacets: Bool

  /// Creates a question.
  public init(
    _ text: String, regions: [String] = [], limit: Int = 50, after: String? = nil,
    withFacets: Bool = true
  ) {
    self.withFacets = withFacets
    self.text = text
    self.regions = regions
    self.limit = limit
    self.after = after
  }
}

/// A page of hits, with how many there are and how they divide.
public struct SearchAnswer: Sendable {
  /// The hits of the page, the best first.
  public var hits: [SearchHit] = []
  /// How many lines were found; without facets, only as many as the page needed are looked for.
  public var total = 0
  /// Whether there are no more than that; very common words are counted so far only.
  public var isTotalExact = true
  /// How the hits divide by region, body, year and kind of document, the most first; empty where
  /// nobody asked.
  public var facets: [Facet] = []
  /// What was odd in the question.
  public var notes: [SearchNote] = []
  /// Where the next page starts; `nil` after the last hit.
  public var next: String?
}

/// A line of a document that a search found.
public struct SearchHit: Sendable {
  /// The document's record.
  public let document: RecordID
  /// The region that the document belongs to.
  public let region: String
  /// The document's file name.
  public let documentName: String
  /// The body whose meeting the document is about.
  public let body: String?
  /// The date of the document, as far as it is known.
  public let date: String?
  /// The place of the line in the document's plain text.
  public let range: SourceRange
  /// The line.
  public let text: String
  /// The places of the words that were found, in UTF-8 bytes of `text`.
  public let marks: [SourceRange]
  /// The part of the line around the words, of a few hundred bytes at most.
  public let snippet: SourceRange
}

/// How the rows of an answer divide by one column.
public struct Facet: Sendable, Hashable {
  /// The column.
  public let field: Field
  /// The values and how many rows have each, the most frequent first; `nil` where it is not stated.
  public let counts: [Count]
  /// How many values there are beside these.
  public let others: Int

  /// One value.
  public struct Count: Sendable, Hashable {
    /// The value as it is stored.
    public let value: String?
    /// How many rows have it.
    public let rows: Int
  }

  /// The most values that are listed.
  static let mostValues = 20

  /// Orders counts that were found.
  init(_ field: Field, _ counts: [String?: Int]) {
    let sorted = counts.map { Count(value: $0.key, rows: $0.value) }.sorted { left, right in
      guard left.rows == right.rows else { return left.rows > right.rows }
      return CzechCollation.areInOrder(left.value ?? "\u{17F}", right.value ?? "\u{17F}")
    }
    self.field = field
    self.counts = Array(sorted.prefix(Self.mostValues))
    others = max(0, sorted.count - Self.mostValues)
  }
}
