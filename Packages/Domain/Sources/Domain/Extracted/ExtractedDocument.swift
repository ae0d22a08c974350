/// What an extractor found in one document.
///
/// Nothing here is invented: what the document does not state is `nil` or an empty list.
public struct ExtractedDocument: Hashable, Sendable {
  /// The name and version of the extractor, as `soulad-extract/6`.
  public var extractor: String
  /// What the document is.
  public var kind: DocumentKind
  /// The title that the document bears.
  public var title: Fact<String>?
  /// The region that the document is about.
  public var region: Fact<String>?
  /// The number of the minutes.
  public var number: Fact<String>?
  /// The date of the meeting, or of the document where there is no meeting.
  public var date: Fact<CalendarPeriod>?
  /// The meeting; `nil` for a document that is not minutes.
  public var meeting: ExtractedMeeting?
  /// The meetings after the first one, in a file that holds the minutes of several.
  public var furtherMeetings: [ExtractedFurtherMeeting] = []
  /// The organisations, each once.
  public var organizations: [ExtractedOrganization]
  /// The projects, each once.
  public var projects: [ExtractedProject]
  /// The resolutions that the document holds or refers to.
  public var resolutions: [ExtractedResolution] = []
  /// The votes.
  public var votes: [ExtractedVote] = []
  /// The tasks.
  public var tasks: [ExtractedTask] = []
  /// The social services.
  public var services: [ExtractedService] = []
  /// The calls for proposals.
  public var calls: [ExtractedCall] = []
  /// The strategic documents.
  public var plans: [ExtractedPlan] = []
  /// The people with a role outside of attendance lists.
  public var people: [ExtractedPerson] = []
  /// Telephone numbers, e-mail and web addresses.
  public var contacts: [ExtractedContact] = []
  /// Events besides the meetings of the body.
  public var events: [ExtractedEvent] = []
  /// Quantities with a unit.
  public var figures: [ExtractedFigure] = []
  /// Additions to the minutes by somebody else.
  public var amendments: [ExtractedAmendment] = []
  /// What was found and is too uncertain for the lists above.
  public var review: [ExtractedDoubt] = []
  /// What an agreement states about itself; `nil` for any other document.
  public var agreement: ExtractedAgreement?

  /// Creates a result without findings.
  public init(extractor: String, kind: DocumentKind) {
    self.extractor = extractor
    self.kind = kind
    organizations = []
    projects = []
  }
}

/// An organisation as one document states it.
public struct ExtractedOrganization: Hashable, Sendable {
  /// The name with its legal form.
  public var name: Fact<String>
  /// The identification number, when it is right.
  public var ico: Fact<CompanyNumber>?
  /// The identification number as written, when it is wrong.
  public var icoAsWritten: Fact<String>?
  /// The seat.
  public var seat: Fact<String>?

  /// Creates an organisation known by its name.
  public init(name: Fact<String>) {
    self.name = name
  }
}

/// A project as one document states it.
public struct ExtractedProject: Hashable, Sendable {
  /// The name.
  public var name: Fact<String>
  /// Who carries it out.
  public var holder: Fact<String>?
  /// Where it stands; `nil` when the document does not say so plainly.
  public var status: Fact<ProjectStatus>?
  /// When it starts.
  public var start: Fact<CalendarPeriod>?
  /// When it ends.
  public var end: Fact<CalendarPeriod>?
  /// The registration number.
  public var registration: Fact<String>?
  /// The programme that pays for it.
  public var programme: Fact<String>?
  /// The call it was handed in to.
  public var call: Fact<String>?
  /// What it is about.
  public var themes: [Fact<Theme>]

  /// Creates a project known by its name.
  public init(name: Fact<String>) {
    self.name = name
    themes = []
  }
}
