/// Who stands behind a value. A person's value beats a machine's, whatever the time.
public enum Origin: Hashable, Sendable {
  /// An extractor, by its name and version.
  case machine(extractor: String)
  /// A person who wrote or confirmed the value; the name is as the office set it, or empty.
  case person(name: String)

  /// Whether a person stands behind the value.
  public var isPerson: Bool {
    if case .person = self { true } else { false }
  }

  /// The name of the person or the extractor.
  public var name: String {
    switch self {
    case .machine(let extractor): extractor
    case .person(let name): name
    }
  }
}
