/// Refuses requests that a foreign web page has a browser send here under a name of its own (DNS rebinding).
enum HostCheck {
  /// Whether the values of a request's Host headers name this machine, and nothing else.
  static func accepts(_ values: [String]) -> Bool {
    guard values.count == 1, let value = values.first?.lowercased() else { return false }
    return ["127.0.0.1", "localhost", "[::1]"].contains { name in
      guard value.hasPrefix(name) else { return false }
      let rest = value.dropFirst(name.count)
      return rest.isEmpty
        || (rest.first == ":" && rest.dropFirst().utf8.allSatisfy { (0x30...0x39).contains($0) })
    }
  }
}
