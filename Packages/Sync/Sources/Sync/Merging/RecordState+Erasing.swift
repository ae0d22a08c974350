import Domain

/// What a change brought to a field in words that are still there.
public struct WrittenWords: Sendable {
  /// The change.
  public let dot: Dot
  /// The field.
  public let field: UInt16
  /// The words.
  public let text: String
  /// Whether they are a part of a text only.
  public let isPart: Bool
}

extension RecordState {
  /// Erases the words that changes wrote to the record, as if they had been erased before they were
  /// applied: the value of a register is then ``FieldValue/erased``, and U+FFFD stands for each
  /// scalar of a text. Linear in the state, with the merge of a text that loses words.
  /// - Returns: Whether there were any.
  @discardableResult
  public mutating func eraseWords(of dots: [Dot]) -> Bool {
    var hadWords = false
    for (field, register) in registers {
      let isLost = { (sibling: Sibling) in
        sibling.value?.text != nil && dots.contains(sibling.dot)
      }
      guard register.siblings.contains(where: isLost) else { continue }
      hadWords = true
      registers[field] = Register(
        siblings: register.siblings.map { isLost($0) ? $0.erased : $0 })
    }
    for (field, rooted) in texts {
      for place in rooted.indices {
        if texts[field]?[place].erase(dots) == true { hadWords = true }
      }
    }
    return hadWords
  }

  /// The words that are there, by change and field.
  public var words: [WrittenWords] {
    let values = registers.flatMap { field, register in
      register.siblings.compactMap { sibling in
        sibling.value?.text.map {
          WrittenWords(dot: sibling.dot, field: field, text: $0, isPart: false)
        }
      }
    }
    let parts = texts.flatMap { field, rooted in
      rooted.flatMap(\.words).map {
        WrittenWords(dot: $0.dot, field: field, text: $0.text, isPart: true)
      }
    }
    return values + parts
  }
}

extension Sibling {
  fileprivate var erased: Sibling {
    Sibling(dot: dot, timestamp: timestamp, isPerson: isPerson, value: .erased)
  }
}
