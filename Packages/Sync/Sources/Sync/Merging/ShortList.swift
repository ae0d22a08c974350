/// A list that mostly has one element, which then stands in its place and not in memory of its own:
/// a field has one value nearly always, and records have many fields.
public struct ShortList<Element: Sendable>: Sendable {
  private enum Storage: Sendable {
    case none
    case one(Element)
    case several([Element])
  }

  private var storage: Storage

  /// Creates an empty list.
  public init() { storage = .none }

  /// Creates a list of these elements; linear in their number.
  public init(_ elements: [Element]) {
    storage =
      switch elements.count {
      case 0: .none
      case 1: .one(elements[0])
      default: .several(elements)
      }
  }

  /// Puts an element at a place; linear in what comes after it.
  mutating func insert(_ element: Element, at place: Int) {
    switch storage {
    case .none: storage = .one(element)
    case .one(let other): storage = .several(place == 0 ? [element, other] : [other, element])
    case .several(var elements):
      // So that the array is changed in its place and not copied.
      storage = .none
      elements.insert(element, at: place)
      storage = .several(elements)
    }
  }

  /// Takes elements out; linear.
  mutating func removeAll(where isGone: (Element) -> Bool) {
    switch storage {
    case .none: break
    case .one(let element): if isGone(element) { storage = .none }
    case .several(let elements): self = ShortList(elements.filter { !isGone($0) })
    }
  }

  /// Inserts an element at its place in a list that is sorted by `key`, unless the key is there.
  mutating func insertSorted<Key: Comparable>(_ element: Element, by key: (Element) -> Key) {
    if let place = placeToInsert(key(element), by: key) { insert(element, at: place) }
  }
}

extension ShortList: RandomAccessCollection {
  /// The place of the first element.
  public var startIndex: Int { 0 }

  /// The place after the last element.
  public var endIndex: Int {
    switch storage {
    case .none: 0
    case .one: 1
    case .several(let elements): elements.count
    }
  }

  /// The element at a place that the list has.
  public subscript(place: Int) -> Element {
    switch storage {
    case .one(let element) where place == 0: element
    case .several(let elements): elements[place]
    case .none, .one: preconditionFailure("the list has no element there")
    }
  }
}

extension ShortList: ExpressibleByArrayLiteral {
  /// Creates a list of the elements that are written.
  public init(arrayLiteral elements: Element...) { self.init(elements) }
}
