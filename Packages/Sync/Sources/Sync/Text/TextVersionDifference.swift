/// The edits that one version of a text has and another has not.
struct TextVersionDifference {
  /// Those of the first version alone, descending.
  private(set) var onlyFirst: [Int32] = []
  /// Those of the second version alone, descending.
  private(set) var onlySecond: [Int32] = []
  /// Edits to look at with who has them, the greatest on top.
  private var heap: [Entry] = []
  /// How many of them are not known to both.
  private var open = 0

  private struct Entry {
    let node: Int32
    /// 1: the first version has it; 2: the second; 3: both.
    var owners: UInt8
  }

  /// Finds what is different; the time is that of the edits since the versions parted.
  mutating func find(
    _ first: some Sequence<Int32>, _ second: some Sequence<Int32>, in history: TextHistory
  ) {
    onlyFirst.removeAll(keepingCapacity: true)
    onlySecond.removeAll(keepingCapacity: true)
    heap.removeAll(keepingCapacity: true)
    open = 0
    for node in first { push(Entry(node: node, owners: 1)) }
    for node in second { push(Entry(node: node, owners: 2)) }
    while open > 0, var entry = pop() {
      while let next = heap.first, next.node == entry.node {
        entry.owners |= next.owners
        _ = pop()
      }
      if entry.owners == 1 { onlyFirst.append(entry.node) }
      if entry.owners == 2 { onlySecond.append(entry.node) }
      for parent in history.parents(of: Int(entry.node)) {
        push(Entry(node: parent, owners: entry.owners))
      }
    }
  }

  private mutating func push(_ entry: Entry) {
    if entry.owners != 3 { open += 1 }
    heap.append(entry)
    var place = heap.count - 1
    while place > 0, heap[(place - 1) / 2].node < heap[place].node {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  private mutating func pop() -> Entry? {
    guard let top = heap.first, let last = heap.popLast() else { return nil }
    if top.owners != 3 { open -= 1 }
    if heap.isEmpty { return top }
    heap[0] = last
    var place = 0
    while true {
      var greatest = place
      for child in [place * 2 + 1, place * 2 + 2]
      where child < heap.count && heap[child].node > heap[greatest].node { greatest = child }
      if greatest == place { return top }
      heap.swapAt(place, greatest)
      place = greatest
    }
  }
}
