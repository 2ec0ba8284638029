/// The licences that authors name, and the pages that explain them.
enum Licence {
  /// The address of a licence's text: the licence itself if it is an address, that of a Creative Commons licence such as
  /// `CC BY 4.0`; nil: unknown.
  static func address(_ licence: String) -> String? {
    let text = licence.lowercased()
    if ["http://", "https://"].contains(where: text.hasPrefix) { return licence }
    let parts = text.split { $0 == " " || $0 == "-" }.map(String.init)
    if parts.first == "cc0" { return "https://creativecommons.org/publicdomain/zero/1.0/" }
    guard parts.count > 2, parts.first == "cc", let version = parts.last, ["3.0", "4.0"].contains(version),
      parts[1] == "by", parts[2..<(parts.count - 1)].allSatisfy(["nc", "nd", "sa"].contains)
    else { return nil }
    return
      "https://creativecommons.org/licenses/\(parts[1..<(parts.count - 1)].joined(separator: "-"))/\(version)/"
  }
}

extension HTML {
  /// Appends a licence, as a link if its text is known.
  mutating func licence(_ licence: String) {
    guard let address = Licence.address(licence) else { return escaped(licence) }
    raw("<a rel=\"license\" href=\"")
    escaped(address)
    raw("\">")
    escaped(licence)
    raw("</a>")
  }
}
