import NIOCore
import NIOHTTP1
import Text

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Rejects requests with foreign host names, to prevent DNS rebinding attacks by other web pages.
struct HostCheck: Sendable {
  private let names: Set<String>
  /// The ends of further names: `.app.github.dev` accepts every name that ends in it.
  private let endings: [String]

  /// - Parameters:
  ///   - host: the address that the server listens on. If it is not a loopback address, the machine's other names and
  ///     addresses are accepted as well.
  ///   - allowed: further names, such as `preview.example`, or `*.app.github.dev` for every name below that one.
  init(listeningOn host: String, allowing allowed: [String] = []) {
    var names: Set<String> = ["127.0.0.1", "localhost", "[::1]"]
    if !["127.0.0.1", "localhost", "::1"].contains(host) {
      let addresses = ((try? System.enumerateDevices()) ?? []).compactMap { $0.address?.ipAddress }
      for address in addresses + [host] { names.insert(address.contains(":") ? "[\(address)]" : address) }
      let name = Self.machineName.lowercased()
      if !name.isEmpty { names.formUnion([name, name + ".local"]) }
    }
    let others = allowed.map { $0.lowercased() }
    self.names = names.union(others.filter { !$0.hasPrefix("*.") })
    endings = others.filter { $0.hasPrefix("*.") }.map { String($0.dropFirst()) }
  }

  /// Whether a request has exactly one Host header, and it names this machine.
  func accepts(_ values: [String]) -> Bool {
    values.count == 1 && values.allSatisfy(isOurs)
  }

  /// Whether a request comes from a page of this preview, or opens one: no page of another site may load parts of it.
  func acceptsSender(_ headers: HTTPHeaders) -> Bool {
    let isOpened = headers["sec-fetch-mode"] == ["navigate"]
    if headers["sec-fetch-site"].contains("cross-site"), !isOpened { return false }
    return headers["origin"].allSatisfy { origin in
      origin.firstRange(of: "://").map { isOurs(String(origin[$0.upperBound...])) } ?? false
    }
  }

  private func isOurs(_ value: String) -> Bool {
    let name = Self.withoutPort(value.lowercased())
    return names.contains(name) || endings.contains { name.hasSuffix($0) && name.first != "." }
  }

  /// The name in a Host header whose port, if it has one, is a number; else the header as it is.
  static func withoutPort(_ value: String) -> String {
    guard let colon = value.lastIndex(of: ":"), value.last != "]",
      value[value.index(after: colon)...].utf8.allSatisfy(\.isDigit)
    else { return value }
    return String(value[..<colon])
  }

  /// The answer to a request for a name that is not accepted.
  static func refusal(of values: [String]) -> PreviewAnswer {
    let name = values.count == 1 ? withoutPort(values[0]) : ""
    let isName =
      !name.isEmpty && name.utf8.count <= 253
      && name.utf8.allSatisfy { byte in
        byte.isDigit || byte.isLetter || byte == 0x2D || byte == 0x2E
      }
    let advice =
      isName ? " If this is your preview, start it with: standpoint serve --allow-host \(name)" : ""
    return PreviewAnswer(
      status: 403, "This preview only accepts host names of this machine, such as 127.0.0.1.\(advice)")
  }

  private static var machineName: String {
    var bytes = [CChar](repeating: 0, count: 256)
    guard gethostname(&bytes, bytes.count - 1) == 0 else { return "" }
    return String(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
