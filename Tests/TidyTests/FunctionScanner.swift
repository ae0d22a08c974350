/// Finds functions and how long they are, by counting braces outside of strings and comments.
enum FunctionScanner {
  /// A function, initializer, subscript or computed property with a body.
  struct Function {
    let name: String
    let line: Int
    let length: Int
  }

  static func functions(in file: SourceTree.File) -> [Function] {
    var found: [Function] = []
    var open: [(name: String, line: Int, depth: Int)] = []
    var depth = 0
    var pending: (name: String, line: Int)?
    var isInText = false
    for (number, line) in file.lines.enumerated() {
      let code = strip(line, &isInText)
      if pending == nil, let name = declaration(code) { pending = (name, number) }
      for character in code {
        if character == "{" {
          if let start = pending {
            open.append((start.name, start.line, depth))
            pending = nil
          }
          depth += 1
        } else if character == "}" {
          depth -= 1
          if let last = open.last, last.depth == depth {
            open.removeLast()
            found.append(
              Function(name: last.name, line: last.line + 1, length: number - last.line + 1))
          }
        }
      }
    }
    return found
  }

  /// The name of the function that a line declares.
  private static func declaration(_ code: String) -> String? {
    let words = code.split(whereSeparator: { " (<:".contains($0) })
    // A brace at the end of a property's line opens its body, unless a value is what it holds.
    if let place = words.firstIndex(of: "var"), place < 5, place + 1 < words.count,
      code.hasSuffix("{"), !code.contains("=")
    {
      return String(words[place + 1])
    }
    for (place, word) in words.enumerated()
    where ["func", "init", "init?", "subscript"].contains(word) {
      guard place < 4, !code.contains("return "), !code.contains(".init(") else { return nil }
      return word == "func" && place + 1 < words.count ? String(words[place + 1]) : String(word)
    }
    return nil
  }

  /// A line without comments and the content of strings.
  private static func strip(_ line: Substring, _ isInText: inout Bool) -> String {
    if line.contains("\"\"\"") {
      let marks = line.split(separator: "\"\"\"", omittingEmptySubsequences: false).count - 1
      let wasInText = isInText
      if marks % 2 == 1 { isInText.toggle() }
      return wasInText ? "" : String(line.prefix { $0 != "\"" })
    }
    guard !isInText else { return "" }
    var code = ""
    var isInString = false
    var previous: Character = " "
    for character in line {
      if character == "\"", previous != "\\" { isInString.toggle() }
      if character == "/", previous == "/", !isInString { return String(code.dropLast()) }
      if !isInString { code.append(character) }
      previous = character
    }
    return code
  }
}
