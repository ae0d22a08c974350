/// Folding of Czech text to lower-case ASCII letters: case and diacritics do not matter in labels,
/// searches and comparisons.
///
/// Works on UTF-8 bytes and knows the letters of Latin-1, Latin Extended-A and the combining
/// accents; every other character stays as it is. Linear in the length of the text.
public enum Folding {
  /// Returns `text` in lower case and without diacritics.
  public static func fold(_ text: some StringProtocol) -> String {
    String(decoding: fold(Array(text.utf8)), as: UTF8.self)
  }

  /// Returns the folded bytes of UTF-8 text.
  public static func fold(_ bytes: [UInt8]) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(bytes.count)
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if byte < 0x80 {
        folded.append(lowercased(byte))
        place += 1
      } else {
        place = appendFolded(bytes, at: place, to: &folded)
      }
    }
    return folded
  }

  /// Returns a word of UTF-8 text folded, without memory of its own for short words.
  public static func folded(_ word: ArraySlice<UInt8>) -> String {
    String(unsafeUninitializedCapacity: word.count) { buffer in
      var count = 0
      var place = word.startIndex
      while place < word.endIndex {
        let byte = word[place]
        let isLetter = byte & 0xE0 == 0xC0 && place + 1 < word.endIndex
        let scalar = isLetter ? Int(byte & 0x1F) << 6 | Int(word[place + 1] & 0x3F) : 0
        if isLetter, (0x300...0x36F).contains(scalar) {
          place += 2
        } else if isLetter, scalar == 0xDF {
          buffer[count] = UInt8(ascii: "s")
          buffer[count + 1] = UInt8(ascii: "s")
          count += 2
          place += 2
        } else if isLetter, (0xC0..<0x180).contains(scalar), letters[scalar - 0xC0] != 0x20 {
          buffer[count] = letters[scalar - 0xC0]
          count += 1
          place += 2
        } else {
          buffer[count] = lowercased(byte)
          count += 1
          place += 1
        }
      }
      return count
    }
  }

  /// Returns the lower case of an ASCII letter; every other byte stays.
  @inline(__always)
  private static func lowercased(_ byte: UInt8) -> UInt8 {
    byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
  }

  private static func appendFolded(_ bytes: [UInt8], at place: Int, to folded: inout [UInt8]) -> Int
  {
    let length = bytes[place] >= 0xF0 ? 4 : bytes[place] >= 0xE0 ? 3 : 2
    let end = min(place + length, bytes.count)
    guard length == 2, end == place + 2 else {
      folded.append(contentsOf: bytes[place..<end])
      return end
    }
    let scalar = Int(bytes[place] & 0x1F) << 6 | Int(bytes[place + 1] & 0x3F)
    switch scalar {
    case 0x300...0x36F: break
    case 0xDF: folded.append(contentsOf: "ss".utf8)
    case 0xC0..<0x180 where letters[scalar - 0xC0] != 0x20: folded.append(letters[scalar - 0xC0])
    default: folded.append(contentsOf: bytes[place..<end])
    }
    return end
  }

  /// The base letter of U+00C0 to U+017F; a space where there is none.
  private static let letters = Array(
    """
    aaaaaa ceeeeiiii nooooo ouuuuy  aaaaaa ceeeeiiii nooooo ouuuuy y\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii  jjkk llllllllll\
    nnnnnn   oooooo  rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzz 
    """.utf8)
}
