extension TextDocument {
  /// Reads the bytes that ``encoded()`` wrote; linear.
  /// - Throws: `E_BATCH_FORMAT`, `E_BATCH_TRUNCATED`, `E_TOO_BIG`; `E_VERSION` for another format.
  public init(decoding bytes: [UInt8]) throws(SyncError) {
    var reader = CBORReader(bytes, of: "text")
    try reader.textHead()
    let text = try reader.null() ? nil : try reader.text(upTo: SyncLimits.textBytes)
    let history = try TextHistory(from: &reader)
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
    try reader.textHead()
    if try reader.null() { return try TextDocument(decoding: bytes).text }
    return try reader.text(upTo: SyncLimits.textBytes)
  }
}

extension CBORReader {
  fileprivate mutating func textHead() throws(SyncError) {
    let count = try array()
    guard try unsigned() == TextDocument.formatVersion else {
      throw failure(.outOfRange, .version)
    }
    guard count == 7 else { throw failure(.outOfRange) }
  }
}

extension TextHistory {
  /// Reads authors, edits, counts, patches and content, run by run.
  fileprivate init(from reader: inout CBORReader) throws(SyncError) {
    self.init()
    try readAuthors(&reader)
    try readRuns(&reader)
    try readPatches(&reader)
  }

  private mutating func readAuthors(_ reader: inout CBORReader) throws(SyncError) {
    for _ in 0..<(try reader.array(upTo: SyncLimits.replicas)) {
      let replica = try reader.replica()
      if let last = authors.last, last.replica >= replica { throw reader.failure(.unordered) }
      _ = author(replica)
    }
  }

  private mutating func readRuns(_ reader: inout CBORReader) throws(SyncError) {
    let items = try reader.array()
    guard items.isMultiple(of: 4) else { throw reader.failure(.outOfRange) }
    var parents: [Int32] = []
    for _ in 0..<(items / 4) {
      let author = try reader.unsigned(upTo: UInt64(max(0, authors.count * 2 - 1)))
      let gap = try reader.sequence()
      let times = try reader.unsigned(upTo: UInt64(SyncLimits.textEdits - count))
      try readParents(&reader, into: &parents)
      let place = Int(author / 2)
      guard place < authors.count else { throw reader.failure(.outOfRange) }
      let (first, isOver) = (lastSequence(of: place) + 1).addingReportingOverflow(gap)
      guard times > 0, !isOver, first <= UInt64(Int64.max) - times else {
        throw reader.failure(.outOfRange)
      }
      beginRun(parents, author: place, sequence: first, isPerson: !author.isMultiple(of: 2))
      extendRun(by: Int(times) - 1)
    }
  }

  private func readParents(
    _ reader: inout CBORReader, into parents: inout [Int32]
  ) throws(SyncError) {
    parents.removeAll(keepingCapacity: true)
    for _ in 0..<(try reader.array()) {
      let distance = try reader.unsigned()
      guard distance > 0, distance <= UInt64(count) else { throw reader.failure(.missingKey) }
      parents.append(Int32(count - Int(distance)))
    }
    if parents.count < 2 { return }
    parents.reverse()
    for place in 1..<parents.count where parents[place] <= parents[place - 1] {
      throw reader.failure(.unordered)
    }
  }

  private mutating func readPatches(_ reader: inout CBORReader) throws(SyncError) {
    var counts = try StoredCounts(from: &reader)
    var stored = StoredPatches(itemCount: try reader.array())
    for run in runs.indices {
      beginPatches(ofRun: run)
      var node = Int(runs[run].firstNode)
      let end = nodes(ofRun: run).upperBound
      while node < end {
        let (patches, times) = try counts.next(upTo: end - node, reader)
        if patches > 0, runs[run].isSilenced { throw reader.failure(.outOfRange) }
        try readPatches(patches, times, of: node, &stored, &reader)
        node += times
      }
    }
    guard counts.isEmpty, stored.isEmpty else { throw reader.failure(.outOfRange) }
    let scalars = TextScalars.array(try reader.text(upTo: SyncLimits.textBytes))
    guard scalars.count == stored.scalar else { throw reader.failure(.outOfRange) }
    setContent(scalars)
  }

  /// Reads so many patches for each of some edits in a row.
  private mutating func readPatches(
    _ patches: Int, _ times: Int, of node: Int, _ stored: inout StoredPatches,
    _ reader: inout CBORReader
  ) throws(SyncError) {
    if patches == 0 { return }
    if patches == 1 {
      var (node, left) = (node, times)
      while left > 0 {
        let part = try stored.next(upTo: left, of: node, isSpread: true, &reader)
        appendPatches(part)
        node += Int(part.count)
        left -= Int(part.count)
      }
      return
    }
    for node in node..<node + times {
      var left = patches
      while left > 0 {
        let part = try stored.next(upTo: left, of: node, isSpread: false, &reader)
        appendPatches(part)
        left -= Int(part.count)
      }
    }
  }
}
