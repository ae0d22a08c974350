import Testing

@testable import Server

@Suite("Forms with files")
struct UploadedFilesTests {
  private let type = "multipart/form-data; boundary=x"

  private func read(_ text: String, type: String? = nil) throws -> UploadedFiles {
    try UploadedFiles(Array(text.utf8), type: type ?? self.type)
  }

  @Test("values and files come out as they went in, line ends and marks within them too")
  func parts() throws {
    let form = try read(
      "--x\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\nabc\r\n"
        + "--x\r\ncontent-disposition: form-data; name=\"files\"; "
        + "filename=\"C:\\a\\zápis.docx\"\r\n"
        + "Content-Type: text/plain\r\n\r\n1\r\n--y\r\n\r\n--x--ne\r\n-x\r\n--x--\r\n")
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
        try UploadedFiles(Array(whole.utf8.prefix(length)), type: type)
      }
    }
    #expect(try read(whole).values == ["a": "b"])
    for type in ["text/plain", "multipart/form-data", "multipart/form-data; boundary="] {
      #expect(throws: Refusal.self) { try read(whole, type: type) }
    }
    let long = String(repeating: "x", count: 71)
    #expect(throws: Refusal.self) {
      try read(whole, type: "multipart/form-data; boundary=\(long)")
    }
  }

  @Test("a part without a name, a file without one and bytes that are no text do no harm")
  func oddParts() throws {
    let form = try read(
      "--x\r\nContent-Disposition: form-data\r\n\r\na\r\n--x\r\n\r\n\r\n--x\r\n"
        + "Content-Disposition: form-data; name=\"f\"; filename=\"\"\r\n\r\n\r\n--x\r\n"
        + "Content-Disposition: form-data; name=\"f\"; filename=\"../../\"\r\n\r\nb\r\n--x--")
    #expect(form.files.isEmpty && form.values.isEmpty)
  }
}
