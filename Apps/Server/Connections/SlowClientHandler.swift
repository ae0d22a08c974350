import Desk
import Domain
import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// Cuts connections whose client is slower than any honest one: headers that do not come to an end,
/// bodies that trickle, answers that are not taken.
///
/// Final class because a channel handler is one.
final class SlowClientHandler: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private enum Phase {
    case waiting
    case body
    case answering
  }

  private let limits: ConnectionLimits
  private let registry: ConnectionRegistry
  private let refusals: RefusalWatch
  private var phase = Phase.waiting
  /// The requests whose answer is not finished; a client may send the next before.
  private var unanswered = 0
  private var isFirst = true
  private var isReading = false
  private var bytes = 0
  private var deadline: Scheduled<Void>?

  init(limits: ConnectionLimits, registry: ConnectionRegistry, refusals: RefusalWatch) {
    self.limits = limits
    self.registry = registry
    self.refusals = refusals
  }

  func handlerAdded(context: ChannelHandlerContext) {
    if let excess = registry.opened(context.channel) {
      excess.close(promise: nil)
      refusals.note("E_CONNECTIONS")
    }
    waitForRequest(context)
  }

  func handlerRemoved(context: ChannelHandlerContext) { leave(context) }

  func channelInactive(context: ChannelHandlerContext) {
    leave(context)
    context.fireChannelInactive()
  }

  private func leave(_ context: ChannelHandlerContext) {
    deadline?.cancel()
    registry.closed(context.channel)
  }

  func read(context: ChannelHandlerContext) {
    isReading = true
    context.read()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    isReading = false
    switch unwrapInboundIn(data) {
    case .head:
      registry.busy(context.channel)
      isFirst = false
      unanswered += 1
      phase = .body
      watchBody(context)
    case .body(let buffer):
      bytes += buffer.readableBytes
    case .end:
      phase = .answering
      deadline?.cancel()
      if !context.channel.isWritable { watchWriting(context) }
    }
    context.fireChannelRead(data)
  }

  /// What cannot be read as a request is answered as everything else that is refused, and closed.
  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard let error = error as? HTTPParserError, unanswered == 0 else {
      context.fireErrorCaught(error)
      return
    }
    let refusal: Refusal = error == .headerOverflow ? .headersTooBig : .notARequest
    refusals.note(refusal.report.code)
    let body = ByteBuffer(string: ProblemDetails(refusal, .czech).json)
    var head = HTTPResponse(status: refusal.status)
    head.headerFields[.contentType] = ProblemDetails.type
    head.headerFields[.contentLength] = String(body.readableBytes)
    head.headerFields[.connection] = "close"
    for part: HTTPResponsePart in [.head(head), .body(body), .end(nil)] {
      context.write(wrapOutboundOut(part), promise: nil)
    }
    context.flush()
    context.close(promise: nil)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    if case .end = unwrapOutboundIn(data) {
      unanswered -= 1
      if unanswered == 0, phase == .answering { waitForRequest(context) }
    }
    context.write(data, promise: promise)
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    if context.channel.isWritable {
      if phase == .answering { deadline?.cancel() }
    } else {
      watchWriting(context)
    }
    context.fireChannelWritabilityChanged()
  }
}

extension SlowClientHandler {
  /// The first request has the time of headers; later ones may come whenever the client likes, as
  /// long as it is not idle for too long.
  private func waitForRequest(_ context: ChannelHandlerContext) {
    phase = .waiting
    registry.idle(context.channel)
    schedule(context, in: isFirst ? limits.headerTime : limits.idleTime) { handler, context in
      // Whoever was answered before may be idle as long as it is let.
      if handler.isFirst { handler.cut(context) } else { context.close(promise: nil) }
    }
  }

  /// A body must come at the least rate whenever the server is ready to read it.
  private func watchBody(_ context: ChannelHandlerContext) {
    bytes = 0
    schedule(context, in: limits.stallTime) { handler, context in
      guard handler.phase == .body else { return }
      let seconds = Int(handler.limits.stallTime.nanoseconds / 1_000_000_000)
      if handler.isReading, handler.bytes < handler.limits.leastRate * max(1, seconds) {
        handler.cut(context)
      } else {
        handler.watchBody(context)
      }
    }
  }

  /// An answer must be taken.
  private func watchWriting(_ context: ChannelHandlerContext) {
    guard phase != .body else { return }
    schedule(context, in: limits.stallTime) { handler, context in
      if !context.channel.isWritable { handler.cut(context) }
    }
  }

  private func cut(_ context: ChannelHandlerContext) {
    refusals.note("E_SLOW")
    context.close(promise: nil)
  }

  private func schedule(
    _ context: ChannelHandlerContext, in time: TimeAmount,
    _ action: @escaping (SlowClientHandler, ChannelHandlerContext) -> Void
  ) {
    deadline?.cancel()
    deadline = context.eventLoop.assumeIsolated().scheduleTask(in: time) {
      action(self, context)
    }
  }
}
