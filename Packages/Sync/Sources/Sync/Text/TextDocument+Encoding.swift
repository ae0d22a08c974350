// text-state = [1, text: tstr / null, authors: [* replica], edits: [* [* edit-run]],
//   patch-counts: [* (count, times)], patches: [* patch-run], content: tstr]
// edit-run = (gap: uint, count: uint, by-person: bool, [* (author: uint, sequence)])
// patch-run = (distance: int, step: int, deleted: uint, inserted: uint, times: uint)

extension TextDocument {
  static let formatVersion: UInt64 = 1

  /// The canonical bytes of the text with all its edits: equal sets of edits have equal bytes.
  ///
  /// Deterministic CBOR, runs of like edits written once; see `docs/sync.md`. Linear, after the
  /// merge of what waits.
  public func encoded() -> [UInt8] {
    encoded(text: scalars)
  }

  /// The bytes of the edits alone: shorter, but whoever reads them has to merge the text from them.
  public func encodedEdits() -> [UInt8] {
    encoded(text: nil)
  }

  private func encoded(text: [Unicode.Scalar]?) -> [UInt8] {
    // Patches are cut to their texts by the merge, so it comes first.
    var document = self
    document.settle()
    let order = TextOrder(of: document.history)
    var writer = CBORWriter(reserving: count + document.history.content.count + 256)
    writer.array(7)
    writer.unsigned(Self.formatVersion)
    if let text { writer.text(TextScalars.string(text[...])) } else { writer.null() }
    order.write(to: &writer)
    return writer.take()
  }
}

/// The edits of a text by author and sequence, as they are written.
private struct TextOrder {
  private let history: TextHistory
  /// The places of the authors, sorted by replica, and the rank of each.
  private let authors: [Int]
  private var ranks: [Int]
  private let nodes: [Int]

  init(of history: TextHistory) {
    self.history = history
    authors = history.authors.indices.filter { !history.authors[$0].nodes.isEmpty }
      .sorted { history.authors[$0].replica < history.authors[$1].replica }
    ranks = history.authors.map { _ in 0 }
    for (rank, author) in authors.enumerated() { ranks[author] = rank }
    nodes = authors.flatMap { history.authors[$0].nodes.map(Int.init) }
  }

  func write(to writer: inout CBORWriter) {
    writer.array(authors.count)
    for author in authors { writer.replica(history.authors[author].replica) }
    writer.array(authors.count)
    for author in authors { writeRuns(of: history.authors[author].nodes.map(Int.init), &writer) }
    writeCounts(&writer)
    writePatches(&writer)
    var content: [Unicode.Scalar] = []
    content.reserveCapacity(history.content.count)
    for node in nodes { content.append(contentsOf: history.scalars(of: node)) }
    writer.text(TextScalars.string(content[...]))
  }

  /// Edits that follow each other without anybody else's between them are one run.
  private func writeRuns(of nodes: [Int], _ writer: inout CBORWriter) {
    var runs: [(first: Int, count: Int, gap: UInt64)] = []
    var expected: UInt64 = 1
    for (place, node) in nodes.enumerated() {
      let (edit, sequence) = (history.nodes[node], history.nodes[node].sequence)
      if let run = runs.last, sequence == expected, place > 0,
        edit.isPerson == history.nodes[run.first].isPerson,
        history.parents(of: node).elementsEqual([Int32(nodes[place - 1])])
      {
        runs[runs.count - 1].count += 1
      } else {
        runs.append((node, 1, sequence - expected))
      }
      expected = sequence + 1
    }
    writer.array(runs.count * 4)
    for run in runs {
      writer.unsigned(run.gap)
      writer.unsigned(UInt64(run.count))
      writer.boolean(history.nodes[run.first].isPerson)
      let parents = history.parents(of: run.first)
        .map { (ranks[Int(history.nodes[Int($0)].author)], history.nodes[Int($0)].sequence) }
        .sorted { $0 < $1 }
      writer.array(parents.count * 2)
      for (rank, sequence) in parents {
        writer.unsigned(UInt64(rank))
        writer.unsigned(sequence)
      }
    }
  }

  private func writeCounts(_ writer: inout CBORWriter) {
    var runs: [(count: Int, times: Int)] = []
    for node in nodes {
      let count = history.patchRange(of: node).count
      if runs.last?.count == count {
        runs[runs.count - 1].times += 1
      } else {
        runs.append((count, 1))
      }
    }
    writer.array(runs.count * 2)
    for run in runs {
      writer.unsigned(UInt64(run.count))
      writer.unsigned(UInt64(run.times))
    }
  }

  private func writePatches(_ writer: inout CBORWriter) {
    var runs = TextPatchRuns()
    for node in nodes {
      for patch in history.patches(of: node) { runs.append(patch) }
    }
    writer.array(runs.runs.count * 5)
    for run in runs.runs {
      writer.integer(Int64(run.distance))
      writer.integer(Int64(run.step))
      writer.unsigned(UInt64(run.deleted))
      writer.unsigned(UInt64(run.inserted))
      writer.unsigned(UInt64(run.times))
    }
  }
}

/// Patches that differ by the same step from one to the next, written once.
struct TextPatchRuns {
  struct Run {
    /// How far the first lies behind the last of the run before.
    let distance: Int
    var step = 0
    let deleted: Int
    let inserted: Int
    var times = 1
  }

  private(set) var runs: [Run] = []
  private var last = 0

  mutating func append(_ patch: TextPatch) {
    let step = patch.position - last
    last = patch.position
    if let run = runs.last, run.deleted == patch.deleted, run.inserted == patch.inserted,
      run.times == 1 || run.step == step
    {
      runs[runs.count - 1].step = step
      runs[runs.count - 1].times += 1
    } else {
      runs.append(Run(distance: step, deleted: patch.deleted, inserted: patch.inserted))
    }
  }
}
