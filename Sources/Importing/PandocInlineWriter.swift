import Content
import Text

/// Writes pieces of lines as Markdown on one line; gathers footnotes, images and what cannot be shown.
struct PandocInlineWriter {
  /// Footnotes in order of appearance, as Markdown.
  private(set) var notes: [String] = []
  /// Addresses of images, those on the web aside; each once.
  private(set) var images: [String] = []
  /// What was left out or changed, in words, with how to mend it; each once.
  private(set) var complaints: [(message: String, mend: String)] = []

  private let hasPicture: (String) -> Bool

  init(hasPicture: @escaping (String) -> Bool = { _ in true }) {
    self.hasPicture = hasPicture
  }

  /// A run of Markdown: plain words that are yet to be escaped, or finished markup.
  private enum Piece {
    case words(String)
    case markup(String)
  }

  /// How a text is going to be used.
  enum Use { case paragraph, heading, cell, inside }

  mutating func text(_ inlines: [PandocInline], as use: Use) -> String {
    let pieces = Self.trimmed(merged(pieces(inlines)))
    guard let first = pieces.first, case .words(let words) = first else { return finished(pieces, as: use) }
    if use == .cell, let mark = MarkdownEscape.stanceMark(of: words) {
      let rest = [.words(String(words.dropFirst(mark.count)))] + pieces.dropFirst()
      return MarkdownEscape.attributeEnd(mark + finished(rest, as: .inside))
    }
    return use == .paragraph
      ? MarkdownEscape.lineStart(finished(pieces, as: use)) : finished(pieces, as: use)
  }

  /// The words alone, without any markup, as a title is written.
  func plainText(_ inlines: [PandocInline]) -> String {
    inlines.map(plainText).joined().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  mutating func complain(_ message: String, mend: String) {
    if !complaints.contains(where: { $0.message == message }) { complaints.append((message, mend)) }
  }

  private func plainText(_ inline: PandocInline) -> String {
    switch inline {
    case .text(let text), .code(let text), .math(let text), .raw(let text): text
    case .space, .lineBreak: " "
    case .emphasis(let inner), .strong(let inner), .strikeout(let inner), .superscript(let inner),
      .subscript(let inner), .plain(let inner), .link(let inner, _), .image(let inner, _):
      inner.map(plainText).joined()
    case .quoted(let isDouble, let inner):
      Self.quote(isDouble).0 + inner.map(plainText).joined() + Self.quote(isDouble).1
    case .note: ""
    }
  }

  private func finished(_ pieces: [Piece], as use: Use) -> String {
    let text = pieces.map { piece in
      switch piece {
      case .words(let words): MarkdownEscape.inline(words)
      case .markup(let markup): markup
      }
    }.joined()
    switch use {
    case .heading: return MarkdownEscape.headingEnd(text)
    case .cell: return MarkdownEscape.attributeEnd(text)
    default: return text
    }
  }

  // Pieces

  private mutating func pieces(_ inlines: [PandocInline]) -> [Piece] {
    var result: [Piece] = []
    for (index, inline) in inlines.enumerated() {
      let next = index + 1 < inlines.count ? plainText(inlines[index + 1]).first : nil
      result += pieces(inline, before: next)
    }
    return result
  }

  private mutating func pieces(_ inline: PandocInline, before next: Character?) -> [Piece] {
    switch inline {
    case .text(let text): return [.words(Self.visible(text))]
    case .space, .lineBreak: return [.words(" ")]
    case .emphasis(let inner): return wrapped(inner, "*", before: next)
    case .strong(let inner): return wrapped(inner, "**", before: next)
    case .strikeout(let inner): return wrapped(inner, "~~", before: next)
    case .superscript(let inner): return [.words(RaisedText.superscript(plainText(inner)))]
    case .subscript(let inner): return [.words(RaisedText.subscript(plainText(inner)))]
    case .plain(let inner): return pieces(inner)
    case .quoted(let isDouble, let inner):
      let quote = Self.quote(isDouble)
      return [.words(quote.0)] + pieces(inner) + [.words(quote.1)]
    case .code(let code), .math(let code): return [.markup(Self.code(code))]
    case .raw(let text):
      complain(
        "raw markup is taken as the words that it says", mend: "look for “\(text.prefix(40))” in the report")
      return [.words(text)]
    case .link(let inner, let target): return link(inner, target)
    case .image(let inner, let target): return image(inner, target)
    case .note(let blocks):
      notes.append(PandocFlatText.text(blocks, &self))
      return [.markup("[^\(notes.count)]")]
    }
  }

  /// White space and punctuation at the ends stand outside the marks where they would keep them from being read.
  private mutating func wrapped(_ inner: [PandocInline], _ mark: String, before next: Character?) -> [Piece] {
    var pieces = merged(self.pieces(inner))
    var lead = ""
    var trail = ""
    if case .words(let words)? = pieces.first {
      lead = String(words.prefix { $0.isWhitespace })
      pieces[0] = .words(String(words.dropFirst(lead.count)))
    }
    if case .words(let words)? = pieces.last {
      let goesOn = next.map { $0.isLetter || $0.isNumber } ?? false
      trail = String(
        String(
          words.reversed().prefix { $0.isWhitespace || (goesOn && ($0.isPunctuation || $0.isSymbol)) }
            .reversed()))
      pieces[pieces.count - 1] = .words(String(words.dropLast(trail.count)))
    }
    let text = finished(pieces, as: .inside)
    if text.isEmpty || text.hasPrefix("*") || text.hasSuffix("*") {
      return [.words(lead)] + pieces + [.words(trail)]
    }
    return [.words(lead), .markup(mark + text + mark), .words(trail)]
  }

  private mutating func link(_ inner: [PandocInline], _ target: String) -> [Piece] {
    let pieces = pieces(inner)
    let scheme = target.prefix { $0 != ":" && $0 != "/" }.lowercased()
    guard target.contains(":"), ["http", "https", "mailto", "tel"].contains(scheme) else {
      if !target.hasPrefix("#"), !target.isEmpty {
        complain(
          "the link to “\(target.prefix(80))” is left out and its words are kept: it leads nowhere from a report",
          mend: "write the whole address if it is needed")
      }
      return pieces
    }
    let text = finished(merged(pieces), as: .inside)
    if text.isEmpty { return [] }
    if plainText(inner) == target || "mailto:" + plainText(inner) == target {
      return [.words(plainText(inner))]
    }
    return text.contains("](") ? pieces : [.markup("[\(text)](\(Self.destination(target)))")]
  }

  private mutating func image(_ inner: [PandocInline], _ target: String) -> [Piece] {
    let text = finished(merged(pieces(inner)), as: .inside)
    let scheme = target.prefix { $0 != ":" && $0 != "/" }.lowercased()
    let isOnWeb = target.contains(":") && ["http", "https"].contains(scheme)
    guard isOnWeb || (!target.isEmpty && !target.hasPrefix("data:") && hasPicture(target)) else {
      let name = target.hasPrefix("data:") ? "" : " “\(target.split(separator: "/").last ?? "")”"
      complain(
        "the picture\(name) could not be taken over, and its description is kept as text",
        mend: "save it beside the report and link it there")
      return [.words(plainText(inner))]
    }
    if !isOnWeb, !images.contains(target) { images.append(target) }
    return [.markup("![\(text)](\(Self.destination(target)))")]
  }

  // Small parts

  private func merged(_ pieces: [Piece]) -> [Piece] {
    var result: [Piece] = []
    for piece in pieces {
      if case .words(let words) = piece {
        if words.isEmpty { continue }
        if case .words(let before)? = result.last {
          let joins = before.last == " " && words.first == " "
          result[result.count - 1] = .words(before + (joins ? String(words.dropFirst()) : words))
          continue
        }
      }
      result.append(piece)
    }
    return result
  }

  private static func trimmed(_ pieces: [Piece]) -> [Piece] {
    var pieces = pieces
    if case .words(let words)? = pieces.first { pieces[0] = .words(String(words.drop { $0.isWhitespace })) }
    if case .words(let words)? = pieces.last {
      pieces[pieces.count - 1] = .words(String(words.trimmingTrailingWhitespace))
    }
    return pieces
  }

  private static func visible(_ text: String) -> String {
    PastedTextCleaner.line(text)
  }

  private static func code(_ code: String) -> String {
    let text = code.split(whereSeparator: \.isNewline).joined(separator: " ")
    guard !text.isEmpty else { return "" }
    var fence = "`"
    while text.contains(fence) { fence += "`" }
    let needsSpace = text.hasPrefix("`") || text.hasSuffix("`")
    return fence + (needsSpace ? " \(text) " : text) + fence
  }

  /// The address of a link (CommonMark 0.30, section 6.3).
  static func destination(_ target: String) -> String {
    let isPlain = !target.unicodeScalars.contains {
      $0.value <= 0x20 || "()<>\\;".unicodeScalars.contains($0)
    }
    if isPlain { return target }
    let inside = target.unicodeScalars.map { scalar in
      switch scalar {
      case "<", ">", "\\": "\\\(scalar)"
      case "\n", "\r", "\t": "%20"
      case "&": "&amp;"
      default: String(scalar)
      }
    }
    return "<" + inside.joined() + ">"
  }

  private static func quote(_ isDouble: Bool) -> (String, String) { isDouble ? ("“", "”") : ("‘", "’") }
}
