public import Domain

/// A field that takes many values: an insertion beats a removal that had not seen it (the optimised
/// observed-remove set of Bieniusa and others, 2012).
///
/// What a person removed does not come back because a machine finds it again: the removal is
/// remembered until a person inserts the value in its knowledge.
public struct AddWinsSet: Sendable {
  /// One insertion that no removal has taken away.
  public struct Insertion: Hashable, Sendable {
    /// The change that inserted.
    public let dot: Dot
    /// Whether a person stands behind it.
    public let isPerson: Bool
  }

  /// A value with what is known of it.
  public struct Element: Sendable {
    /// The value.
    public let value: FieldValue
    /// The live insertions, sorted by dot.
    public internal(set) var insertions: ShortList<Insertion> = []
    /// Removals by persons that no person has since revoked, sorted.
    public internal(set) var rejections: [Dot] = []

    /// The dots of the live insertions, sorted.
    public var dots: [Dot] { insertions.map(\.dot) }

    /// Whether the value is in the set: a person inserted it, or a machine did and no person
    /// objects.
    public var isPresent: Bool {
      rejections.isEmpty
        ? !insertions.isEmpty : insertions.contains { $0.isPerson }
    }
  }

  /// The values with their insertions, sorted by value; also those that persons keep out.
  public private(set) var elements: [Element]

  /// Creates an empty set.
  public init() {
    elements = []
  }

  init(elements: [Element]) {
    self.elements = elements
  }

  /// The values in the set, sorted.
  public var values: [FieldValue] {
    elements.lazy.filter(\.isPresent).map(\.value)
  }

  /// The element of a value; logarithmic.
  func element(_ value: FieldValue) -> Element? {
    let place = place(of: value)
    return isElement(at: place, value) ? elements[place] : nil
  }

  mutating func insert(_ value: FieldValue, in context: WriteContext) {
    let place = place(of: value)
    if !isElement(at: place, value) { elements.insert(Element(value: value), at: place) }
    let insertion = Insertion(dot: context.dot, isPerson: context.isPerson)
    elements[place].insertions.insertSorted(insertion, by: \.dot)
    if context.isPerson {
      elements[place].rejections.removeAll { context.hasSeen($0) }
    }
  }

  mutating func remove(_ value: FieldValue, seeing dots: [Dot], in context: WriteContext) {
    let place = place(of: value)
    if !isElement(at: place, value) { elements.insert(Element(value: value), at: place) }
    let named = DotSet(dots)
    elements[place].insertions.removeAll { insertion in
      named.contains(insertion.dot)
        && context.replaces(insertion.dot, byPerson: insertion.isPerson)
    }
    if context.isPerson {
      elements[place].rejections.removeAll { context.hasSeen($0) }
      elements[place].rejections.insertSorted(context.dot, by: \.self)
    }
    if elements[place].insertions.isEmpty, elements[place].rejections.isEmpty {
      elements.remove(at: place)
    }
  }

  /// Takes insertions away without anybody's having objected to the value.
  mutating func withdraw(_ dots: [Dot], in context: WriteContext) {
    let named = DotSet(dots)
    for place in elements.indices {
      elements[place].insertions.removeAll { insertion in
        named.contains(insertion.dot)
          && context.replaces(insertion.dot, byPerson: insertion.isPerson)
      }
    }
    elements.removeAll { $0.insertions.isEmpty && $0.rejections.isEmpty }
  }

  private func isElement(at place: Int, _ value: FieldValue) -> Bool {
    place < elements.count && elements[place].value.hasSameBytes(as: value)
  }

  private func place(of value: FieldValue) -> Int {
    var low = 0
    var high = elements.count
    while low < high {
      let middle = (low + high) / 2
      if elements[middle].value < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Array {
  /// Inserts an element at its place in an array that is sorted by `key`, unless the key is there.
  mutating func insertSorted<Key: Comparable>(_ element: Element, by key: (Element) -> Key) {
    if let place = placeToInsert(key(element), by: key) { insert(element, at: place) }
  }
}

extension RandomAccessCollection where Index == Int {
  /// Where an element belongs in what is sorted by `key`; `nil` where the key is there.
  func placeToInsert<Key: Comparable>(_ wanted: Key, by key: (Element) -> Key) -> Int? {
    let place = firstIndex { key($0) >= wanted } ?? endIndex
    return place < endIndex && key(self[place]) == wanted ? nil : place
  }
}
