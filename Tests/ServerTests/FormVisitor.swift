import Foundation
import TestSupport

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// Somebody with a browser: follows links, fills in forms, keeps cookies. Final class because it
/// remembers. Its session is left to the end of the tests: ending one made libdispatch crash twice
/// in twenty runs, on a connection that was closed already.
final class FormVisitor {
  /// An answer, after all redirections.
  struct Page {
    let status: Int
    let path: String
    let body: String
  }

  /// A form as it stands in a page.
  struct Form {
    let action: String
    private var items: [(name: String, value: String)] = []

    /// The first form of a page with a method.
    init?(_ page: String, method: String) {
      guard let first = Form.all(in: page, method: method).first else { return nil }
      self = first
    }

    private init(action: String, _ body: Substring) {
      self.action = action
      let tags = body.matches(of: /<(input|textarea|select|button)([^>]*)>([^<]*)/)
      for tag in tags {
        let attributes = String(tag.2)
        guard let name = Form.attribute("name", of: attributes) else { continue }
        if attributes.contains("type=\"checkbox\""), !attributes.contains(" checked") { continue }
        switch tag.1 {
        case "textarea":
          items.append((name, Form.plain(String(tag.3.drop { $0 == "\n" }))))
        case "select":
          let rest = body[tag.range.upperBound...].prefix { $0 != "\u{0}" }
          let options = rest.prefix(
            upTo: rest.firstRange(of: "</select>")?.lowerBound ?? rest.endIndex)
          let chosen = options.firstMatch(of: /<option value="([^"]*)" selected>/)
          items.append((name, Form.plain(chosen.map { String($0.1) } ?? "")))
        default: items.append((name, Form.attribute("value", of: attributes) ?? ""))
        }
      }
    }

    /// All forms of a page with a method.
    static func all(in page: String, method: String) -> [Form] {
      page.matches(of: /<form[^>]*method="([a-z]+)" action="([^"]*)"[^>]*>/).compactMap { tag in
        guard tag.1 == method else { return nil }
        let rest = page[tag.range.upperBound...]
        let end = rest.firstRange(of: "</form>")?.lowerBound ?? rest.endIndex
        return Form(action: plain(String(tag.2)), rest[..<end])
      }
    }

    /// The value of an item.
    func value(_ name: String) -> String? { items.first { $0.name == name }?.value }

    /// Fills in an item.
    subscript(name: String) -> String {
      get { value(name) ?? "" }
      set {
        items.removeAll { $0.name == name }
        items.append((name, newValue))
      }
    }

    /// Leaves an item out.
    mutating func remove(_ name: String) { items.removeAll { $0.name == name } }

    /// The items as a browser sends them.
    var body: String {
      let plain = CharacterSet.alphanumerics.intersection(
        CharacterSet(charactersIn: "\0"..."\u{7F}"))
      return items.map { item in
        [item.name, item.value].map {
          $0.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
        }.joined(separator: "=")
      }.joined(separator: "&")
    }

    private static func attribute(_ name: String, of tag: String) -> String? {
      tag.matches(of: /([a-z]+)="([^"]*)"/).first { $0.1 == name }.map { plain(String($0.2)) }
    }

    private static func plain(_ text: String) -> String {
      text.replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
        .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    }
  }

  private let url: String
  private let session = URLSession(configuration: .ephemeral)
  /// What the last page says about where forms come from.
  private var policy = ""

  init(_ server: RunningServer) { url = server.url }

  /// Opens a page.
  func get(_ path: String) async throws -> Page { try await page(URLRequest(url: address(path))) }

  /// Opens a page and returns its first form that writes.
  func form(_ path: String) async throws -> Form {
    let page = try await get(path)
    guard let form = Form(page.body, method: "post") else { throw NoForm(status: page.status) }
    return form
  }

  /// Sends a form.
  func send(_ form: Form) async throws -> Page {
    var request = URLRequest(url: address(form.action))
    request.httpMethod = "POST"
    request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
    request.httpBody = Data(form.body.utf8)
    return try await page(request)
  }

  /// Saves a file; also how it is to be called.
  func download(_ path: String) async throws -> (bytes: Data, name: String?) {
    let (data, response) = try await session.data(from: address(path))
    let name = (response as? HTTPURLResponse)?.value(forHTTPHeaderField: "Content-Disposition")
    return (data, name)
  }

  /// Sends files as a form does (RFC 7578).
  func upload(_ files: [(name: String, bytes: Data)], to path: String, token: String)
    async throws -> Page
  {
    let boundary = "----form\(UInt64.random(in: 0...UInt64.max))"
    var body = Data()
    for (head, content) in [("name=\"token\"", Data(token.utf8))]
      + files.map({ file in
        let name = file.name.replacing("\"", with: "%22")
        return (
          "name=\"files\"; filename=\"\(name)\"\r\nContent-Type: application/octet-stream",
          file.bytes
        )
      })
    {
      body += Data("--\(boundary)\r\nContent-Disposition: form-data; \(head)\r\n\r\n".utf8)
      body += content + Data("\r\n".utf8)
    }
    body += Data("--\(boundary)--\r\n".utf8)
    var request = URLRequest(url: address(path))
    request.httpMethod = "POST"
    request.setValue(
      "multipart/form-data; boundary=\(boundary)", forHTTPHeaderField: "Content-Type")
    request.httpBody = body
    return try await page(request)
  }

  private func page(_ asked: URLRequest) async throws -> Page {
    var request = asked
    request.setValue("text/html", forHTTPHeaderField: "Accept")
    // As browsers do it (https://fetch.spec.whatwg.org/#append-a-request-origin-header).
    if request.httpMethod == "POST" {
      request.setValue(
        policy == "no-referrer" ? "null" : url, forHTTPHeaderField: "Origin")
    }
    let (data, response) = try await session.data(for: request)
    policy =
      (response as? HTTPURLResponse)?.value(forHTTPHeaderField: "Referrer-Policy") ?? policy
    return Page(
      status: (response as? HTTPURLResponse)?.statusCode ?? 0, path: response.url?.path ?? "",
      body: String(decoding: data, as: UTF8.self))
  }

  private func address(_ path: String) -> URL { URL(string: url + path) ?? URL(filePath: "/") }

  /// A page has no form that writes.
  struct NoForm: Error {
    let status: Int
  }
}
