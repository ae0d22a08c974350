/// A web page in one file: a MIME message (RFC 2557), of which the first page is read.
enum MimeMessage {
  /// Whether bytes start as a message does.
  static func isMessage(_ bytes: [UInt8]) -> Bool {
    String(decoding: bytes.prefix(512), as: UTF8.self).lowercased().contains("mime-version:")
  }

  /// Returns the decoded body of the first part that is HTML, or of the whole message.
  static func body(_ bytes: [UInt8]) -> [UInt8] {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    var headers = ""
    var isHeader = true
    var body: [UInt8] = []
    for line in lines {
      let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      let startsPart = line.starts(with: Array("--".utf8)) && !line.contains(UInt8(ascii: " "))
      if startsPart {
        if isPage(headers), !body.isEmpty { break }
        (headers, isHeader, body) = ("", true, [])
      } else if isHeader {
        isHeader = !line.isEmpty || headers.isEmpty
        headers += String(decoding: line, as: UTF8.self).lowercased() + "\n"
      } else {
        body += line
        body.append(UInt8(ascii: "\n"))
      }
    }
    if headers.contains("quoted-printable") { return quotedPrintable(body) }
    return headers.contains("base64") ? base64(body) : body
  }

  private static func isPage(_ headers: String) -> Bool {
    // A message of several parts also names the type of its first one.
    !headers.contains("multipart/")
      && (headers.contains("text/html") || headers.contains("text/plain"))
  }

  /// RFC 2045, 6.7.
  private static func quotedPrintable(_ bytes: [UInt8]) -> [UInt8] {
    var decoded: [UInt8] = []
    var place = 0
    while place < bytes.count {
      let code = bytes[place...].dropFirst().prefix(2)
      if bytes[place] != UInt8(ascii: "=") {
        decoded.append(bytes[place])
        place += 1
      } else if code.first == UInt8(ascii: "\n") {
        place += 2
      } else if let byte = UInt8(String(decoding: code, as: UTF8.self), radix: 16) {
        decoded.append(byte)
        place += 3
      } else {
        decoded.append(bytes[place])
        place += 1
      }
    }
    return decoded
  }

  /// RFC 4648, section 4.
  private static func base64(_ bytes: [UInt8]) -> [UInt8] {
    var decoded: [UInt8] = []
    var (bits, count) = (0, 0)
    for byte in bytes {
      let value: UInt8
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = byte - UInt8(ascii: "A")
      case UInt8(ascii: "a")...UInt8(ascii: "z"): value = byte - UInt8(ascii: "a") + 26
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = byte - UInt8(ascii: "0") + 52
      case UInt8(ascii: "+"): value = 62
      case UInt8(ascii: "/"): value = 63
      default: continue
      }
      bits = (bits << 6 | Int(value)) & 0xFFFF
      count += 6
      guard count >= 8 else { continue }
      count -= 8
      decoded.append(UInt8(bits >> count & 0xFF))
    }
    return decoded
  }
}
