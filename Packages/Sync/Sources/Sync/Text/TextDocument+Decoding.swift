extension TextDocument {
  /// Reads the bytes that ``encoded()`` wrote; linear.
  /// - Throws: `E_BATCH_FORMAT`, `E_BATCH_TRUNCATED`, `E_TOO_BIG`; `E_VERSION` for a newer format.
  public init(decoding bytes: [UInt8]) throws(SyncError) {
    var reader = CBORReader(bytes, of: "text")
    let count = try reader.array()
    guard try reader.unsigned() == Self.formatVersion else {
      throw reader.failure(.outOfRange, .version)
    }
    guard count == 7 else { throw reader.failure(.outOfRange) }
    let text = try reader.null() ? nil : try reader.text(upTo: SyncLimits.textBytes)
    let history = try StoredEdits(from: &reader).history(reader)
    try reader.finish()
    if let text {
      self.init(history: history, scalars: TextScalars.array(text))
    } else {
      self.init(merging: history)
    }
  }

  /// What the text says, without a look at its edits; the time of reading it.
  /// - Throws: as ``init(decoding:)``.
  public static func text(in bytes: [UInt8]) throws(SyncError) -> String {
    var reader = CBORReader(bytes, of: "text")
    try reader.array(of: 7)
    guard try reader.unsigned() == formatVersion else {
      throw reader.failure(.outOfRange, .version)
    }
    if try reader.null() { return try TextDocument(decoding: bytes).text }
    return try reader.text(upTo: SyncLimits.textBytes)
  }
}

/// The edits of a text as they are stored: by author and sequence.
private struct StoredEdits {
  private struct Edit {
    let author: Int32
    let isPerson: Bool
    let sequence: UInt64
    var firstParent: Int32
    var firstPatch = 0
    var firstScalar = 0
  }

  private var authors: [ReplicaID] = []
  /// Where the edits of each author begin, and at last where all end.
  private var bounds: [Int] = [0]
  private var edits: [Edit] = []
  /// Parents by author and sequence, then by the place of the edit.
  private var named: [(edit: Int, author: Int, sequence: UInt64)] = []
  private var parents: [Int32] = []
  private var patches: [TextPatch] = []
  private var content: [Unicode.Scalar] = []

  init(from reader: inout CBORReader) throws(SyncError) {
    for _ in 0..<(try reader.array(upTo: SyncLimits.replicas)) {
      let replica = try reader.replica()
      if let last = authors.last, last >= replica { throw reader.failure(.unordered) }
      authors.append(replica)
    }
    try reader.array(of: authors.count)
    for author in authors.indices {
      try readRuns(of: author, &reader)
      bounds.append(edits.count)
    }
    try resolveParents(reader)
    try readPatches(&reader)
  }

  private mutating func readRuns(of author: Int, _ reader: inout CBORReader) throws(SyncError) {
    let count = try reader.array()
    guard count.isMultiple(of: 4) else { throw reader.failure(.outOfRange) }
    var expected: UInt64 = 1
    for _ in 0..<(count / 4) {
      let gap = try reader.sequence()
      let times = try reader.unsigned(upTo: UInt64(SyncLimits.textEdits - edits.count))
      let (first, isOver) = expected.addingReportingOverflow(gap)
      guard times > 0, !isOver, first <= UInt64(Int64.max) - times else {
        throw reader.failure(.outOfRange)
      }
      let isPerson = try reader.boolean()
      let parentCount = try reader.array()
      guard parentCount.isMultiple(of: 2) else { throw reader.failure(.outOfRange) }
      for _ in 0..<(parentCount / 2) {
        let place = try reader.unsigned()
        guard place < UInt64(authors.count) else { throw reader.failure(.outOfRange) }
        named.append((edits.count, Int(place), try reader.sequence()))
      }
      for step in 0..<times {
        if step > 0 { named.append((edits.count, author, first + step - 1)) }
        edits.append(
          Edit(author: Int32(author), isPerson: isPerson, sequence: first + step, firstParent: 0))
      }
      expected = first + times
    }
  }

  private mutating func resolveParents(_ reader: CBORReader) throws(SyncError) {
    var next = 0
    for edit in edits.indices {
      edits[edit].firstParent = Int32(parents.count)
      while next < named.count, named[next].edit == edit {
        var (low, high) = (bounds[named[next].author], bounds[named[next].author + 1])
        if edit > low, edits[edit - 1].author == Int32(named[next].author),
          edits[edit - 1].sequence == named[next].sequence
        {
          low = edit - 1
        } else {
          while low < high {
            let middle = (low + high) / 2
            if edits[middle].sequence < named[next].sequence {
              low = middle + 1
            } else {
              high = middle
            }
          }
        }
        guard low < edits.count, edits[low].author == Int32(named[next].author),
          edits[low].sequence == named[next].sequence
        else { throw reader.failure(.missingKey) }
        parents.append(Int32(low))
        next += 1
      }
    }
  }

  private mutating func readPatches(_ reader: inout CBORReader) throws(SyncError) {
    let most = UInt64(SyncLimits.textEdits)
    var counts: [(count: Int, times: Int)] = []
    for _ in 0..<(try reader.array() / 2) {
      counts.append((Int(try reader.unsigned(upTo: most)), Int(try reader.unsigned(upTo: most))))
    }
    var position = 0
    for _ in 0..<(try reader.array() / 5) {
      let distance = try reader.integer()
      let step = try reader.integer()
      let deleted = Int(try reader.unsigned(upTo: UInt64(TextPatch.greatest)))
      let inserted = Int(try reader.unsigned(upTo: UInt64(TextPatch.greatest)))
      let times = Int(try reader.unsigned(upTo: most - UInt64(min(patches.count, Int(most)))))
      for time in 0..<times {
        position &+= Int(truncatingIfNeeded: time == 0 ? distance : step)
        guard (0...TextPatch.greatest).contains(position) else { throw reader.failure(.outOfRange) }
        patches.append(TextPatch(position: position, deleted: deleted, inserted: inserted))
      }
    }
    content = TextScalars.array(try reader.text(upTo: SyncLimits.textBytes))
    try place(counts, reader)
  }

  /// Gives each edit its patches and its scalars.
  private mutating func place(
    _ counts: [(count: Int, times: Int)], _ reader: CBORReader
  ) throws(SyncError) {
    var (edit, patch, scalar) = (0, 0, 0)
    for (count, times) in counts {
      for _ in 0..<times {
        guard edit < edits.count, count <= patches.count - patch else {
          throw reader.failure(.outOfRange)
        }
        (edits[edit].firstPatch, edits[edit].firstScalar) = (patch, scalar)
        for place in patch..<patch + count { scalar += patches[place].inserted }
        patch += count
        edit += 1
      }
    }
    guard edit == edits.count, patch == patches.count, scalar == content.count else {
      throw reader.failure(.outOfRange)
    }
  }

  private func parentRange(of edit: Int) -> Range<Int> {
    let end = edit + 1 < edits.count ? Int(edits[edit + 1].firstParent) : parents.count
    return Int(edits[edit].firstParent)..<end
  }

  /// The edits that come before one: its parents, and the one before of the same author.
  private func causes(of edit: Int) -> ArraySlice<Int32> {
    let parents = self.parents[parentRange(of: edit)]
    guard edit > 0, edits[edit - 1].author == edits[edit].author,
      !parents.contains(Int32(edit - 1))
    else { return parents }
    return parents + [Int32(edit - 1)]
  }

  /// The edits in an order in which each comes after those that it had seen.
  func history(_ reader: CBORReader) throws(SyncError) -> TextHistory {
    var history = TextHistory()
    for author in authors { _ = history.author(author) }
    var links = BranchLinks(0..<edits.count) { causes(of: $0) }
    var places = [Int32](repeating: -1, count: edits.count)
    var ready = edits.indices.reversed().filter { links.missing[$0] == 0 }
    var named: [Int32] = []
    while let edit = ready.popLast() {
      named.removeAll(keepingCapacity: true)
      for parent in parentRange(of: edit) { named.append(places[Int(parents[parent])]) }
      if named.count > 1 { named.sort() }
      let next = edit + 1 < edits.count ? edits[edit + 1] : nil
      let patchEnd = next?.firstPatch ?? patches.count
      let scalarEnd = next?.firstScalar ?? content.count
      places[edit] = Int32(history.count)
      history.append(
        patches[edits[edit].firstPatch..<patchEnd],
        content[edits[edit].firstScalar..<scalarEnd],
        parents: named, author: Int(edits[edit].author), sequence: edits[edit].sequence,
        isPerson: edits[edit].isPerson)
      links.release(edit) { ready.append($0) }
    }
    guard history.count == edits.count else { throw reader.failure(.unordered) }
    return history
  }
}
