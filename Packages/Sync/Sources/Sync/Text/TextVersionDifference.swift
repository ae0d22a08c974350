/// The stretches of edits that one version of a text has and another has not.
struct TextVersionDifference {
  /// Those of the first version alone, descending.
  private(set) var onlyFirst: [Int32] = []
  /// Those of the second version alone, descending.
  private(set) var onlySecond: [Int32] = []
  /// Stretches to look at, the greatest on top: four times the stretch, and 1 when the first
  /// version has it, 2 when the second has, 3 when both have.
  private var heap: [Int] = []
  /// How many of them are not known to both.
  private var open = 0

  /// Finds what is different; the time is that of the stretches since the versions parted.
  mutating func find(_ first: [Int32], _ second: ArraySlice<Int32>, in stretches: TextStretches) {
    onlyFirst.removeAll(keepingCapacity: true)
    onlySecond.removeAll(keepingCapacity: true)
    heap.removeAll(keepingCapacity: true)
    open = 0
    for stretch in first { push(Int(stretch) << 2 | 1) }
    for stretch in second { push(Int(stretch) << 2 | 2) }
    while open > 0 {
      let top = pop()
      let stretch = top >> 2
      var owners = top & 3
      while let next = heap.first, next >> 2 == stretch { owners |= pop() & 3 }
      if owners == 1 { onlyFirst.append(Int32(stretch)) }
      if owners == 2 { onlySecond.append(Int32(stretch)) }
      for parent in stretches.parentRange(of: stretch) {
        push(stretches.parent(at: parent) << 2 | owners)
      }
    }
  }

  private mutating func push(_ entry: Int) {
    if entry & 3 != 3 { open += 1 }
    var place = heap.count
    heap.append(entry)
    while place > 0 {
      let above = (place - 1) / 2
      if heap[above] >= entry { break }
      heap[place] = heap[above]
      place = above
    }
    heap[place] = entry
  }

  /// Takes the top off a heap that is not empty.
  private mutating func pop() -> Int {
    let top = heap[0]
    let last = heap.removeLast()
    if top & 3 != 3 { open -= 1 }
    if heap.isEmpty { return top }
    var place = 0
    while true {
      var below = place * 2 + 1
      if below >= heap.count { break }
      if below + 1 < heap.count, heap[below + 1] > heap[below] { below += 1 }
      if heap[below] <= last { break }
      heap[place] = heap[below]
      place = below
    }
    heap[place] = last
    return top
  }
}
