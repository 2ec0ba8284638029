import NIOCore

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Rejects requests with foreign host names, to prevent DNS rebinding attacks by other web pages.
struct HostCheck: Sendable {
  private let names: Set<String>

  /// - Parameter host: the address that the server listens on. If it is not a loopback address, the machine's other names and
  ///   addresses are accepted as well.
  init(listeningOn host: String) {
    var names: Set<String> = ["127.0.0.1", "localhost", "[::1]"]
    if !["127.0.0.1", "localhost", "::1"].contains(host) {
      let addresses = ((try? System.enumerateDevices()) ?? []).compactMap { $0.address?.ipAddress }
      for address in addresses + [host] { names.insert(address.contains(":") ? "[\(address)]" : address) }
      let name = Self.machineName.lowercased()
      if !name.isEmpty { names.formUnion([name, name + ".local"]) }
    }
    self.names = names
  }

  /// Whether a request has exactly one Host header, and it names this machine.
  func accepts(_ values: [String]) -> Bool {
    guard values.count == 1, let value = values.first?.lowercased() else { return false }
    return names.contains { name in
      guard value.utf8.starts(with: name.utf8) else { return false }
      let rest = value.utf8.dropFirst(name.utf8.count)
      return rest.isEmpty
        || (rest.first == UInt8(ascii: ":") && rest.dropFirst().allSatisfy { (0x30...0x39).contains($0) })
    }
  }

  private static var machineName: String {
    var bytes = [CChar](repeating: 0, count: 256)
    guard gethostname(&bytes, bytes.count - 1) == 0 else { return "" }
    return String(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
