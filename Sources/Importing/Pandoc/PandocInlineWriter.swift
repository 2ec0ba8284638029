import Content
import Text

/// Writes inlines as Markdown on one line, and collects footnotes, images and problems.
struct PandocInlineWriter {
  /// The footnotes as Markdown, in order of appearance.
  private(set) var notes: [MarkdownLine] = []
  /// The addresses of local images, without duplicates.
  private(set) var images: [String] = []
  /// The parts that were left out or changed, and how to fix them; without duplicates.
  private(set) var problems: [(message: String, fix: String)] = []

  private let hasPicture: (String) -> Bool
  private let styles: PageStyles
  /// Whether text that is bold or italic by its style only is written as such.
  var writesStyles = true
  /// Whether line breaks are written as `<br>`, as in cells that are not names; otherwise they are spaces.
  var breaksLines = false

  init(styles: PageStyles = PageStyles(), hasPicture: @escaping (String) -> Bool = { _ in true }) {
    self.styles = styles
    self.hasPicture = hasPicture
  }

  /// A piece of a line: plain text that is not yet escaped, or finished Markdown.
  private enum Piece: Hashable {
    case words(String)
    case markup(MarkdownLine)

    var isBreak: Bool { self == .markup("<br>") }
  }

  /// The place in which a text is used.
  enum Use { case paragraph, heading, cell, inside }

  mutating func text(_ inlines: [PandocInline], as use: Use) -> MarkdownLine {
    let wrote = writesStyles
    if use == .heading { writesStyles = false }
    defer { writesStyles = wrote }
    let pieces = Self.trimmed(merged(pieces(inlines)))
    guard let first = pieces.first, case .words(let words) = first else { return finished(pieces, as: use) }
    if use == .cell, let (mark, after) = MarkdownEscape.stanceMark(of: words) {
      let rest = [.words(after)] + pieces.dropFirst()
      return MarkdownEscape.attributeEnd(mark + finished(rest, as: .inside))
    }
    return use == .paragraph
      ? MarkdownEscape.lineStart(finished(pieces, as: use)) : finished(pieces, as: use)
  }

  /// The plain text without markup, for titles.
  func plainText(_ inlines: [PandocInline]) -> String {
    inlines.map(plainText).joined().singleSpaced
  }

  mutating func diagnose(_ message: String, fix: String) {
    if !problems.contains(where: { $0.message == message }) { problems.append((message, fix)) }
  }

  private func plainText(_ inline: PandocInline) -> String {
    switch inline {
    case .text(let text), .code(let text), .math(let text), .raw(let text): text
    case .space, .lineBreak: " "
    case .emphasis(let inner), .strong(let inner), .strikeout(let inner), .superscript(let inner),
      .subscript(let inner), .plain(let inner), .span(_, let inner), .link(let inner, _, _),
      .image(let inner, _):
      inner.map(plainText).joined()
    case .quoted(let isDouble, let inner):
      Self.quote(isDouble).0 + inner.map(plainText).joined() + Self.quote(isDouble).1
    case .note: ""
    }
  }

  private func finished(_ pieces: [Piece], as use: Use) -> MarkdownLine {
    let text = pieces.map { piece -> MarkdownLine in
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

  // MARK: Pieces

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
    case .lineBreak where breaksLines: return [.markup("<br>")]
    case .space, .lineBreak: return [.words(" ")]
    case .emphasis(let inner): return wrapped(inner, "*", before: next)
    case .strong(let inner): return wrapped(inner, "**", before: next)
    case .strikeout(let inner): return wrapped(inner, "~~", before: next)
    case .superscript(let inner): return [.words(ScriptText.superscript(plainText(inner)))]
    case .subscript(let inner): return [.words(ScriptText.subscript(plainText(inner)))]
    case .plain(let inner): return pieces(inner)
    case .span(let attributes, let inner): return styled(inner, attributes, before: next)
    case .quoted(let isDouble, let inner):
      let quote = Self.quote(isDouble)
      return [.words(quote.0)] + pieces(inner) + [.words(quote.1)]
    case .code(let code), .math(let code): return [.markup(Self.code(code))]
    case .raw(let text):
      diagnose(
        "raw markup is kept as text", fix: "search for “\(text.prefix(40))” in the report")
      return [.words(text)]
    case .link(let inner, let target, _): return link(inner, WrappedAddress.target(of: target))
    case .image(let inner, let target): return image(inner, target)
    case .note(let blocks):
      notes.append(PandocFlatText.text(blocks, &self))
      return [.markup("[^\(notes.count)]")]
    }
  }

  /// Wraps a text in marks such as `**`. Line breaks at its start and end stay outside, and so do leading and trailing white
  /// space and punctuation if Markdown would not read the marks otherwise.
  private mutating func wrapped(_ inner: [PandocInline], _ mark: MarkdownLine, before next: Character?)
    -> [Piece]
  {
    let pieces = merged(self.pieces(inner))
    let breaks = (pieces.prefix(while: \.isBreak), pieces.reversed().prefix(while: \.isBreak))
    if !breaks.0.isEmpty || !breaks.1.isEmpty {
      let rest = pieces.dropFirst(breaks.0.count).dropLast(breaks.1.count)
      return breaks.0 + wrapped(Array(rest), mark, before: breaks.1.isEmpty ? next : nil) + breaks.1
    }
    return wrapped(pieces, mark, before: next)
  }

  private func wrapped(_ inner: [Piece], _ mark: MarkdownLine, before next: Character?) -> [Piece] {
    var pieces = inner
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

  /// A span with the marks for what its style says.
  private mutating func styled(
    _ inner: [PandocInline], _ attributes: PandocAttributes, before next: Character?
  ) -> [Piece] {
    let style = writesStyles ? styles.style(of: attributes) : PageStyles.Style()
    let isEmphasised = inner.contains { if case .emphasis = $0 { true } else { false } }
    switch (style.isBold, style.isItalic && !isEmphasised) {
    case (true, true): return wrapped([.emphasis(inner)], "**", before: next)
    case (true, false): return wrapped(inner, "**", before: next)
    case (false, true): return wrapped(inner, "*", before: next)
    case (false, false): return pieces(inner)
    }
  }

  private mutating func link(_ inner: [PandocInline], _ target: String) -> [Piece] {
    let pieces = pieces(inner)
    let scheme = target.prefix { $0 != ":" && $0 != "/" }.lowercased()
    guard target.contains(":"), ["http", "https", "mailto", "tel"].contains(scheme) else {
      if !target.hasPrefix("#"), !target.isEmpty {
        diagnose(
          "the link to “\(target.prefix(80))” is removed and its text kept; a report cannot link there",
          fix: "use a full address if the link is needed")
      }
      return pieces
    }
    let text = finished(merged(pieces), as: .inside)
    if text.isEmpty { return [] }
    if plainText(inner) == target || "mailto:" + plainText(inner) == target {
      return [.words(plainText(inner))]
    }
    return text.contains("](") ? pieces : [.markup(.link(text, exactly: target))]
  }

  private mutating func image(_ inner: [PandocInline], _ target: String) -> [Piece] {
    let text = finished(merged(pieces(inner)), as: .inside)
    let scheme = target.prefix { $0 != ":" && $0 != "/" }.lowercased()
    let isOnWeb = target.contains(":") && ["http", "https"].contains(scheme)
    guard isOnWeb || (!target.isEmpty && !target.hasPrefix("data:") && hasPicture(target)) else {
      let name = target.hasPrefix("data:") ? "" : " “\(target.split(separator: "/").last ?? "")”"
      diagnose(
        "the image\(name) could not be imported; its description is kept as text",
        fix: "save it next to the report and add it there")
      return [.words(plainText(inner))]
    }
    if !isOnWeb, !images.contains(target) { images.append(target) }
    return [.markup("!" + .link(text, exactly: target))]
  }

  // MARK: Details

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

  private static func code(_ code: String) -> MarkdownLine {
    let text = code.split(whereSeparator: \.isNewline).joined(separator: " ")
    guard !text.isEmpty else { return MarkdownLine() }
    var fence = "`"
    while text.contains(fence) { fence += "`" }
    let needsSpace = text.hasPrefix("`") || text.hasSuffix("`")
    return MarkdownLine(trusted: fence + (needsSpace ? " \(text) " : text) + fence)
  }

  private static func quote(_ isDouble: Bool) -> (String, String) { isDouble ? ("“", "”") : ("‘", "’") }
}

/// Writes superscripts and subscripts without markup, with Unicode characters where all characters have one.
enum ScriptText {
  private static let raised: [Character: Character] = [
    "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹",
    "+": "⁺",
    "-": "⁻", "−": "⁻", "(": "⁽", ")": "⁾", "=": "⁼", "n": "ⁿ",
  ]
  private static let lowered: [Character: Character] = [
    "0": "₀", "1": "₁", "2": "₂", "3": "₃", "4": "₄", "5": "₅", "6": "₆", "7": "₇", "8": "₈", "9": "₉",
    "+": "₊",
    "-": "₋", "−": "₋", "(": "₍", ")": "₎", "=": "₌",
  ]

  /// Turns `2` into ²; keeps letters (“nd” in “2nd”) and bracketed numbers; writes anything else as `^(…)`.
  static func superscript(_ text: String) -> String { shown(text, raised, sign: "^") }

  /// Turns `2` into ₂; keeps letters and bracketed numbers; writes anything else as `_(…)`.
  static func `subscript`(_ text: String) -> String { shown(text, lowered, sign: "_") }

  private static func shown(_ text: String, _ table: [Character: Character], sign: String) -> String {
    let mapped = text.compactMap { table[$0] }
    if mapped.count == text.count, text.contains(where: \.isNumber) { return String(mapped) }
    if text.allSatisfy({ $0.isLetter || $0.isWhitespace }) || text.hasPrefix("[") { return text }
    return "\(sign)(\(text))"
  }
}
