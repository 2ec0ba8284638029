import Content
import Diagnostics
import Editions
import Text

/// What a desk tells its subscribers about the time between two states: moves first, then new positions, corrections and new
/// reports; in the language of the site.
package struct Digest: Sendable {
  /// A part with a heading.
  struct Section: Sendable {
    let title: String
    let entries: [Entry]
  }

  /// One thing to tell.
  struct Entry: Sendable {
    /// Who, and on what, and what happened, such as `Russia on NATO expansion: hardened`; for a report, its title.
    let title: String
    /// What was on record before, and what is now, as lines.
    let lines: [String]
    /// The full address; nil: the site has no base URL.
    let address: String?
  }

  /// The first line, and the subject of a message.
  let title: String
  /// A line that says which time the digest is about.
  let period: String
  /// Those with entries, in order.
  let sections: [Section]
  /// What it says if there is nothing to tell.
  let nothing: String
  /// A BCP 47 tag.
  let language: String
  /// Replaces the marks around texts that the language lacks; nil: it has all texts.
  private let borrowed: BorrowedText?

  /// Nothing to tell.
  package var isEmpty: Bool { sections.isEmpty }

  /// - Parameters:
  ///   - settings: of the site; nil: they cannot be read.
  ///   - theme: with the interface texts of the site.
  package init(_ difference: RecordDifference, settings: SiteSettings?, theme: Theme) {
    let writer = DigestWriter(words: theme.words, settings: settings)
    title = theme.words.text(.siteChanges, settings?.title ?? "")
    period = writer.period(difference)
    sections = writer.sections(difference)
    nothing = theme.words.text(.nothingChanged).capitalizingFirst
    language = settings?.language ?? "en"
    borrowed = theme.borrowed
  }

  /// The digest as plain text with a trailing line end and without terminal control characters.
  package var text: String {
    var lines = [title, period]
    if isEmpty { lines += ["", nothing] }
    for section in sections {
      let title = resolved(section.title)
      lines += ["", title, String(repeating: "-", count: DisplayWidth.of(title))]
      for entry in section.entries {
        lines += ["", entry.title]
        lines += entry.lines.map { "  " + $0 }
        if let address = entry.address { lines.append("  <\(address)>") }
      }
    }
    return lines.map { TerminalText.line(resolved($0)) + "\n" }.joined()
  }

  /// A text without marks of texts that are borrowed from English.
  private func resolved(_ text: String) -> String {
    guard let borrowed else { return text }
    return String(decoding: borrowed.resolved(Array(text.utf8), isHTML: false), as: UTF8.self)
  }

  // MARK: HTML

  /// The digest as an HTML document for email: 600 pixels wide, with inline styles, for light and dark schemes.
  ///
  /// Email programs drop style sheets; what they keep of the one in the head only changes colours in dark schemes.
  package var html: String {
    guard let borrowed else { return page.text }
    return String(decoding: borrowed.resolved(page.bytes, isHTML: true), as: UTF8.self)
  }

  private var page: HTML {
    let direction = WritingDirection(language: language)
    var html: HTML = """
      <!doctype html>
      <html lang="\(language)" dir="\(direction.attribute)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="supported-color-schemes" content="light dark">
      <title>\(title)</title>
      <style>
      @media (prefers-color-scheme: dark) {
        body, table, td { background: #16181c !important; color: #e7e5e0 !important; }
        h1, h2, h3, p { color: #e7e5e0 !important; }
        .quiet { color: #a9a7a1 !important; }
        a { color: #8fb8ff !important; }
      }
      </style>
      </head>
      <body style="margin:0;padding:0;background:#ffffff;color:#1d1d1b;">
      <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#ffffff;">
      <tr><td align="center" style="padding:24px 12px;">
      <table role="presentation" width="600" cellpadding="0" cellspacing="0" style="width:100%;max-width:600px;background:#ffffff;">
      <tr><td style="font-family:Georgia,'Times New Roman',serif;font-size:16px;line-height:1.5;color:#1d1d1b;text-align:\(direction == .rightToLeft ? "right" : "left");">
      <h1 style="margin:0;font-size:24px;line-height:1.25;color:#1d1d1b;">\(title)</h1>
      <p class="quiet" style="margin:4px 0 0;color:#5f5d58;font-size:14px;">\(period)</p>

      """
    if isEmpty { html.markup("<p style=\"margin:16px 0 0;\">\(nothing)</p>\n") }
    for section in sections { html.append(contentsOf: Self.html(section)) }
    html.raw("</td></tr>\n</table>\n</td></tr>\n</table>\n</body>\n</html>\n")
    return html
  }

  private static func html(_ section: Section) -> HTML {
    var html: HTML = """
      <h2 style="margin:28px 0 0;padding-top:12px;border-top:1px solid #8a8880;font-size:18px;line-height:1.3;color:#1d1d1b;">\
      \(section.title)</h2>

      """
    for entry in section.entries {
      html.raw("<h3 style=\"margin:16px 0 0;font-size:16px;line-height:1.4;color:#1d1d1b;\">")
      if let address = entry.address {
        html.markup("<a href=\"\(address)\" style=\"color:#1f4fbf;\">\(entry.title)</a>")
      } else {
        html.escaped(entry.title)
      }
      html.raw("</h3>\n")
      for line in entry.lines { html.markup("<p style=\"margin:2px 0 0;\">\(line)</p>\n") }
    }
    return html
  }
}
