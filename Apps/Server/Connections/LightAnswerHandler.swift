import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Answers light requests where they are read, and passes on all others. Answers come in the order
/// of requests, so nothing is answered here while something passed on is not.
///
/// Final class because a channel handler is one.
final class LightAnswerHandler: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  /// The requests of one read that are answered here; whoever sends more at once waits with all
  /// others.
  private static let mostAtOnce = 16

  private let desk: LightDesk
  private var peer: String?
  /// The light request that has not come to its end.
  private var head: HTTPRequest?
  /// The requests that were passed on and are not answered.
  private var passedOn = 0
  private var answered = 0

  init(desk: LightDesk) { self.desk = desk }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      if mayAnswer(head, context) {
        self.head = head
      } else {
        passedOn += 1
        context.fireChannelRead(data)
      }
    case .body:
      passHead(context)
      context.fireChannelRead(data)
    case .end:
      if let head, answer(head, context) {
        self.head = nil
      } else {
        passHead(context)
        context.fireChannelRead(data)
      }
    }
  }

  private func mayAnswer(_ head: HTTPRequest, _ context: ChannelHandlerContext) -> Bool {
    passedOn == 0 && answered < Self.mostAtOnce && context.channel.isWritable
      && desk.mayAnswer(head)
  }

  private func passHead(_ context: ChannelHandlerContext) {
    guard let head else { return }
    self.head = nil
    passedOn += 1
    context.fireChannelRead(wrapInboundOut(.head(head)))
  }

  private func answer(_ head: HTTPRequest, _ context: ChannelHandlerContext) -> Bool {
    let peer = peer ?? context.channel.remoteAddress?.ipAddress ?? ""
    self.peer = peer
    guard let reply = desk.answer(head, from: peer) else { return false }
    answered += 1
    let head = HTTPResponse(status: reply.status, headerFields: reply.headers)
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    if reply.body.readableBytes > 0 {
      context.write(wrapOutboundOut(.body(reply.body)), promise: nil)
    }
    context.write(wrapOutboundOut(.end(nil)), promise: nil)
    return true
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    if answered > 0 {
      answered = 0
      context.flush()
    }
    context.fireChannelReadComplete()
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    if case .end = unwrapOutboundIn(data) { passedOn -= 1 }
    context.write(data, promise: promise)
  }
}
