import HTTPTypes
import Hummingbird
import NIOCore
import SyncHTTP

/// What is answered to a request; every body is there as a whole, so its length is known.
struct Reply: Sendable {
  /// The status.
  var status = HTTPResponse.Status.ok
  /// The headers, but for those that all answers have.
  var headers: HTTPFields = [:]
  /// The body.
  var body = ByteBuffer()
}

extension Reply {
  /// A reply that is JSON already.
  static func json(
    _ json: String, status: HTTPResponse.Status = .ok,
    type: String = "application/json; charset=utf-8"
  ) -> Reply {
    Reply(status: status, headers: [.contentType: type], body: ByteBuffer(string: json))
  }

  /// Bytes, packed for whoever takes them so.
  static func packed(_ bytes: [UInt8], type: String, for asked: Asked) -> Reply {
    packed(ByteBuffer(bytes: bytes), [.contentType: type, .vary: "Accept-Encoding"], for: asked)
  }

  /// A body with its headers, packed for whoever takes it so.
  static func packed(_ body: ByteBuffer, _ headers: HTTPFields, for asked: Asked) -> Reply {
    guard isPacked(body, for: asked), let packed = Gzip.packed(Array(body.readableBytesView)) else {
      return Reply(headers: headers, body: body)
    }
    var headers = headers
    headers[.contentEncoding] = "gzip"
    return Reply(headers: headers, body: ByteBuffer(bytes: packed))
  }

  /// Whether a body is packed for whoever asks.
  static func isPacked(_ body: ByteBuffer, for asked: Asked) -> Bool {
    body.readableBytes >= leastPackedBytes && accepts(asked, coding: "gzip")
  }

  private static let leastPackedBytes = 1 << 10

  private static func accepts(_ asked: Asked, coding: String) -> Bool {
    guard let codings = asked.headers[.acceptEncoding] else { return false }
    return codings.split(separator: ",").contains { part in
      let words = part.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
      return words.first == coding && !words.dropFirst().contains("q=0")
    }
  }
}

extension Response {
  init(_ reply: Reply) {
    self.init(
      status: reply.status, headers: reply.headers, body: ResponseBody(byteBuffer: reply.body))
  }
}

extension HTTPFields {
  /// Sets a header by its name as text; one that cannot be a name is left out.
  mutating func set(_ name: String, _ value: String) {
    guard let name = HTTPField.Name(name) else { return }
    self[name] = value
  }
}
