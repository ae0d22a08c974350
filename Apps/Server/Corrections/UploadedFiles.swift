import Desk
import HTTPTypes
import Hummingbird
import NIOCore

/// The files and values of a form that was sent with files (RFC 7578, which builds on RFC 2046,
/// section 5.1).
struct UploadedFiles: Sendable {
  /// One file.
  struct File: Sendable {
    /// The name that the browser gives, without folders.
    let name: String
    let bytes: [UInt8]
  }

  private(set) var files: [File] = []
  private(set) var values: [String: String] = [:]

  /// Reads a form with files that a page of this desk sent.
  /// - Throws: ``Refusal`` for anything else.
  init(_ asked: Asked, _ body: RequestBody, upTo limit: Int, _ token: FormToken) async throws {
    let bytes = try await asked.signed(body, upTo: limit, of: nil)
    let type = asked.headers[.contentType] ?? ""
    self = try await awayFromConnections { try UploadedFiles(bytes, type: type) }
    guard token.isThat(of: values[PostedForm.tokenName] ?? "") else {
      throw Refusal(.forbidden, .staleForm)
    }
  }

  /// Takes a body apart. Linear in its length.
  /// - Parameter type: The `Content-Type`, which names the boundary between the parts.
  /// - Throws: ``Refusal`` for what is no such form.
  init(_ bytes: [UInt8], type: String) throws(Refusal) {
    guard let boundary = UploadedFiles.boundary(in: type) else {
      throw Refusal(.unsupportedMediaType, .notAForm)
    }
    let mark = Array("\r\n--\(boundary)".utf8)
    // The first boundary may stand at the very beginning, without a line before it.
    var rest = ([0x0D, 0x0A] + bytes)[...]
    guard let first = rest.range(of: mark) else { throw Refusal(.badRequest, .notAForm) }
    rest = rest[first.upperBound...]
    while !rest.starts(with: Array("--".utf8)) {
      guard let line = rest.range(of: [0x0D, 0x0A]), let end = rest.range(of: mark),
        line.lowerBound <= end.lowerBound
      else { throw Refusal(.badRequest, .notAForm) }
      take(rest[line.lowerBound..<end.lowerBound])
      rest = rest[end.upperBound...]
    }
  }

  /// Takes a part: its headers, an empty line, its content. One without a name says nothing.
  private mutating func take(_ part: ArraySlice<UInt8>) {
    guard let gap = part.range(of: Array("\r\n\r\n".utf8)),
      let head = String(validating: part[..<gap.lowerBound], as: UTF8.self)
    else { return }
    let lines = head.split(separator: "\r\n")
    let name = "content-disposition:"
    guard let line = lines.first(where: { $0.lowercased().hasPrefix(name) }),
      let item = UploadedFiles.parameter("name", of: line)
    else { return }
    let content = part[gap.upperBound...]
    guard let file = UploadedFiles.parameter("filename", of: line) else {
      values[item] = String(decoding: content, as: UTF8.self)
      return
    }
    // A form without a chosen file sends one without a name.
    let base = file.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
    if base.contains(where: { $0 != "." }) { files.append(File(name: base, bytes: Array(content))) }
  }

  /// A parameter in quotation marks, as browsers write it: they send a quotation mark within as
  /// `%22` (https://html.spec.whatwg.org/#multipart-form-data).
  private static func parameter(_ name: String, of line: Substring) -> String? {
    guard let start = line.firstRange(of: "; \(name)=\"")?.upperBound,
      let end = line[start...].firstIndex(of: "\"")
    else { return nil }
    return String(line[start..<end]).replacing("%22", with: "\"")
  }

  private static func boundary(in type: String) -> String? {
    guard type.lowercased().hasPrefix("multipart/form-data"),
      let start = type.firstRange(of: "boundary=")?.upperBound
    else { return nil }
    let boundary = type[start...].prefix { $0 != ";" }.filter { $0 != "\"" }
    return (1...70).contains(boundary.utf8.count) ? boundary : nil
  }
}

extension ArraySlice<UInt8> {
  /// Where some bytes stand first; they begin with one that is rare in what is searched.
  fileprivate func range(of wanted: [UInt8]) -> Range<Int>? {
    guard let first = wanted.first else { return nil }
    var start = startIndex
    while let place = self[start...].firstIndex(of: first) {
      if self[place...].starts(with: wanted) { return place..<(place + wanted.count) }
      start = place + 1
    }
    return nil
  }
}
