import Content
import Graph
import Text

/// Draws pictures of links as SVG. No text is smaller than 24 pixels, the least that is read in a small preview.
struct SharePicturePainter {
  let settings: SiteSettings
  let words: LocalizedStrings

  /// The distance of everything from the edges.
  private static let margin = 48
  private static let gap = 10
  private static let textSize = 26
  private static let lineHeight = 32
  /// The width of a letter in relation to the size of its font, for wide fonts.
  private static let letter = 0.64
  private static let fonts =
    "'Noto Sans', 'DejaVu Sans', 'Noto Sans CJK SC', 'Noto Sans Arabic', 'Noto Sans Hebrew', sans-serif"

  /// - Parameter address: that of the page; nil: the picture of all other pages.
  static func path(of address: String?) -> String { "assets/share/\(address ?? "site").png" }

  private var isRightToLeft: Bool { WritingDirection(language: settings.language) == .rightToLeft }

  /// The number of letters of a size that fit a width.
  private static func letters(_ size: Int, in width: Int) -> Int {
    max(1, Int(Double(width) / (Double(size) * letter)))
  }

  /// The picture of all other pages: the title of the site and its description.
  var site: SharePicture {
    var canvas = Canvas(isRightToLeft: isRightToLeft)
    let title = canvas.lines(settings.title, size: 76, most: 3, from: 150)
    let description = settings.description.map { canvas.lines($0, size: 36, most: 4, from: title.end + 40) }
    let shown = [title.shown, description?.shown].compactMap(\.self)
    return SharePicture(
      path: Self.path(of: nil), svg: canvas.finished,
      description: sentences(shown))
  }

  /// The picture of an issue or a party.
  ///
  /// - Parameters:
  ///   - address: that of its page.
  ///   - subtitle: the proposition of an issue; nil: none.
  func picture(at address: String, title: String, subtitle: String?, strip: StanceStrip) -> SharePicture {
    var canvas = Canvas(isRightToLeft: isRightToLeft)
    let head = canvas.lines(settings.title, size: 26, most: 1, from: 44, color: "#444")
    let name = canvas.lines(title, size: 52, most: 2, from: head.end + 14)
    let statement = subtitle.map { canvas.lines($0, size: 28, most: 2, from: name.end + 10, color: "#333") }
    let columns = draw(strip, from: (statement ?? name).end + 28, on: &canvas)
    let shown = [name.shown, statement?.shown].compactMap(\.self) + columns + [head.shown]
    return SharePicture(
      path: Self.path(of: address), svg: canvas.finished,
      description: sentences(shown))
  }

  /// Texts one after the other, with a full stop after each that has none.
  private func sentences(_ texts: [String]) -> String {
    texts.map { $0.last == "." ? String($0.dropLast()) : $0 }.joined(separator: words.text(.fullStop))
  }

  /// - Returns: what each column with names shows.
  private func draw(_ strip: StanceStrip, from top: Int, on canvas: inout Canvas) -> [String] {
    let count = strip.columns.count
    let width = (SharePicture.size.width - 2 * Self.margin - (count - 1) * Self.gap) / count
    return strip.columns.enumerated().compactMap { place, column in
      let left = Self.margin + place * (width + Self.gap)
      let colours = Self.colours(column.stance)
      canvas.box(x: left, y: top, width: width, height: 48, fill: colours.fill)
      let label = words.stances.name(column.stance)
      let size = label.count > Self.letters(Self.textSize, in: width - 20) ? 24 : Self.textSize
      let shownLabel = LabelLines(label, width: Self.letters(size, in: width - 20), most: 1).lines.first ?? ""
      canvas.text(shownLabel, x: left + 12, y: top + 33, size: size, color: colours.text, isBold: true)
      if column.names.isEmpty {
        canvas.text("–", x: left + 12, y: top + 48 + Self.lineHeight, size: Self.textSize, color: "#444")
        return nil
      }
      let shown = names(column.names, x: left + 12, from: top + 48, width: width - 12, on: &canvas)
      return words.text(.labelled, shownLabel, shown.joined(separator: words.text(.comma)))
    }
  }

  /// Writes as many names as there is room for, and counts the others.
  ///
  /// - Returns: the names as they are shown, and the number of the others.
  private func names(_ names: [String], x: Int, from top: Int, width: Int, on canvas: inout Canvas)
    -> [String]
  {
    let room = SharePicture.size.height - 24 - top
    let labels = labels(names, width: Self.letters(Self.textSize, in: width), room: room)
    let count = Self.count(of: labels, in: room)
    var y = top
    for label in labels.prefix(count) {
      for line in label {
        y += Self.lineHeight
        canvas.text(line, x: x, y: y, size: Self.textSize, color: "#000")
      }
      y += Self.gap
    }
    var shown = labels.prefix(count).map { $0.joined(separator: " ") }
    if count < names.count {
      let rest = words.text(.furtherParties, count: names.count - count)
      canvas.text(rest, x: x, y: y + Self.lineHeight, size: Self.textSize, color: "#444")
      shown.append(rest)
    }
    return shown
  }

  /// Names in lines: as many lines for each as there is room for, but no less than two.
  private func labels(_ names: [String], width: Int, room: Int) -> [[String]] {
    for most in [4, 3] {
      let labels = names.map { LabelLines($0, width: width, most: most).lines }
      if Self.count(of: labels, in: room) == names.count { return labels }
    }
    return names.map { LabelLines($0, width: width, most: 2).lines }
  }

  /// How many names fit; those that are left out need a line that counts them.
  private static func count(of labels: [[String]], in room: Int) -> Int {
    var used = 0
    for (place, label) in labels.enumerated() {
      used += label.count * lineHeight
      let rest = place == labels.count - 1 ? 0 : gap + lineHeight
      if used + rest > room { return place }
      used += gap
    }
    return labels.count
  }

  /// The colours of a stance; all of them differ in lightness, too.
  static func colours(_ stance: Stance) -> (fill: String, text: String) {
    switch stance {
    case .champions: ("#1c5fa8", "#fff")
    case .supports: ("#86b8ea", "#000")
    case .mixed: ("#e6cf74", "#000")
    case .neutral: ("#f4f4f4", "#000")
    case .opposes: ("#d9724a", "#000")
    case .redLine: ("#5c0f0a", "#fff")
    }
  }

  /// An SVG picture that is being drawn.
  private struct Canvas {
    private var svg = XML()
    private let isRightToLeft: Bool

    init(isRightToLeft: Bool) {
      self.isRightToLeft = isRightToLeft
      let (width, height) = (SharePicture.size.width, SharePicture.size.height)
      svg.markup("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\" ")
      svg.markup("viewBox=\"0 0 \(width) \(height)\" font-family=\"\(fonts)\">\n")
      svg.markup("<rect width=\"\(width)\" height=\"\(height)\" fill=\"#fff\"/>\n")
      svg.markup("<rect width=\"\(width)\" height=\"12\" fill=\"#222\"/>\n")
    }

    var finished: [UInt8] {
      var svg = svg
      svg.raw("</svg>\n")
      return svg.bytes
    }

    mutating func box(x: Int, y: Int, width: Int, height: Int, fill: String) {
      let left = isRightToLeft ? SharePicture.size.width - x - width : x
      svg.markup("<rect x=\"\(left)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" fill=\"\(fill)\" ")
      svg.raw("stroke=\"#444\" stroke-width=\"1\"/>\n")
    }

    mutating func text(_ text: String, x: Int, y: Int, size: Int, color: String, isBold: Bool = false) {
      let start = isRightToLeft ? SharePicture.size.width - x : x
      svg.markup("<text x=\"\(start)\" y=\"\(y)\" font-size=\"\(size)\" fill=\"\(color)\"")
      if isBold { svg.raw(" font-weight=\"bold\"") }
      if isRightToLeft { svg.raw(" direction=\"rtl\"") }
      svg.raw(">")
      svg.escaped(text)
      svg.raw("</text>\n")
    }

    /// Writes a text over the whole width.
    ///
    /// - Returns: where its last line ends, and the text as it is shown.
    mutating func lines(
      _ text: String, size: Int, most: Int, from top: Int, color: String = "#000"
    ) -> (end: Int, shown: String) {
      let width = letters(size, in: SharePicture.size.width - 2 * margin)
      let lines = LabelLines(text, width: width, most: most).lines
      var y = top
      for line in lines {
        y += size
        self.text(line, x: margin, y: y, size: size, color: color, isBold: size > 40)
        y += size / 4
      }
      return (y, lines.joined(separator: " "))
    }
  }
}
