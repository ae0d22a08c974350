/// Which part of a document a story is (ECMA-376 part 1, 11.3).
enum StoryKind {
  case body
  case footnotes
  case endnotes
  case comments
  case header
  case footer

  /// What its blocks are.
  var blockKind: Block.Kind {
    switch self {
    case .footnotes, .endnotes: .note
    case .comments: .comment
    case .body, .header, .footer: .paragraph
    }
  }
}
