/// A resolution as one document states it.
public struct ExtractedResolution: Hashable, Sendable {
  /// The number as written, `12/2020`; `nil` when it has none.
  public var number: Fact<String>?
  /// What was resolved, in its first clause; `nil` when the document only refers to the resolution.
  public var text: Fact<String>?
  /// The whole text, where the first clause is not all of it.
  public var fullText: Fact<String>?
  /// When it was passed.
  public var date: Fact<CalendarPeriod>?
  /// The body that passed it.
  public var body: Fact<String>?

  /// Creates a resolution of which nothing is known.
  public init() {}
}

/// A vote with its counts.
public struct ExtractedVote: Hashable, Sendable {
  /// What was voted on.
  public var text: Fact<String>
  /// The votes in favour.
  public var inFavour: Fact<Int>
  /// The votes against.
  public var against: Fact<Int>
  /// The abstentions.
  public var abstained: Fact<Int>

  /// Creates a vote.
  public init(
    text: Fact<String>, inFavour: Fact<Int>, against: Fact<Int>, abstained: Fact<Int>
  ) {
    self.text = text
    self.inFavour = inFavour
    self.against = against
    self.abstained = abstained
  }
}

/// A task that somebody was given.
public struct ExtractedTask: Hashable, Sendable {
  /// What is to be done.
  public var text: Fact<String>
  /// Who is to do it, as written.
  public var responsible: Fact<String>?
  /// Until when.
  public var due: Fact<CalendarPeriod>?

  /// Creates a task.
  public init(text: Fact<String>) {
    self.text = text
  }
}

/// What a party to an agreement promises to do.
public struct ExtractedCommitment: Hashable, Sendable {
  /// The activity, as the agreement's table names it.
  public var activity: Fact<String>
  /// What it leaves behind, as a report.
  public var output: Fact<String>?
  /// What happens repeatedly, as a meeting.
  public var what: Fact<String>?
  /// How many times at least.
  public var atLeast: Fact<Int>?
  /// The period that the number of times is meant for: `year` or `agreement`.
  public var per: String?
  /// Until when.
  public var due: Fact<CalendarPeriod>?
  /// How many persons take part.
  public var persons: Fact<Int>?
  /// How many events there are.
  public var events: Fact<Int>?
  /// How many hours.
  public var hours: Fact<Int>?
  /// How many of the hours at most from a distance.
  public var maximumDistanceHours: Fact<Int>?

  /// Creates a commitment to an activity.
  public init(activity: Fact<String>) {
    self.activity = activity
  }
}
