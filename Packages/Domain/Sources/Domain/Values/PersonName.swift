/// A person's name in the nominative, *Given Surname*, with academic titles apart.
public struct PersonName: Hashable, Sendable {
  /// The given name or its initial, and the surname, without titles.
  public var name: String
  /// Titles written before the name, in order: `Mgr.`, `Ing.`
  public var titlesBefore: [String]
  /// Titles written after the name, in order: `DiS.`, `Ph.D.`
  public var titlesAfter: [String]

  /// Creates a name with its titles.
  public init(_ name: String, titlesBefore: [String] = [], titlesAfter: [String] = []) {
    self.name = name
    self.titlesBefore = titlesBefore
    self.titlesAfter = titlesAfter
  }
}

extension PersonName: CustomStringConvertible {
  /// The name as it is written on a letter: `Mgr. Jana Nováková, Ph.D.`
  public var description: String {
    let before = (titlesBefore + [name]).joined(separator: " ")
    return titlesAfter.isEmpty ? before : before + ", " + titlesAfter.joined(separator: " ")
  }
}
