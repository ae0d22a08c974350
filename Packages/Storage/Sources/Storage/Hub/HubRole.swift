/// What an office or a program may do at a hub; each role may do all that those before it may.
public enum HubRole: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Reads.
  case reader
  /// Delivers changes of its region.
  case editor
  /// Delivers changes of its region, and answers for it.
  case coordinator
  /// Does everything, rights included.
  case administrator

  /// Orders roles by what they may do.
  public static func < (left: Self, right: Self) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }
}

/// What a token of a program is good for.
public enum HubScope: String, Sendable, Hashable, CaseIterable {
  /// Questions.
  case read
  /// The figures of operation.
  case metrics
  /// Questions, figures and who has which rights.
  case administration
}
