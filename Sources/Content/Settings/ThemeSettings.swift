import Diagnostics
import Text

/// The settings that change how a site looks, without a template of its own.
package struct ThemeSettings: Sendable, Hashable {
  /// `logo:`; nil: the header has the title alone.
  package var logo: SitePicture?
  /// `footer:`, a sentence at the end of every page; nil: none.
  package var footer: String?
  /// `links:`, in the footer: an imprint, other places where the publisher is found.
  package var links: [NavigationEntry] = []
  /// `theme-color:`; nil: that of the paper.
  package var color: HexColour?
  /// `head:`, what is added to the head of every page.
  package var head = HeadAddition()
  /// `repository:`; nil: pages have no links to their source.
  package var repository: CodeRepository?
}

/// A picture of the site that `site.yml` names.
package struct SitePicture: Sendable, Hashable {
  /// Below Content, without a leading slash.
  package let path: String
  /// Where `site.yml` names it.
  package let place: Place
}

/// HTML for the head of every page, and what the site's policy must allow for it: `head:` in site.yml.
package struct HeadAddition: Sendable, Hashable {
  /// Passed through as it is; empty: nothing is added.
  package var html = ""
  /// Directives of a Content Security Policy, by name in lower case, with the sources that each adds.
  package var policy: [PolicyDirective] = []

  /// One directive, such as `script-src https://stats.example.org`.
  package struct PolicyDirective: Sendable, Hashable {
    package let name: String
    package let sources: [String]
  }

  /// - Parameter policy: directives as in a header field, with semicolons between them.
  static func directives(_ policy: String) throws(InvalidValue) -> [PolicyDirective] {
    var directives: [PolicyDirective] = []
    for part in policy.split(separator: ";") {
      let words = part.split(whereSeparator: \.isWhitespace).map(String.init)
      guard let name = words.first?.lowercased() else { continue }
      guard name.hasSuffix("-src") || name == "form-action", words.count > 1 else {
        throw InvalidValue(
          message: "“\(String(part.trimmingWhitespace).excerpt)” is not a directive with its sources",
          suggestion: Suggestion("write directives such as “script-src https://stats.example.org”"))
      }
      directives.append(PolicyDirective(name: name, sources: Array(words.dropFirst())))
    }
    return directives
  }
}

/// A colour of a style sheet: `#rgb` or `#rrggbb`.
package struct HexColour: Sendable, Hashable {
  /// What editors accept, as a regular expression.
  static let pattern = "^ *#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6}) *$"

  /// With `#` and six lower-case digits.
  package let text: String

  package init(_ text: String) throws(InvalidValue) {
    let digits = text.dropFirst().lowercased()
    let isHex = digits.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    guard text.first == "#", isHex, [3, 6].contains(digits.utf8.count) else {
      throw InvalidValue(
        message: "“\(text.excerpt)” is not a colour",
        suggestion: Suggestion("write “#” and six digits in quotation marks, such as \"#0b5394\""))
    }
    self.text = "#" + (digits.utf8.count == 3 ? digits.map { "\($0)\($0)" }.joined() : digits)
  }

  /// Red, green and blue, from 0 to 1.
  package var channels: [Double] {
    let digits = Array(text.utf8.dropFirst()).map { $0 < 58 ? Int($0) - 48 : Int($0) - 87 }
    return stride(from: 0, to: 6, by: 2).map { Double(digits[$0] * 16 + digits[$0 + 1]) / 255 }
  }
}

extension SettingsReader {
  /// Text alone is HTML; a map has `html` and `policy`.
  mutating func takeHead(_ entry: YAMLEntry) {
    guard case .map(let entries) = entry.value.content else {
      settings.theme.head.html = fields.lines(entry) ?? ""
      return
    }
    for part in entries {
      switch part.key {
      case "html": settings.theme.head.html = fields.lines(part) ?? ""
      case "policy": take(part, HeadAddition.directives) { $0.theme.head.policy = $1 }
      default: fields.unknown(part, among: ["html", "policy"])
      }
    }
  }

  mutating func takeLogo(_ entry: YAMLEntry) {
    guard let name = fields.name(entry) else { return }
    let path = String(name.text.drop { $0 == "/" })
    guard !name.text.contains("//"), !path.isEmpty else {
      return fields.report(
        .invalidValue, name.range, "“\(name.text.excerpt)” is not a file on the site",
        suggestion: Suggestion(
          "put the picture into the content folder and write its path, such as /logo.svg"))
    }
    settings.theme.logo = SitePicture(path: path, place: Place(path: fields.path, range: name.range))
  }
}

extension SettingsKey {
  /// The keys of `ThemeSettings`.
  static let theme: [SettingsKey] = [
    SettingsKey(
      "logo", .text, "a [picture in the header](theme.md#a-theme-of-your-own), as a path such as `/logo.svg`",
      without: "only the title"
    ) { $1.takeLogo($0) },
    SettingsKey(
      "footer", .text, "a sentence at the end of every page",
      without: "none"
    ) { $1.settings.theme.footer = $1.fields.text($0) },
    SettingsKey(
      "links", .links,
      "links at the end of every page: a list of `Label: address`, such as `Imprint: /imprint/`",
      without: "none"
    ) { $1.settings.theme.links = NavigationReader.links($0, &$1.fields) },
    SettingsKey(
      "theme-color", .colour, "the colour of the browser’s own toolbars, such as `\"#0b5394\"`",
      without: "the background colour of the page"
    ) { $1.take($0, HexColour.init) { $0.theme.color = $1 } },
    SettingsKey(
      "head", .head,
      "[HTML for the head](theme.md#html-in-the-head) of every page, or a map of `html` and `policy`, the sources that it needs",
      without: "nothing is added"
    ) { $1.takeHead($0) },
    SettingsKey(
      "repository", .address,
      "where the [source of the site](theme.md#links-to-the-source) is, such as `https://github.com/owner/name`; "
        + "pages then have links to edit them and to report an error",
      without: "no such links"
    ) { $1.take($0, CodeRepository.init) { $0.theme.repository = $1 } },
  ]
}
