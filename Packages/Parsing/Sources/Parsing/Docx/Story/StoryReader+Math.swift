/// An object of a formula while its parts are read (ECMA-376 part 1, 22.1.2).
struct MathObject {
  /// What stands before its first part.
  var opening = ""
  /// What stands between parts.
  var separator = ""
  /// What stands after its last part.
  var closing = ""
  /// Whether its first part has started.
  var isOpen = false
}

extension StoryReader {
  /// The role of an element of math, which is written in one line: `x^2`, `a/b`, `x[1]`, `√x`.
  mutating func startMath(_ name: XMLLocal, _ attributes: XMLAttributes) -> ElementRole {
    switch name {
    case .r: return .run
    case .t:
      isText = true
      if endsMathObject { separateWords() }
      endsMathObject = false
      return .text
    case .oMath:
      separateWords()
      return .formula
    case .d: return startMathObject(MathObject(opening: "(", separator: "|", closing: ")"))
    case .nary: return startMathObject(MathObject(opening: "∫"))
    case .rad: return startMathObject(MathObject(opening: "√"))
    case .f, .sSup, .sSub, .sSubSup, .sPre, .m, .eqArr, .acc, .bar, .box, .borderBox, .function,
      .groupChr, .limLow, .limUpp, .phant:
      return startMathObject(MathObject())
    case .begChr: changeMathObject { $0.opening = attributes[.val]?.string ?? "" }
    case .endChr: changeMathObject { $0.closing = attributes[.val]?.string ?? "" }
    case .sepChr: changeMathObject { $0.separator = attributes[.val]?.string ?? "" }
    case .chr:
      changeMathObject { if $0.opening == "∫" { $0.opening = attributes[.val]?.string ?? "" } }
    case .e, .num, .den, .sub, .sup, .lim, .deg, .fName: return startMathPart(name)
    default: break
    }
    return .other
  }

  private mutating func startMathObject(_ object: MathObject) -> ElementRole {
    separateWords()
    mathObjects.append(object)
    return .mathObject
  }

  private mutating func changeMathObject(_ body: (inout MathObject) -> Void) {
    guard let last = mathObjects.indices.last, !mathObjects[last].isOpen else { return }
    body(&mathObjects[last])
  }

  private mutating func startMathPart(_ name: XMLLocal) -> ElementRole {
    var sign = ""
    if let last = mathObjects.indices.last {
      sign = mathObjects[last].isOpen ? mathObjects[last].separator : mathObjects[last].opening
      mathObjects[last].isOpen = true
    }
    for scalar in sign.unicodeScalars { appendSeen(scalar) }
    switch name {
    case .den: appendSeen("/")
    case .sup: appendSeen("^")
    case .sub:
      appendSeen("[")
      return .subscripted
    default: separateWords()
    }
    return .other
  }

  mutating func endMathObject() {
    guard let object = mathObjects.popLast() else { return }
    if object.isOpen { for scalar in object.closing.unicodeScalars { appendSeen(scalar) } }
    endsMathObject = true
  }

  /// Appends a space where a word ends.
  mutating func separateWords() {
    guard let last = flow.paragraph.text.last,
      TextScanner.isLetter(last) || TextScanner.isDigit(last)
    else { return }
    appendSeen(" ")
  }
}
