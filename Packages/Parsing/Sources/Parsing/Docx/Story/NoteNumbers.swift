/// The numbers of notes, which the order of their references in the text gives.
struct NoteNumbers {
  private var footnotes: [Int: String] = [:]
  private var endnotes: [Int: String] = [:]
  private var comments: [Int: String] = [:]

  /// Numbers a note at its first reference.
  /// - Returns: The label that the text shows.
  mutating func refer(to id: Int, in kind: StoryKind) -> String {
    if let label = label(of: id, in: kind) { return label }
    let label: String
    switch kind {
    case .endnotes:
      label = NumberFormat.lowerRoman.text(endnotes.count + 1)
      endnotes[id] = label
    case .comments:
      label = NumberFormat.decimal.text(comments.count + 1)
      comments[id] = label
    default:
      label = NumberFormat.decimal.text(footnotes.count + 1)
      footnotes[id] = label
    }
    return label
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
