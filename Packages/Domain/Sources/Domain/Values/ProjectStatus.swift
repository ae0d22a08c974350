/// Where a project stands on its way from an idea to its end.
public enum ProjectStatus: String, Choice {
  /// Being written.
  case inPreparation = "in-preparation"
  /// Handed in to a call.
  case submitted
  /// Being judged.
  case inEvaluation = "in-evaluation"
  /// Accepted for support.
  case approved
  /// Refused.
  case rejected
  /// Being carried out.
  case running
  /// Carried out.
  case finished
  /// Given up.
  case cancelled

  /// What people read.
  public var label: Label {
    switch self {
    case .inPreparation: Label("připravuje se", "in preparation")
    case .submitted: Label("podán", "submitted")
    case .inEvaluation: Label("v hodnocení", "in evaluation")
    case .approved: Label("schválen", "approved")
    case .rejected: Label("neschválen", "rejected")
    case .running: Label("v realizaci", "running")
    case .finished: Label("ukončen", "finished")
    case .cancelled: Label("zrušen", "cancelled")
    }
  }
}
