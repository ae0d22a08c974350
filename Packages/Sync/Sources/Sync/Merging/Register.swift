import Domain

/// A field that takes one value: every write that no later write has replaced, of which one is
/// shown.
///
/// A write names the dots that it replaces, so what is concurrent is known and not guessed from
/// clocks.
public struct Register: Sendable {
  /// The values, sorted by dot.
  public private(set) var siblings: ShortList<Sibling>

  /// Creates a register without a value.
  public init() {
    siblings = []
  }

  init(siblings: [Sibling]) {
    self.siblings = ShortList(siblings)
  }

  /// The value to show: a person's before a machine's, then the latest, then that of the greatest
  /// dot.
  public var shown: Sibling? {
    siblings.count < 2 ? siblings.first : siblings.min { $0.isShownBefore($1) }
  }

  /// The values that a person must choose between, one sibling each, the shown one first: what
  /// persons wrote if any did, otherwise what machines wrote.
  ///
  /// Empty when they agree.
  public var competing: [Sibling] {
    guard siblings.count > 1 else { return [] }
    let isPersons = siblings.contains { $0.isPerson }
    var distinct: [Sibling] = []
    for sibling in siblings.sorted(by: { $0.isShownBefore($1) }) where sibling.isPerson == isPersons
    {
      if !distinct.contains(where: sibling.hasSameValue) { distinct.append(sibling) }
    }
    return distinct.count > 1 ? distinct : []
  }

  /// Applies a write.
  ///
  /// A replaced dot that the write cannot have seen stays, and so does a person's value under a
  /// machine's write.
  mutating func assign(_ value: FieldValue?, replacing dots: [Dot], in context: WriteContext) {
    remove(dots, in: context)
    let place = siblings.firstIndex { context.dot <= $0.dot } ?? siblings.count
    if place < siblings.count, siblings[place].dot == context.dot { return }
    let sibling = Sibling(
      dot: context.dot, timestamp: context.timestamp, isPerson: context.isPerson, value: value)
    siblings.insert(sibling, at: place)
  }

  /// Takes values away that the change has seen and may take.
  mutating func remove(_ dots: [Dot], in context: WriteContext) {
    if siblings.isEmpty || dots.isEmpty { return }
    let named = DotSet(dots)
    siblings.removeAll { sibling in
      named.contains(sibling.dot) && context.replaces(sibling.dot, byPerson: sibling.isPerson)
    }
  }
}

/// Dots to look up in: few as they are, many hashed, so that a hostile list costs no more than its
/// length.
enum DotSet {
  case few([Dot])
  case many(Set<Dot>)

  init(_ dots: [Dot]) {
    self = dots.count <= 8 ? .few(dots) : .many(Set(dots))
  }

  func contains(_ dot: Dot) -> Bool {
    switch self {
    case .few(let dots): dots.contains(dot)
    case .many(let dots): dots.contains(dot)
    }
  }
}
