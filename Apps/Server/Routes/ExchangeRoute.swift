import Hummingbird
import NIOCore
import Sync
import SyncHTTP

/// `/api/v1/exchange`: a message of an exchange, answered by one.
struct ExchangeRoute {
  let hub: Hub

  func add(to router: Router<BasicRequestContext>) {
    router.post("\(HTTPTransport.path)") { request, _ in
      let body = try await request.body.collect(upTo: SyncLimits.messageBytes)
      let message = try ExchangeMessage(decoding: Array(body.readableBytesView))
      let answer = try await hub.answer(message).encoded()
      return Response(
        status: .ok, headers: [.contentType: HTTPTransport.contentType],
        body: ResponseBody(byteBuffer: ByteBuffer(bytes: answer)))
    }
  }
}
