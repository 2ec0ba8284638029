import NIOCore
import NIOHTTP1

/// Answers the requests of one connection.
final class RequestHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let source: PreviewSource
  private var head: HTTPRequestHead?

  init(_ source: PreviewSource) {
    self.source = source
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      self.head = head
    case .body:
      break
    case .end:
      guard let head else { return }
      self.head = nil
      answer(head, context)
    }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if event is IdleStateHandler.IdleStateEvent { return context.close(promise: nil) }
    context.fireUserInboundEventTriggered(event)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

  private func answer(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
    if let refusal = Self.refusal(of: head) { return send(refusal, to: head, context) }
    let promise = context.eventLoop.makePromise(of: PreviewAnswer.self)
    let (source, target) = (source, head.uri)
    promise.completeWithTask { await source.answer(to: target) }
    promise.futureResult.assumeIsolated().whenSuccess { answer in
      self.send(answer, to: head, context)
    }
  }

  /// The answer to a request that is not even looked up; nil: it may be.
  static func refusal(of head: HTTPRequestHead) -> PreviewAnswer? {
    guard HostCheck.accepts(head.headers["host"]) else {
      return PreviewAnswer(status: 403, "This preview answers to 127.0.0.1 and localhost alone.")
    }
    guard head.method == .GET || head.method == .HEAD else {
      return PreviewAnswer(status: 405, "Only GET and HEAD are answered.")
    }
    return nil
  }

  private func send(_ answer: PreviewAnswer, to request: HTTPRequestHead, _ context: ChannelHandlerContext) {
    guard context.channel.isActive else { return }
    let keepsAlive = request.isKeepAlive && answer.status < 400
    let head = HTTPResponseHead(
      version: .http1_1, status: HTTPResponseStatus(statusCode: answer.status),
      headers: Self.headers(of: answer, keepsAlive: keepsAlive))
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    if request.method != .HEAD {
      context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: answer.body)))), promise: nil)
    }
    let sent = context.writeAndFlush(wrapOutboundOut(.end(nil)))
    if !keepsAlive { sent.assumeIsolated().whenComplete { _ in context.close(promise: nil) } }
  }

  private static func headers(of answer: PreviewAnswer, keepsAlive: Bool) -> HTTPHeaders {
    var headers: HTTPHeaders = [
      "Content-Type": answer.type, "Content-Length": String(answer.body.count), "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff", "Connection": keepsAlive ? "keep-alive" : "close",
    ]
    if let location = answer.location { headers.add(name: "Location", value: location) }
    if answer.status == 405 { headers.add(name: "Allow", value: "GET, HEAD") }
    return headers
  }
}
