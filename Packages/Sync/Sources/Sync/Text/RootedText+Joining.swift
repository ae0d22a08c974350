extension RootedText {
  /// The texts of one field on two sides as one side's that has applied all edits of both.
  static func joined(_ mine: [RootedText], _ theirs: [RootedText]) -> [RootedText] {
    var joined = mine
    for text in theirs {
      if let place = joined.firstIndex(where: { $0.root == text.root }) {
        joined[place].join(text)
      } else {
        joined.insertSorted(text)
      }
    }
    return joined
  }

  /// Applies the edits of the other that are not here. What is there without being here is no
  /// riddle as it is with values: no edit ever goes.
  private mutating func join(_ other: RootedText) {
    let history = other.document.history
    var everything = VersionVector()
    for node in 0..<history.count { everything.observe(history.dot(of: node)) }
    for node in 0..<history.count {
      let dot = history.dot(of: node)
      if document.history.node(of: dot) != nil { continue }
      let edit = TextEdit(
        parents: history.parents(of: node).map { history.dot(of: Int($0)) },
        patches: Array(history.patches(of: node)), content: Array(history.scalars(of: node)))
      let head = other.heads.first { $0.stamp.dot == dot }
      apply(
        edit,
        in: WriteContext(
          dot: dot, timestamp: head?.stamp.timestamp ?? HybridTimestamp(rawValue: 0),
          isPerson: history.runs[history.run(of: node)].isPerson, dependencies: everything))
    }
    takeReplacements(from: other)
    takeCarriers(from: other)
  }

  /// Whether all edits are among those that somebody who has `vector` has applied.
  func isWithin(_ vector: VersionVector) -> Bool {
    let history = document.history
    return (0..<history.count).allSatisfy { node in
      let dot = history.dot(of: node)
      return vector.contains(dot) || dot.replica == root
    } && heads.allSatisfy { document.history.node(of: $0.stamp.dot) != nil }
      && carriers.allSatisfy(vector.contains)
  }
}
