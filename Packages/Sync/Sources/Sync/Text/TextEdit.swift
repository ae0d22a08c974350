/// What one change does to a text: patches in their order, and the version that they were made in.
public struct TextEdit: Sendable {
  /// The last edits of the text that its writer had before them, sorted; none for an empty text.
  public let parents: [Dot]
  /// The patches; each counts from the text that the one before left.
  public private(set) var patches: [TextPatch]
  /// The scalars that come in, one patch after the other.
  private(set) var content: [Unicode.Scalar]

  /// Creates an edit of the version that `parents` name; patches that continue each other become
  /// one.
  public init(parents: [Dot], _ replacements: some Sequence<TextReplacement> = []) {
    self.init(parents: parents, patches: [], content: [])
    for replacement in replacements { append(replacement) }
  }

  init(parents: [Dot], patches: [TextPatch], content: [Unicode.Scalar]) {
    self.parents = parents
    self.patches = patches
    self.content = content
  }

  /// Whether it does nothing.
  public var isEmpty: Bool { patches.isEmpty }

  /// What comes in, one patch after the other.
  public var insertedText: String { TextScalars.string(content[...]) }

  /// Adds what was done after that.
  public mutating func append(_ replacement: TextReplacement) {
    let before = content.count
    content.append(contentsOf: replacement.inserted.unicodeScalars)
    let patch = TextPatch(
      position: replacement.position, deleted: replacement.deleted,
      inserted: content.count - before)
    if patch.deleted == 0, patch.inserted == 0 { return }
    if let last = patches.last, let joined = last.followed(by: patch) {
      patches[patches.count - 1] = joined
    } else {
      patches.append(patch)
    }
  }
}

extension TextEdit {
  /// The scalar that stands where text was erased: U+FFFD.
  static let erased: Unicode.Scalar = "\u{FFFD}"

  /// How many scalars the patches say come in.
  var insertedCount: Int {
    patches.reduce(0) { $0 + $1.inserted }
  }

  /// The same edit with what came in erased; everybody's positions stay what they were.
  var withErasedContent: TextEdit {
    TextEdit(
      parents: parents, patches: patches,
      content: [Unicode.Scalar](repeating: Self.erased, count: insertedCount))
  }
}
