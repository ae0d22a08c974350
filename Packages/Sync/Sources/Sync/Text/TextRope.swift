/// A text that is edited by position: runs of scalars, found by their summed lengths.
///
/// An edit takes logarithmic time and that of the scalars that it touches.
struct TextRope: Sendable {
  /// The scalars that a run holds before it is cut.
  private static let longest = 1024

  private var runs: [[Unicode.Scalar]] = [[]]
  private var sums = PrefixSums([0])
  /// The run of the last edit and where it begins; most edits go on where the last one ended.
  private var recent = (run: 0, start: 0)

  /// The number of scalars.
  private(set) var count = 0

  init() {}

  init(_ scalars: [Unicode.Scalar]) {
    replace(0, 0, with: scalars[...])
  }

  /// All scalars, in their order.
  var scalars: [Unicode.Scalar] {
    var all: [Unicode.Scalar] = []
    all.reserveCapacity(count)
    for run in runs { all.append(contentsOf: run) }
    return all
  }

  /// The text as UTF-8.
  var text: String {
    TextScalars.string(runs)
  }

  /// Takes out scalars at a position and puts others in; what lies beyond the end is left out.
  mutating func replace(
    _ wanted: Int, _ removed: Int, with inserted: ArraySlice<Unicode.Scalar>
  ) {
    let position = min(wanted, count)
    let deleted = min(removed, count - position)
    var (run, start) = place(of: position)
    let offset = position - start
    let within = min(deleted, runs[run].count - offset)
    runs[run].replaceSubrange(offset..<offset + within, with: inserted)
    count += inserted.count - deleted
    sums.add(inserted.count - within, at: run)
    recent = (run, start)
    if within < deleted { remove(deleted - within, after: run) }
    if runs[run].count > Self.longest * 2 {
      cut(run)
    } else if runs[run].isEmpty, runs.count > 1 {
      runs.remove(at: run)
      rebuild()
      (run, start) = (0, 0)
    }
  }

  private func place(of position: Int) -> (run: Int, start: Int) {
    let within = position - recent.start
    if within >= 0, within < runs[recent.run].count { return recent }
    let (run, start) = sums.firstIndex { $0 > position }
    // At the end there is no scalar to be found, and the last run goes on.
    if run == runs.count { return (run - 1, start - runs[run - 1].count) }
    return (run, start)
  }

  /// Takes scalars out of the runs after one.
  private mutating func remove(_ deleted: Int, after run: Int) {
    var left = deleted
    var end = run + 1
    while end < runs.count, left >= runs[end].count {
      left -= runs[end].count
      end += 1
    }
    if left > 0, end < runs.count { runs[end].removeFirst(left) }
    runs.removeSubrange(run + 1..<end)
    rebuild()
  }

  /// Cuts a run that has grown into several.
  private mutating func cut(_ run: Int) {
    let long = runs[run]
    var pieces: [[Unicode.Scalar]] = []
    for start in stride(from: 0, to: long.count, by: Self.longest) {
      pieces.append(Array(long[start..<min(start + Self.longest, long.count)]))
    }
    runs.replaceSubrange(run...run, with: pieces)
    rebuild()
  }

  private mutating func rebuild() {
    sums = PrefixSums(runs.map { $0.count })
    recent = (0, 0)
  }
}
