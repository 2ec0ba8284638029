import Diagnostics
import Text

/// The repository with the source of a site on a code host: `repository:` in site.yml.
package struct CodeRepository: Sendable, Hashable {
  /// A program that code hosts run; its addresses differ.
  enum Kind: Sendable, Hashable {
    case gitHub, gitLab, forgejo
  }

  let kind: Kind
  /// The address of the repository, without a trailing slash.
  package let address: String
  /// The branch that is edited.
  let branch: String
  /// The folder of the site in the repository, without slashes at its ends; empty: the root.
  let folder: String

  /// Reads `https://github.com/owner/name`, optionally with `/tree/branch` and `/tree/branch/folder`.
  package init(_ text: String) throws(InvalidValue) {
    let plain = text.hasSuffix(".git") ? String(text.dropLast(4)) : text
    guard let scheme = ["https://", "http://"].first(where: { plain.lowercased().hasPrefix($0) }) else {
      throw Self.invalid("“\(text.excerpt)” does not start with https:// or http://")
    }
    var parts = plain.dropFirst(scheme.count).split(separator: "/").map(String.init)
    guard let host = parts.first?.lowercased(), let kind = Self.kind(of: host) else {
      throw Self.invalid("“\(text.excerpt)” is not on a code host that Standpoint knows")
    }
    var place: [String] = []
    if let tree = parts.firstIndex(where: { $0 == "tree" || $0 == "src" }), tree > 2 {
      place = Array(parts[(tree + 1)...])
      if kind == .forgejo, place.first == "branch" { place.removeFirst() }
      parts = Array(parts[..<tree])
      if parts.last == "-" { parts.removeLast() }
    }
    guard parts.count > 2, !text.contains(where: { $0.isWhitespace || "?#\"<>".contains($0) }) else {
      throw Self.invalid("“\(text.excerpt)” is not the address of a repository")
    }
    self.kind = kind
    address = scheme + ([host] + parts.dropFirst()).joined(separator: "/")
    branch = place.first ?? "main"
    folder = place.dropFirst().joined(separator: "/")
  }

  private static func invalid(_ message: String) -> InvalidValue {
    InvalidValue(
      message: message,
      suggestion: Suggestion(
        "write the address of a repository on GitHub, GitLab, Codeberg, Forgejo or Gitea, such as https://github.com/owner/name/tree/main"
      ))
  }

  private static func kind(of host: String) -> Kind? {
    if host.contains("github") { return .gitHub }
    if host.contains("gitlab") { return .gitLab }
    return ["codeberg", "forgejo", "gitea"].contains(where: host.contains) ? .forgejo : nil
  }

  /// The address at which a file is edited.
  ///
  /// - Parameter path: below the folder of the site.
  package func edit(_ path: String) -> String {
    let whole = PercentEncoding.encoded((folder.isEmpty ? "" : folder + "/") + path, keeping: .path)
    let branch = PercentEncoding.encoded(branch, keeping: .path)
    return switch kind {
    case .gitHub: "\(address)/edit/\(branch)/\(whole)"
    case .gitLab: "\(address)/-/edit/\(branch)/\(whole)"
    case .forgejo: "\(address)/_edit/\(branch)/\(whole)"
    }
  }

  /// The address of a form for a new report of an error.
  ///
  /// - Parameters:
  ///   - title: the title of the form, such as the names of a party and an issue.
  ///   - text: the text of the form, in Markdown.
  package func report(title: String, text: String) -> String {
    let title = PercentEncoding.encoded(title, keeping: .value)
    let text = PercentEncoding.encoded(text, keeping: .value)
    return switch kind {
    case .gitHub, .forgejo: "\(address)/issues/new?title=\(title)&body=\(text)"
    case .gitLab: "\(address)/-/issues/new?issue%5Btitle%5D=\(title)&issue%5Bdescription%5D=\(text)"
    }
  }
}
