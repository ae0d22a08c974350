import Hummingbird
import NIOCore
import Sync

/// `/api/v1/exchange`: a message of an exchange, answered by one.
struct ExchangeRoute {
  let hub: Hub

  /// The largest message that is accepted, in bytes.
  private static let limit = 64 << 20

  func add(to router: Router<BasicRequestContext>) {
    router.post("/api/v1/exchange") { request, _ in
      let body = try await request.body.collect(upTo: ExchangeRoute.limit)
      let message = try ExchangeMessage(decoding: Array(body.readableBytesView))
      let answer = try await hub.answer(message).encoded()
      return Response(
        status: .ok, headers: [.contentType: "application/vnd.soulad.exchange+cbor"],
        body: ResponseBody(byteBuffer: ByteBuffer(bytes: answer)))
    }
  }
}
