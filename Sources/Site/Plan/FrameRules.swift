import Content
import Text

/// The header rules by which other sites may show the pages below `embed/` in frames, and no other page.
///
/// What counts is what the author's rule for all pages forbids, in a policy with `frame-ancestors` or in `X-Frame-Options`.
struct FrameRules {
  /// A field of the author's rule for all pages that says who may frame them.
  private struct Field {
    let line: Int
    let name: String
    let value: String
    /// Whether it is a policy, which also says other things.
    var isPolicy: Bool { name.lowercased() == "content-security-policy" }
  }

  private var lines: [String]
  private let fields: [Field]
  private let host: SiteHost

  /// nil: no rule of the author forbids frames.
  ///
  /// - Parameter rules: the author's `_headers`.
  init?(_ rules: [UInt8], host: SiteHost) {
    self.host = host
    lines = String(decoding: rules, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    fields = Self.fields(lines)
    if fields.isEmpty { return nil }
  }

  private static func fields(_ lines: [String]) -> [Field] {
    var path = ""
    return lines.indices.compactMap { index in
      let line = lines[index]
      if line.first?.isWhitespace != true { path = String(line.trimmingWhitespace) }
      guard path == "/*", line.first?.isWhitespace == true, let colon = line.firstIndex(of: ":") else {
        return nil
      }
      let field = Field(
        line: index, name: String(line[..<colon].trimmingWhitespace),
        value: String(line[line.index(after: colon)...].trimmingWhitespace))
      let isAbout =
        field.isPolicy
        ? field.value.lowercased().contains("frame-ancestors") : field.name.lowercased() == "x-frame-options"
      return isAbout ? field : nil
    }
  }

  /// All rules: the author's, and those about frames.
  ///
  /// On Cloudflare Pages, a later rule adds to an earlier one, and two policies allow what both allow; `!` takes the earlier one
  /// away. Netlify has no such sign, so there the rule for all pages says nothing about frames, and a rule for each folder does:
  /// that holds whether a host adds rules or lets the later one replace the earlier one.
  ///
  /// - Parameter pages: the paths of all HTML files below the output folder.
  func bytes(pages: [String]) -> [UInt8] {
    var text = (host == .cloudflarePages ? lines : linesWithoutFrames).joined(separator: "\n")
    if !text.hasSuffix("\n") { text += "\n" }
    text += "\n# Written by Standpoint: other sites may show these pages in frames\n/\(FramedPage.folder)/*\n"
    for field in fields {
      if host == .cloudflarePages { text += "  ! \(field.name)\n" }
      if field.isPolicy { text += "  \(field.name): \(Self.policy(field.value, ancestors: "*"))\n" }
    }
    if host == .cloudflarePages { return Array(text.utf8) }
    text += "\n# Written by Standpoint: no other pages may be shown in frames\n"
    for path in Self.places(of: pages) {
      text += path + "\n" + fields.map { "  \($0.name): \($0.value)\n" }.joined()
    }
    return Array(text.utf8)
  }

  private var linesWithoutFrames: [String] {
    var lines = lines
    for field in fields.reversed() {
      if field.isPolicy {
        lines[field.line] = "  \(field.name): \(Self.policy(field.value, ancestors: nil))"
      } else {
        lines.remove(at: field.line)
      }
    }
    return lines
  }

  /// The policy with other sites that may frame pages; nil: it does not say which.
  private static func policy(_ policy: String, ancestors: String?) -> String {
    let others = policy.split(separator: ";").map { String($0.trimmingWhitespace) }
      .filter { !$0.isEmpty && !$0.lowercased().hasPrefix("frame-ancestors") }
    return (others + (ancestors.map { ["frame-ancestors " + $0] } ?? [])).joined(separator: "; ")
  }

  /// The paths of rules that cover all pages but those for frames: folders on the first level, and files there.
  private static func places(of pages: [String]) -> [String] {
    var places: Set<String> = []
    for page in pages {
      let parts = page.split(separator: "/", maxSplits: 1)
      guard let first = parts.first, first != FramedPage.folder else { continue }
      let name = "/" + PercentEncoding.encoded(String(first))
      if parts.count > 1 {
        places.insert(name + "/*")
      } else {
        places.formUnion([name, name == "/index.html" ? "/" : String(name.dropLast(5))])
      }
    }
    return places.sorted()
  }
}
