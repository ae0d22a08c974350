/// What one change does to a text: patches in their order, and the version that they were made in.
public struct TextEdit: Sendable {
  /// The last edits of the text that its writer had before them, sorted; none for an empty text.
  public let parents: [Dot]
  /// The value that the text was before all edits; none for a text that began empty.
  public let root: TextRoot?
  /// The values of the field whose place the text takes, sorted.
  public let replaces: [Dot]
  /// The patches; each counts from the text that the one before left.
  public private(set) var patches: [TextPatch]
  /// The scalars that come in, one patch after the other.
  private(set) var content: [Unicode.Scalar]

  /// Creates an edit of the version that `parents` name; patches that continue each other become
  /// one.
  public init(
    parents: [Dot], root: TextRoot? = nil, replaces: [Dot] = [],
    _ replacements: some Sequence<TextReplacement> = []
  ) {
    self.init(parents: parents, root: root, replaces: replaces, patches: [], content: [])
    for replacement in replacements { append(replacement) }
  }

  init(
    parents: [Dot], root: TextRoot? = nil, replaces: [Dot] = [], patches: [TextPatch],
    content: [Unicode.Scalar]
  ) {
    self.parents = parents
    self.root = root
    self.replaces = replaces
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

  /// How many scalars the edit carries: its root's first, then what comes in.
  var carriedCount: Int { (root?.carriedCount ?? 0) + insertedCount }

  /// All scalars that the edit carries.
  var carried: [Unicode.Scalar] { (root?.scalars ?? []) + content }

  /// The same edit with what it carries, U+FFFD for each scalar when that was erased, so that
  /// everybody's positions stay what they were; `nil` when the root's scalars are not its own.
  func filled(with scalars: ArraySlice<Unicode.Scalar>?) -> TextEdit? {
    let carriedByRoot = root?.carriedCount ?? 0
    let root = root?.filled(with: scalars.map { Array($0.prefix(carriedByRoot)) })
    if self.root != nil, root == nil { return nil }
    let erased = [Unicode.Scalar](repeating: Self.erased, count: insertedCount)
    return TextEdit(
      parents: parents, root: root, replaces: replaces, patches: patches,
      content: scalars.map { Array($0.dropFirst(carriedByRoot)) } ?? erased)
  }
}
