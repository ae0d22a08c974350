import Domain
import Storage

extension ErrorReport {
  /// Describes why a member is not retired.
  init(membership error: MembershipError) {
    switch error {
    case .unknown(let name):
      self.init(
        "E_UNKNOWN", .noInput, place: name,
        Label(
          "Databázi „\(name)“ neznám; vypíše je soulad members.",
          "The database “\(name)” is not known; soulad members lists them."))
    case .ambiguous(let name):
      self.init(
        "E_UNKNOWN", .usage, place: name,
        Label(
          "Na „\(name)“ začíná víc databází; napište z identifikátoru víc.",
          "Several databases begin with “\(name)”; write more of the identifier."))
    case .isSelf(let replica):
      self.init(
        "E_USAGE", .usage, place: "\(replica)",
        Label(
          "Tuto databázi vyřadit nelze; udělá to jiný úřad ve své.",
          "This database cannot retire itself; another office does it in its own."))
    case .notActive(let replica):
      self.init(
        "E_EXISTS", .usage, place: "\(replica)",
        Label(
          "Na databázi \(replica.short) už nikdo nečeká.",
          "Nobody waits for the database \(replica.short) any more."))
    }
  }
}
