/// The numbers of notes, which the order of their references in the text gives.
struct NoteNumbers {
  private var footnotes: [Int: String] = [:]
  private var endnotes: [Int: String] = [:]
  private var comments: [Int: String] = [:]
  /// How many of the notes have marks of their own.
  private var markedCount = (footnotes: 0, endnotes: 0)

  /// Numbers a note at its first reference.
  /// - Returns: The label that the text shows.
  mutating func refer(to id: Int, in kind: StoryKind) -> String {
    if let label = label(of: id, in: kind) { return label }
    let label: String
    switch kind {
    case .endnotes:
      label = NumberFormat.lowerRoman.text(endnotes.count - markedCount.endnotes + 1)
      endnotes[id] = label
    case .comments:
      label = NumberFormat.decimal.text(comments.count + 1)
      comments[id] = label
    default:
      label = NumberFormat.decimal.text(footnotes.count - markedCount.footnotes + 1)
      footnotes[id] = label
    }
    return label
  }

  /// Gives a note a mark of its own, which does not count.
  mutating func mark(_ id: Int, in kind: StoryKind, _ label: String) {
    guard self.label(of: id, in: kind) == nil else { return }
    switch kind {
    case .endnotes: endnotes[id] = label
    case .comments: comments[id] = label
    default: footnotes[id] = label
    }
    if kind == .footnotes { markedCount.footnotes += 1 }
    if kind == .endnotes { markedCount.endnotes += 1 }
  }

  /// The label of a note that was referred to.
  func label(of id: Int, in kind: StoryKind) -> String? {
    switch kind {
    case .endnotes: endnotes[id]
    case .comments: comments[id]
    default: footnotes[id]
    }
  }
}
