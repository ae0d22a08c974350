import Testing

@testable import Server

@Suite("Forms with files")
struct MultipartReaderTests {
  private let type = "multipart/form-data; boundary=x"

  /// Reads a form that comes in pieces of so many bytes.
  private func read(
    _ bytes: some Collection<UInt8>, type: String? = nil, by size: Int = .max
  ) throws -> MultipartReader {
    var reader = try MultipartReader(type: type ?? self.type)
    var rest = Array(bytes)[...]
    while !rest.isEmpty {
      try reader.take(Array(rest.prefix(size)))
      rest = rest.dropFirst(size)
    }
    try reader.finish()
    return reader
  }

  @Test(
    "values and files come out as they went in, line ends and marks within too, however they come",
    arguments: [1, 2, 3, 5, 64, .max])
  func parts(size: Int) throws {
    let text =
      "--x\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\nabc\r\n"
      + "--x\r\ncontent-disposition: form-data; name=\"files\"; "
      + "filename=\"C:\\a\\zápis.docx\"\r\n"
      + "Content-Type: text/plain\r\n\r\n1\r\n--y\r\n\r\n--x--ne\r\n-x\r\n--x--\r\n"
    let form = try read(text.utf8, by: size)
    #expect(form.values == ["token": "abc"])
    #expect(form.files.map(\.name) == ["zápis.docx"])
    // What begins like a boundary is one: a browser chooses another where a file has it.
    #expect(form.files.first?.bytes == Array("1\r\n--y\r\n".utf8))
  }

  @Test("what is no such form is refused, cut anywhere")
  func damaged() throws {
    let whole = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--x--\r\n"
    for length in 0..<(whole.utf8.count - 4) {
      #expect(throws: Refusal.self) {
        try read(whole.utf8.prefix(length), by: length % 4 + 1)
      }
    }
    #expect(try read(whole.utf8).values == ["a": "b"])
    for type in ["text/plain", "multipart/form-data", "multipart/form-data; boundary="] {
      #expect(throws: Refusal.self) { try read(whole.utf8, type: type) }
    }
    let long = String(repeating: "x", count: 71)
    #expect(throws: Refusal.self) {
      try read(whole.utf8, type: "multipart/form-data; boundary=\(long)")
    }
  }

  @Test("a part without a name, a file without one and bytes that are no text do no harm")
  func oddParts() throws {
    let text =
      "--x\r\nContent-Disposition: form-data\r\n\r\na\r\n--x\r\n\r\n\r\n--x\r\n"
      + "Content-Disposition: form-data; name=\"f\"; filename=\"\"\r\n\r\n\r\n--x\r\n"
      + "Content-Disposition: form-data; name=\"f\"; filename=\"../../\"\r\n\r\nb\r\n--x\r\n"
      + "Content-Disposition: form-data; name=\"g\"\r\n--x--"
    let form = try read(text.utf8)
    #expect(!form.hasFiles)
    #expect(form.files.isEmpty && form.values.isEmpty)
  }

  @Test("the boundary is found however its name and its value are written")
  func boundaries() throws {
    let whole = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--x--\r\n"
    for type in [
      "Multipart/Form-Data; charset=utf-8; Boundary=\"x\"", "multipart/form-data;BOUNDARY=x",
      "multipart/form-data; x-boundary=y; boundary=x",
    ] {
      #expect(try read(whole.utf8, type: type).values == ["a": "b"], "\(type)")
    }
    #expect(throws: Refusal.self) { try read(whole.utf8, type: "multipart/form-data2; boundary=x") }
  }

  @Test("a head without an end is not kept for ever")
  func endlessHead() throws {
    var reader = try MultipartReader(type: type)
    try reader.take(Array("--x\r\n".utf8))
    #expect(throws: Refusal.self) {
      for _ in 0..<100 { try reader.take(Array(repeating: 0x61, count: 1 << 10)) }
    }
  }
}
