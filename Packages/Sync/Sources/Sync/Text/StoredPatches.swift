/// How many patches edits have, as it is stored: for edits in a row at once.
struct StoredCounts {
  private var runs: [(patches: Int, times: Int)] = []
  private var place = 0

  init(from reader: inout CBORReader) throws(SyncError) {
    let items = try reader.array()
    guard items.isMultiple(of: 2) else { throw reader.failure(.outOfRange) }
    let most = UInt64(SyncLimits.textEdits)
    for _ in 0..<(items / 2) {
      let patches = Int(try reader.unsigned(upTo: most))
      let times = Int(try reader.unsigned(upTo: most))
      if times == 0 { throw reader.failure(.empty) }
      runs.append((patches, times))
    }
  }

  var isEmpty: Bool { place == runs.count }

  /// How many patches each of the next edits has, and for how many edits that holds.
  mutating func next(
    upTo limit: Int, _ reader: CBORReader
  ) throws(SyncError) -> (patches: Int, times: Int) {
    guard place < runs.count else { throw reader.failure(.outOfRange) }
    let times = min(limit, runs[place].times)
    runs[place].times -= times
    defer { if runs[place].times == 0 { place += 1 } }
    return (runs[place].patches, times)
  }
}

/// Runs of patches as they are stored, which do not end where edits end.
struct StoredPatches {
  private var itemsLeft: Int
  /// What is left of the last run that was read.
  private var rest: TextPatchRun?
  /// Where the last run that was read ends.
  private var end = 0
  /// How many patches were read.
  private var count = 0
  /// How many scalars come in with all that was handed out.
  private(set) var scalar = 0

  init(itemCount: Int) {
    itemsLeft = itemCount
  }

  var isEmpty: Bool { itemsLeft == 0 && rest == nil }

  /// The next patches, as many as there are in a row, one at least.
  mutating func next(
    upTo limit: Int, of node: Int, isSpread: Bool, _ reader: inout CBORReader
  ) throws(SyncError) -> TextPatchRun {
    let run: TextPatchRun
    if let rest { run = rest } else { run = try read(&reader) }
    rest = Int(run.count) > limit ? run.dropFirst(limit) : nil
    let part = Int(run.count) > limit ? run.prefix(limit) : run
    let placed = part.placed(at: node, isSpread: isSpread, scalar: scalar)
    scalar += part.insertedCount
    guard scalar <= SyncLimits.textBytes else { throw reader.failure(.outOfRange, .tooBig) }
    return placed
  }

  private mutating func read(_ reader: inout CBORReader) throws(SyncError) -> TextPatchRun {
    guard itemsLeft >= 2, let form = TextPatchForm(number: try reader.unsigned()) else {
      throw reader.failure(.outOfRange)
    }
    let distance = try reader.integer()
    let (position, isOver) = end.addingReportingOverflow(Int(distance))
    let last = form.kind == .deletingBackwards ? position &- form.count : position &+ form.count
    count += form.count
    guard !isOver, (0...TextPatch.greatest).contains(position),
      (-1...TextPatch.greatest).contains(last), count <= SyncLimits.textEdits
    else { throw reader.failure(.outOfRange) }
    itemsLeft -= 2
    var run = TextPatchRun(form.kind, position: position, count: form.count)
    if form.kind == .single {
      guard itemsLeft >= 2 else { throw reader.failure(.outOfRange) }
      itemsLeft -= 2
      let greatest = UInt64(TextPatch.greatest)
      let patch = TextPatch(
        position: position, deleted: Int(try reader.unsigned(upTo: greatest)),
        inserted: Int(try reader.unsigned(upTo: greatest)))
      run = TextPatchRun(patch, node: 0, scalar: 0)
    }
    end = run.endPosition
    return run
  }
}
