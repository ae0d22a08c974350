import HTTPTypes
import Hummingbird
import NIOCore
import SyncHTTP

extension Response {
  /// A response that is JSON already.
  static func json(
    _ json: String, status: HTTPResponse.Status = .ok,
    type: String = "application/json; charset=utf-8"
  ) -> Response {
    Response(
      status: status, headers: [.contentType: type],
      body: ResponseBody(byteBuffer: ByteBuffer(string: json)))
  }

  /// Bytes, packed for whoever takes them so.
  static func packed(_ bytes: [UInt8], type: String, for request: Request) -> Response {
    packed(
      ByteBuffer(bytes: bytes), [.contentType: type, .vary: "Accept-Encoding"], for: request)
  }

  /// A body with its headers, packed for whoever takes it so.
  static func packed(_ body: ByteBuffer, _ headers: HTTPFields, for request: Request) -> Response {
    var (body, headers) = (body, headers)
    if body.readableBytes >= leastPackedBytes, accepts(request, coding: "gzip"),
      let packed = Gzip.packed(Array(body.readableBytesView))
    {
      body = ByteBuffer(bytes: packed)
      headers[.contentEncoding] = "gzip"
    }
    return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: body))
  }

  private static let leastPackedBytes = 1 << 10

  private static func accepts(_ request: Request, coding: String) -> Bool {
    (request.headers[.acceptEncoding] ?? "").split(separator: ",").contains { part in
      let words = part.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
      return words.first == coding && !words.dropFirst().contains("q=0")
    }
  }
}

extension HTTPFields {
  /// Sets a header by its name as text; one that cannot be a name is left out.
  mutating func set(_ name: String, _ value: String) {
    guard let name = HTTPField.Name(name) else { return }
    self[name] = value
  }
}
