/// The complex fields that are open (ECMA-376 part 1, 17.16.18); one may span many paragraphs.
struct FieldStack {
  /// A field between its begin and its end.
  struct Field {
    /// The number of its begin in the story, from 1.
    var number = 0
    /// Whether its code and not yet its result is being read.
    var isCode = true
    /// What it does, as `HYPERLINK "…"`.
    var instruction: [UInt8] = []
    /// Where its result starts, in the paragraph with this number.
    var resultStart = (paragraph: 0, offset: 0)
    /// What a form lets choose from, and which of it is chosen.
    var choices: [[UInt8]] = []
    var chosen: Int?
    var chosenByDefault = 0
  }

  private var open: [Field] = []
  /// The begins to pass over, by number, as nothing ends them.
  private let ignored: Set<Int>
  private var count = 0
  /// How many open fields are in their code, whose text nobody sees.
  private(set) var codeDepth = 0
  private static let longestInstruction = 8192

  /// - Parameter ignored: The begins to pass over.
  init(ignoring ignored: Set<Int> = []) {
    self.ignored = ignored
  }

  /// The begins of fields that are in their code still: at the end of a story those that nothing
  /// ended, and behind which nothing was seen.
  var unfinished: Set<Int> { Set(open.filter(\.isCode).map(\.number)) }

  mutating func begin() {
    count += 1
    guard !ignored.contains(count) else { return }
    open.append(Field(number: count))
    codeDepth += 1
  }

  /// Changes the innermost field, if its code is being read.
  mutating func changeForm(_ body: (inout Field) -> Void) {
    guard let last = open.indices.last, open[last].isCode else { return }
    body(&open[last])
  }

  mutating func separate(paragraph: Int, offset: Int) {
    guard let last = open.indices.last, open[last].isCode else { return }
    open[last].isCode = false
    open[last].resultStart = (paragraph, offset)
    codeDepth -= 1
  }

  /// Ends the innermost field.
  /// - Returns: The field.
  mutating func end() -> Field? {
    guard let field = open.popLast() else { return nil }
    if field.isCode { codeDepth -= 1 }
    return field
  }

  /// Adds to the code of the innermost field.
  mutating func instruct(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let last = open.indices.last, open[last].isCode,
      open[last].instruction.count < Self.longestInstruction
    else { return }
    open[last].instruction.append(contentsOf: bytes)
  }
}

extension FieldStack {
  /// The target of a hyperlink field, `nil` for any other field.
  static func target(of instruction: [UInt8]) -> String? {
    let words = instruction.split(separator: UInt8(ascii: " "), maxSplits: 1)
    guard let name = words.first, words.count == 2,
      String(decoding: name, as: UTF8.self).uppercased() == "HYPERLINK"
    else { return nil }
    let quoted = words[1].split(
      separator: UInt8(ascii: "\""), maxSplits: 2, omittingEmptySubsequences: false)
    guard quoted.count >= 2 else { return nil }
    let isAnchor = quoted[0].contains(UInt8(ascii: "\\"))
    return (isAnchor ? "#" : "") + String(decoding: quoted[1], as: UTF8.self)
  }
}
