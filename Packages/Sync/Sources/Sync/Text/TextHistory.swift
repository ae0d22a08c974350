/// The edits of one text with what each had seen: a graph whose order of storage respects causes.
///
/// An edit is the part of one change that concerns the text; others name it by the change's dot.
struct TextHistory: Sendable {
  /// One edit.
  struct Node {
    /// The place of its replica among the authors.
    let author: Int32
    let isPerson: Bool
    /// Whether a person made it or anything that it had seen of the text.
    let isAfterPerson: Bool
    let sequence: UInt64
    /// Where its parents, patches and scalars begin; they end where those of the next begin.
    let firstParent: Int32
    let firstPatch: Int32
    let firstScalar: Int
  }

  /// A replica that edited the text.
  struct Author {
    let replica: ReplicaID
    /// The sequences of its edits and their nodes, both ascending.
    var sequences: [UInt64] = []
    var nodes: [Int32] = []
    /// Whether each of its edits is known to have seen the one before.
    var isLinear = true
  }

  private(set) var nodes: [Node] = []
  private(set) var authors: [Author] = []
  private var authorPlaces: [ReplicaID: Int] = [:]
  private var recentAuthor = 0
  /// The edits that no other has seen, ascending.
  private(set) var heads: [Int32] = []
  private(set) var parentPool: [Int32] = []
  private var patchPool: [TextPatch] = []
  private(set) var content: [Unicode.Scalar] = []

  var count: Int { nodes.count }

  /// Where the parents of an edit lie.
  func parentRange(of node: Int) -> Range<Int> {
    let end = node + 1 < nodes.count ? Int(nodes[node + 1].firstParent) : parentPool.count
    return Int(nodes[node].firstParent)..<end
  }

  func parents(of node: Int) -> ArraySlice<Int32> { parentPool[parentRange(of: node)] }

  /// Where the patches of an edit lie.
  func patchRange(of node: Int) -> Range<Int> {
    let end = node + 1 < nodes.count ? Int(nodes[node + 1].firstPatch) : patchPool.count
    return Int(nodes[node].firstPatch)..<end
  }

  func patches(of node: Int) -> ArraySlice<TextPatch> { patchPool[patchRange(of: node)] }

  func scalars(of node: Int) -> ArraySlice<Unicode.Scalar> {
    let end = node + 1 < nodes.count ? nodes[node + 1].firstScalar : content.count
    return content[nodes[node].firstScalar..<end]
  }

  /// Cuts a patch to what the text had room for; the same on every replica.
  mutating func clampPatch(at place: Int, to length: Int) -> TextPatch {
    let patch = patchPool[place].clamped(to: length)
    patchPool[place] = patch
    return patch
  }

  func dot(of node: Int) -> Dot {
    Dot(replica: authors[Int(nodes[node].author)].replica, sequence: nodes[node].sequence)
  }

  /// Whether an edit stands before another at one place when neither had seen the other.
  func precedes(_ left: Int32, _ right: Int32) -> Bool {
    let (mine, theirs) = (nodes[Int(left)], nodes[Int(right)])
    if mine.author == theirs.author { return mine.sequence < theirs.sequence }
    return authors[Int(mine.author)].replica < authors[Int(theirs.author)].replica
  }
}

extension TextHistory {
  /// The edit of a change; logarithmic.
  func node(of dot: Dot) -> Int32? {
    var place = recentAuthor
    if place >= authors.count || authors[place].replica != dot.replica {
      guard let found = authorPlaces[dot.replica] else { return nil }
      place = found
    }
    if authors[place].sequences.last == dot.sequence { return authors[place].nodes.last }
    var (low, high) = (0, authors[place].sequences.count)
    while low < high {
      let middle = (low + high) / 2
      if authors[place].sequences[middle] < dot.sequence { low = middle + 1 } else { high = middle }
    }
    guard low < authors[place].sequences.count, authors[place].sequences[low] == dot.sequence
    else { return nil }
    return authors[place].nodes[low]
  }

  /// Adds an edit, all that it had seen being there.
  ///
  /// Parents that its change cannot have seen, or that did not edit the text, are not obeyed. A
  /// machine's edit of what a person has edited does nothing.
  /// - Returns: whether its parents are all the heads there were; `nil` when it was there.
  mutating func append(_ edit: TextEdit, in context: WriteContext) -> Bool? {
    let root = plant(edit.root)
    let author = author(context.dot.replica)
    if let last = authors[author].sequences.last, last >= context.dot.sequence { return nil }
    var parents: [Int32] = []
    for parent in edit.parents where context.hasSeen(parent) {
      if let node = node(of: parent) { parents.append(node) }
    }
    if parents.isEmpty, let root { parents = [root] }
    if parents.count > 1 { parents = Set(parents).sorted() }
    return append(
      edit.patches, edit.content[...], parents: parents, author: author,
      sequence: context.dot.sequence, isPerson: context.isPerson)
  }

  /// The node of the value that the text was before all edits, put there when the edit carries it.
  private mutating func plant(_ root: TextRoot?) -> Int32? {
    guard let root, root.carriedCount > 0 else { return nil }
    if let known = node(of: root.dot) { return known }
    append(
      [TextPatch(position: 0, deleted: 0, inserted: root.carriedCount)], root.scalars[...],
      parents: [], author: author(root.id), sequence: root.dot.sequence, isPerson: false)
    return Int32(count - 1)
  }

  /// Adds an edit whose author and parents, ascending, are known by their places.
  /// - Returns: whether its parents are all the heads there were.
  @discardableResult
  mutating func append(
    _ patches: some Collection<TextPatch>, _ scalars: ArraySlice<Unicode.Scalar>,
    parents: [Int32], author: Int, sequence: UInt64, isPerson: Bool
  ) -> Bool {
    let number = Int32(nodes.count)
    let isSilenced = !isPerson && parents.contains { nodes[Int($0)].isAfterPerson }
    let isLinear = parents == heads
    noteLineage(of: author, parents)
    nodes.append(
      Node(
        author: Int32(author), isPerson: isPerson, isAfterPerson: isPerson || isSilenced,
        sequence: sequence, firstParent: Int32(parentPool.count),
        firstPatch: Int32(patchPool.count), firstScalar: content.count))
    parentPool.append(contentsOf: parents)
    authors[author].sequences.append(sequence)
    authors[author].nodes.append(number)
    if isLinear {
      heads.removeAll(keepingCapacity: true)
    } else {
      removeHeads(parents)
    }
    heads.append(number)
    if !isSilenced {
      patchPool.append(contentsOf: patches)
      content.append(contentsOf: scalars)
    }
    return isLinear
  }

  private mutating func removeHeads(_ parents: [Int32]) {
    if parents.count < 8 {
      heads.removeAll { parents.contains($0) }
    } else {
      let seen = Set(parents)
      heads.removeAll { seen.contains($0) }
    }
  }

  /// The place of a replica among the authors, where it is put if it was not there.
  mutating func author(_ replica: ReplicaID) -> Int {
    if recentAuthor < authors.count, authors[recentAuthor].replica == replica {
      return recentAuthor
    }
    recentAuthor = authorPlaces[replica] ?? authors.count
    if recentAuthor == authors.count {
      authors.append(Author(replica: replica))
      authorPlaces[replica] = recentAuthor
    }
    return recentAuthor
  }

  /// Looks whether an author's new edit has seen its last, in a few steps; doubt counts as no.
  private mutating func noteLineage(of author: Int, _ parents: [Int32]) {
    guard authors[author].isLinear, let last = authors[author].nodes.last else { return }
    if parents.contains(last) { return }
    var waiting = parents
    var steps = 0
    while let node = waiting.popLast() {
      if node == last { return }
      steps += 1
      if node < last { continue }
      if steps > 64 { break }
      waiting.append(contentsOf: self.parents(of: Int(node)))
    }
    authors[author].isLinear = false
  }
}
