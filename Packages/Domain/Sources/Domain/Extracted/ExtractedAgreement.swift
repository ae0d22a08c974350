/// What an agreement on cooperation states about itself.
public struct ExtractedAgreement: Hashable, Sendable {
  /// The seat of the municipality.
  public var seat: Fact<String>?
  /// The identification number of the municipality.
  public var ico: Fact<CompanyNumber>?
  /// The first year of validity.
  public var validFrom: Fact<CalendarPeriod>?
  /// The last year of validity.
  public var validTo: Fact<CalendarPeriod>?
  /// What the parties promise to do.
  public var commitments: [ExtractedCommitment]

  /// Creates an agreement of which nothing is known.
  public init() {
    commitments = []
  }
}
