/// The identifier of a request.
enum RequestID: Codable, Sendable, Hashable {
  case number(Int)
  case string(String)

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Int.self) {
      self = .number(number)
    } else {
      self = .string(try container.decode(String.self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .number(let number): try container.encode(number)
    case .string(let text): try container.encode(text)
    }
  }
}

/// What every message has, whatever its parameters: a request has both members, a notification no `id`, and an answer no
/// `method`.
struct Envelope: Decodable, Sendable {
  let id: RequestID?
  let method: String?
}

/// The parameters of a message.
struct Parameters<Value: Decodable & Sendable>: Decodable, Sendable {
  let params: Value
}

/// No parameters, or parameters that do not matter.
struct NoParameters: Codable, Sendable {}

/// An error of JSON-RPC or of the Language Server Protocol.
struct ResponseError: Error, Codable, Sendable, Hashable {
  let code: Int
  let message: String

  static let parseError = ResponseError(code: -32700, message: "the message is not valid JSON")
  static let invalidRequest = ResponseError(code: -32600, message: "the message is not a request")
  static let notInitialized = ResponseError(code: -32002, message: "the server is not initialized")
  static let cancelled = ResponseError(code: -32800, message: "the request was cancelled")

  static func unknownMethod(_ name: String) -> ResponseError {
    ResponseError(code: -32601, message: "unknown method “\(name)”")
  }

  static func invalidParameters(_ method: String) -> ResponseError {
    ResponseError(code: -32602, message: "the parameters of “\(method)” are not valid")
  }

  /// A request that the server understands but cannot carry out; `message` says why.
  static func failed(_ message: String) -> ResponseError { ResponseError(code: -32803, message: message) }
}

/// An answer with a result.
struct Answer<Result: Encodable>: Encodable {
  let jsonrpc = "2.0"
  let id: RequestID
  let result: Result
}

/// An answer with an error; without `id` if the request could not be read.
struct ErrorAnswer: Encodable {
  let id: RequestID?
  let error: ResponseError

  enum Key: CodingKey { case jsonrpc, id, error }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode("2.0", forKey: .jsonrpc)
    try container.encode(id, forKey: .id)
    try container.encode(error, forKey: .error)
  }
}

/// A request or a notification that the server sends.
struct Outgoing<Params: Encodable>: Encodable {
  let jsonrpc = "2.0"
  /// Nil: a notification.
  let id: RequestID?
  let method: String
  let params: Params
}
