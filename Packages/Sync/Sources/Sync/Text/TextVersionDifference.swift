/// The stretches of edits that one version of a text has and another has not.
struct TextVersionDifference {
  /// Those of the first version alone, descending.
  private(set) var onlyFirst: [Int32] = []
  /// Those of the second version alone, descending.
  private(set) var onlySecond: [Int32] = []
  /// Stretches to look at, ascending: four times the stretch, and 1 when the first version has it,
  /// 2 when the second has, 3 when both have. There are few, and what is put in is among the
  /// greatest as a rule.
  private var waiting: [Int] = []
  /// How many of them are not known to both.
  private var open = 0

  /// Finds what is different; the time is that of the stretches since the versions parted.
  mutating func find(_ first: [Int32], _ second: ArraySlice<Int32>, in stretches: TextStretches) {
    onlyFirst.removeAll(keepingCapacity: true)
    onlySecond.removeAll(keepingCapacity: true)
    waiting.removeAll(keepingCapacity: true)
    open = 0
    for stretch in first { push(Int(stretch), 1) }
    for stretch in second { push(Int(stretch), 2) }
    while open > 0, let top = waiting.popLast() {
      let (stretch, owners) = (top >> 2, top & 3)
      if owners != 3 { open -= 1 }
      if owners == 1 { onlyFirst.append(Int32(stretch)) }
      if owners == 2 { onlySecond.append(Int32(stretch)) }
      for parent in stretches.parentRange(of: stretch) {
        push(stretches.parent(at: parent), owners)
      }
    }
  }

  private mutating func push(_ stretch: Int, _ owners: Int) {
    let entry = stretch << 2
    var place = waiting.count
    while place > 0, waiting[place - 1] > entry | 3 { place -= 1 }
    guard place > 0, waiting[place - 1] >= entry else {
      waiting.insert(entry | owners, at: place)
      if owners != 3 { open += 1 }
      return
    }
    let known = waiting[place - 1]
    waiting[place - 1] = known | owners
    if known & 3 != 3, (known | owners) & 3 == 3 { open -= 1 }
  }
}
