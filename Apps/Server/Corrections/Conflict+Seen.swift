import Domain
import Storage
import Sync

extension Conflict {
  /// All that a question shows, as a form sends it back: another text where something came to it or
  /// went since.
  var seen: String {
    switch question {
    case .values(_, let candidates):
      Conflict.text(candidates.map { Conflict.text($0.author.change) })
    case .existence(let authors): Conflict.text(authors.map { Conflict.text($0.change) })
    case .sameness(let others): Conflict.text(others.map(\.record.description))
    case .references(let referrers): Conflict.text(referrers.map(\.record.description))
    }
  }

  private static func text(_ parts: [String]) -> String { parts.sorted().joined(separator: " ") }

  private static func text(_ change: Dot) -> String { "\(change.replica)/\(change.sequence)" }
}
