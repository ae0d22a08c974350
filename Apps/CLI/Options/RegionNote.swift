import Domain
import Storage
import Terminal

/// Tells who misspells the name of a region why nothing of it is found.
enum RegionNote {
  /// Writes a message for each of the names that nothing is known of.
  static func tell(of names: [String], in replica: Replica) throws {
    guard !names.isEmpty else { return }
    let known = try replica.regions()
    let folded = Set(known.map { Folding.fold($0) })
    for name in names where !folded.contains(Folding.fold(name)) {
      let near = Spelling.nearest(to: name, in: known)
      Console.message(
        Label(
          "Z území „\(name)“ tu není žádný dokument, jednání ani projekt"
            + "\(near.map { "; mysleli jste \($0)?" } ?? ".") Území vypíše soulad query regions.",
          "There is no document, meeting or project of the region “\(name)”"
            + "\(near.map { "; did you mean \($0)?" } ?? ".") soulad query regions lists them."))
    }
  }
}
