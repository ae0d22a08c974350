import Desk
internal import Glibc
import HTTPTypes

/// Takes a form with files apart while it comes (RFC 7578, which builds on RFC 2046, section 5.1):
/// nothing is kept of it but its values and files, each once.
struct MultipartReader: Sendable {
  private enum Place {
    case beforeParts
    case afterMark
    case head
    case content(Part)
    case end
  }

  /// What the head of a part says of its content.
  private enum Part {
    case value(String)
    case file(String)
    /// Nothing that anybody could ask for.
    case nothing
  }

  private(set) var values: [String: String] = [:]
  private(set) var files: [UploadedFiles.File] = []
  /// Whether a file has begun.
  private(set) var hasFiles = false
  /// What stands between the parts: the end of a line, hyphens, the boundary.
  private let mark: [UInt8]
  private var place = Place.beforeParts
  /// What came and cannot be told from the beginning of a mark yet. The first mark may stand at the
  /// very beginning, without a line before it.
  private var rest: [UInt8] = [0x0D, 0x0A]
  private var content: [UInt8] = []
  /// The bytes before the content that are not yet passed over: the end of the head.
  private var endOfHead = 0
  /// The bytes of a head; those of browsers are far shorter.
  private static let mostHeadBytes = 16 << 10
  private static let gap = Array("\r\n\r\n".utf8)

  /// - Parameter type: The `Content-Type`, which names the boundary between the parts.
  /// - Throws: ``Refusal`` for another type.
  init(type: String) throws(Refusal) {
    guard let boundary = MultipartReader.boundary(in: type) else {
      throw Refusal(.unsupportedMediaType, .notAForm)
    }
    mark = Array("\r\n--\(boundary)".utf8)
  }

  /// Takes the next bytes. Linear in all that comes.
  /// - Throws: ``Refusal`` for what is no such form.
  mutating func take(_ bytes: [UInt8]) throws(Refusal) {
    rest += bytes
    var left = rest[...]
    while try step(&left) {}
    rest = Array(left)
  }

  /// Says that nothing more comes.
  /// - Throws: ``Refusal`` where the form is not at its end.
  func finish() throws(Refusal) {
    guard case .end = place else { throw Refusal(.badRequest, .notAForm) }
  }

  /// Takes what is whole of what is left.
  /// - Returns: Whether there may be more of it.
  private mutating func step(_ left: inout ArraySlice<UInt8>) throws(Refusal) -> Bool {
    switch place {
    case .beforeParts:
      guard let found = left.range(of: mark) else {
        left = left.suffix(mark.count - 1)
        return false
      }
      left = left[found.upperBound...]
      place = .afterMark
    case .afterMark:
      guard left.count >= 2 else { return false }
      place = left.starts(with: Array("--".utf8)) ? .end : .head
    case .head: return try takeHead(&left)
    case .content(let part): return takeContent(of: part, &left)
    case .end:
      left = []
      return false
    }
    return true
  }

  private mutating func takeHead(_ left: inout ArraySlice<UInt8>) throws(Refusal) -> Bool {
    let gap = left.range(of: Self.gap)
    if let found = left.range(of: mark), found.lowerBound < gap?.lowerBound ?? left.endIndex {
      left = left[found.upperBound...]
      place = .afterMark
      return true
    }
    guard let gap else {
      guard left.count <= Self.mostHeadBytes else { throw Refusal(.badRequest, .notAForm) }
      return false
    }
    let part = MultipartReader.part(of: left[..<gap.lowerBound])
    if case .file = part { hasFiles = true }
    place = .content(part)
    // The end of the head may be the beginning of a mark.
    endOfHead = 2
    left = left[(gap.upperBound - endOfHead)...]
    return true
  }

  private mutating func takeContent(of part: Part, _ left: inout ArraySlice<UInt8>) -> Bool {
    let found = left.range(of: mark)
    let end = found?.lowerBound ?? max(left.startIndex, left.endIndex - mark.count + 1)
    let passed = min(endOfHead, end - left.startIndex)
    endOfHead -= passed
    if case .nothing = part {} else { content += left[..<end].dropFirst(passed) }
    left = left[(found?.upperBound ?? end)...]
    guard found != nil else { return false }
    switch part {
    case .value(let name): values[name] = String(decoding: content, as: UTF8.self)
    case .file(let name): files.append(UploadedFiles.File(name: name, bytes: content))
    case .nothing: break
    }
    content = []
    place = .afterMark
    return true
  }
}

extension MultipartReader {
  private static func part(of head: ArraySlice<UInt8>) -> Part {
    guard let head = String(validating: head, as: UTF8.self) else { return .nothing }
    let wanted = "content-disposition:"
    guard
      let line = head.split(separator: "\r\n").first(where: { $0.lowercased().hasPrefix(wanted) }),
      let name = parameter("name", of: line)
    else { return .nothing }
    guard let file = parameter("filename", of: line) else { return .value(name) }
    // A form without a chosen file sends one without a name.
    let base = file.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
    return base.contains { $0 != "." } ? .file(base) : .nothing
  }

  /// A parameter in quotation marks, as browsers write it: they send a quotation mark within as
  /// `%22` (https://html.spec.whatwg.org/#multipart-form-data).
  private static func parameter(_ name: String, of line: Substring) -> String? {
    guard let start = line.firstRange(of: "; \(name)=\"")?.upperBound,
      let end = line[start...].firstIndex(of: "\"")
    else { return nil }
    return String(line[start..<end]).replacing("%22", with: "\"")
  }

  /// The boundary that a `Content-Type` names; the names of type and parameter in any case
  /// (RFC 9110, section 8.3.1).
  private static func boundary(in type: String) -> String? {
    let parts = type.split(separator: ";").map { part in
      String(part.drop(while: \.isWhitespace))
    }
    guard parts.first?.lowercased().filter({ !$0.isWhitespace }) == "multipart/form-data",
      let parameter = parts.dropFirst().first(where: { $0.lowercased().hasPrefix("boundary=") })
    else { return nil }
    let boundary = parameter.dropFirst("boundary=".count).filter { $0 != "\"" }
    return (1...70).contains(boundary.utf8.count) ? boundary : nil
  }
}

extension ArraySlice<UInt8> {
  /// Where some bytes stand first; they begin with one that is rare in what is searched.
  fileprivate func range(of wanted: [UInt8]) -> Range<Int>? {
    guard let first = wanted.first else { return nil }
    return withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return nil }
      var start = 0
      while start + wanted.count <= bytes.count,
        let found = memchr(base + start, Int32(first), bytes.count - wanted.count + 1 - start)
      {
        start = UnsafeRawPointer(found) - base
        if memcmp(found, wanted, wanted.count) == 0 {
          return (startIndex + start)..<(startIndex + start + wanted.count)
        }
        start += 1
      }
      return nil
    }
  }
}
