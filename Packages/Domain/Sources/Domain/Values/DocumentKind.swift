/// What a document is.
public enum DocumentKind: String, Choice {
  /// Minutes of a meeting.
  case minutes
  /// An agreement on cooperation, with commitments.
  case agreement
  /// An invitation to a meeting that has not happened.
  case invitation
  /// A bare list of resolutions.
  case resolutions
  /// An article or a report about something.
  case article
  /// None of the kinds above.
  case other

  /// What people read.
  public var label: Label {
    switch self {
    case .minutes: Label("zápis", "minutes")
    case .agreement: Label("popis spolupráce", "agreement")
    case .invitation: Label("pozvánka", "invitation")
    case .resolutions: Label("výpis usnesení", "list of resolutions")
    case .article: Label("článek", "article")
    case .other: Label("jiný dokument", "other document")
    }
  }
}
