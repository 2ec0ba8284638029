import NIOCore
import NIOHTTP1

/// Answers the requests of one connection.
final class RequestHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let source: PreviewSource
  private let hosts: HostCheck
  private var head: HTTPRequestHead?
  /// The limit of the server, which must know what the connection is doing.
  private var limit: ConnectionLimit?

  private static let pulse = TimeAmount.seconds(20)

  init(_ source: PreviewSource, hosts: HostCheck) {
    self.source = source
    self.hosts = hosts
  }

  func handlerAdded(context: ChannelHandlerContext) {
    limit = try? context.channel.parent?.pipeline.syncOperations.handler(type: ConnectionLimit.self)
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
    if let refusal = Self.refusal(of: head, hosts) { return send(refusal, to: head, context) }
    if head.method == .GET, let subscription = RequestTarget(head.uri).flatMap(LivePage.subscription) {
      return stream(subscription, context)
    }
    limit?.set(.answering, of: context.channel)
    let promise = context.eventLoop.makePromise(of: PreviewAnswer.self)
    let (source, target) = (source, head.uri)
    promise.completeWithTask { await source.answer(to: target) }
    promise.futureResult.assumeIsolated().whenSuccess { answer in
      self.send(answer, to: head, context)
    }
  }

  /// The answer to a request that is rejected; nil if it is accepted.
  static func refusal(of head: HTTPRequestHead, _ hosts: HostCheck) -> PreviewAnswer? {
    guard hosts.accepts(head.headers["host"]) else {
      return HostCheck.refusal(of: head.headers["host"])
    }
    guard hosts.acceptsSender(head.headers) else {
      return PreviewAnswer(status: 403, "This preview does not answer requests from pages on other sites.")
    }
    guard head.method == .GET || head.method == .HEAD else {
      return PreviewAnswer(status: 405, "Only GET and HEAD requests are supported.")
    }
    return nil
  }

  /// Sends a page's events until the server or the browser closes the connection.
  private func stream(_ subscription: LivePage.Subscription, _ context: ChannelHandlerContext) {
    let headers: HTTPHeaders = [
      "Content-Type": "text/event-stream", "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff",
    ]
    limit?.set(.listening, of: context.channel)
    context.writeAndFlush(
      wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: .ok, headers: headers))), promise: nil
    )
    let channel = context.channel
    let sending = Self.sending(subscription, of: source, on: channel)
    // Prevents the connection from being closed as idle.
    let pulse = channel.eventLoop.scheduleRepeatedTask(initialDelay: Self.pulse, delay: Self.pulse) { _ in
      channel.writeAndFlush(Self.part(":\n\n"), promise: nil)
    }
    channel.closeFuture.whenComplete { _ in
      sending.cancel()
      pulse.cancel()
    }
  }

  private static func sending(
    _ subscription: LivePage.Subscription, of source: PreviewSource, on channel: any Channel
  ) -> Task<Void, Never> {
    Task {
      for await event in await source.events(subscription) {
        // Do not wait for a browser that does not read; it reconnects.
        if !channel.isWritable { break }
        channel.writeAndFlush(part(event.text), promise: nil)
      }
      channel.close(promise: nil)
    }
  }

  private static func part(_ text: String) -> HTTPServerResponsePart {
    .body(.byteBuffer(ByteBuffer(string: text)))
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
    limit?.set(.sending(answer.body.count), of: context.channel)
    context.writeAndFlush(wrapOutboundOut(.end(nil))).assumeIsolated().whenComplete { _ in
      if keepsAlive { self.limit?.set(.waiting, of: context.channel) } else { context.close(promise: nil) }
    }
  }

  private static func headers(of answer: PreviewAnswer, keepsAlive: Bool) -> HTTPHeaders {
    var headers: HTTPHeaders = [
      "Content-Type": answer.type, "Content-Length": String(answer.body.count), "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff", "Connection": keepsAlive ? "keep-alive" : "close",
      "Cross-Origin-Resource-Policy": "same-origin",
    ]
    if let location = answer.location { headers.add(name: "Location", value: location) }
    if answer.status == 405 { headers.add(name: "Allow", value: "GET, HEAD") }
    return headers
  }
}
