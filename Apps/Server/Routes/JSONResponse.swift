import HTTPTypes
import Hummingbird
import NIOCore

/// A response that is JSON already.
struct JSONResponse: ResponseGenerator {
  private let json: String
  private let status: HTTPResponse.Status
  private let type: String

  init(
    _ json: String, status: HTTPResponse.Status = .ok,
    type: String = "application/json; charset=utf-8"
  ) {
    self.json = json
    self.status = status
    self.type = type
  }

  func response(from request: Request, context: some RequestContext) throws -> Response {
    Response(
      status: status, headers: [.contentType: type],
      body: ResponseBody(byteBuffer: ByteBuffer(string: json)))
  }
}
