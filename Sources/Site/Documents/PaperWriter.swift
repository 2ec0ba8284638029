import Content
import Graph
import Text

/// What a document needs to know of its site.
struct PaperSite: Sendable {
  let graph: IssueGraph
  let words: LocalizedStrings
  /// The style sheet of documents.
  let style: String
  /// The day of the site’s newest report.
  let newestChange: PartialDate?
  /// Those that the site lists.
  let sources: [SourceShelf.Item]

  var settings: SiteSettings { graph.settings }
}

/// Writes a document as one HTML file.
struct PaperWriter {
  let groups: [PaperContents.Group]
  let subject: PaperSubject
  let format: PaperFormat
  let site: PaperSite
  let picture: (_ path: String) -> [UInt8]?

  private var settings: SiteSettings { site.settings }
  private var words: LocalizedStrings { site.words }
  private var parts: [PaperPart] { groups.flatMap(\.parts) }
  private var isPack: Bool { subject == .site }

  /// The report of the document; nil: it has another subject.
  private var report: Report? {
    guard case .page(let address) = subject else { return nil }
    return site.graph.reports.first { $0.address == address }?.report
  }

  var date: PartialDate? { report.map { $0.date } ?? site.newestChange }

  func html() -> HTML {
    let (title, bodies) = bodies()
    var output = HTML()
    head(title, into: &output)
    if isPack {
      cover(into: &output)
      contents(bodies, into: &output)
    }
    var number = 0
    for group in groups {
      if let key = group.title {
        output.raw("<h1 class=\"part\">")
        words.write(key, into: &output)
        output.raw("</h1>\n")
      }
      for _ in group.parts {
        section(number, bodies[number], into: &output)
        number += 1
      }
    }
    output.raw("</body>\n</html>\n")
    return output
  }

  /// A part as it is written.
  private struct Body {
    /// Escaped, without markup.
    let title: HTML
    let nodes: [MarkupNode]
  }

  /// The title of the document, escaped, and what is in its parts.
  private func bodies() -> (title: HTML, [Body]) {
    let parts = parts
    let links = PaperLinks(parts, settings: settings)
    var bodies: [Body] = []
    for (number, part) in parts.enumerated() {
      let filter = PaperFilter(
        format: format, prefix: PaperLinks.prefix(number), shift: part.shift,
        target: { links.target($0, on: part.address) }, picture: { data($0, on: part.address) })
      var nodes = filter.kept(part.nodes)
      let heading = Self.firstHeading(in: nodes)
      // pandoc writes the title of a document itself.
      if format == .docx, !isPack, number == 0 { nodes = Self.withoutFirstHeading(nodes) }
      bodies.append(Body(title: heading.map { Self.text(of: $0.children) } ?? HTML(), nodes: nodes))
    }
    var title = HTML()
    if isPack { title.escaped(settings.title) } else { title = bodies.first?.title ?? HTML() }
    return (title, bodies)
  }

  private func section(_ number: Int, _ body: Body, into output: inout HTML) {
    // The heading of a matrix that stands on a turned page belongs there, too.
    let isTurned = body.nodes.contains { $0.element.map(Self.isTurnedMatrix) ?? false }
    output.raw(isTurned ? "<section class=\"section turned\"" : "<section class=\"section\"")
    // pandoc keeps anchors of divisions, but not of sections.
    output.raw("><div id=\"")
    output.escaped(PaperLinks.anchor(number))
    output.raw("\">\n")
    for node in body.nodes { node.write(into: &output) }
    output.raw("</div></section>\n")
  }

  private static func isTurnedMatrix(_ element: MarkupElement) -> Bool {
    element.name == "div"
      && element.elements.contains { $0.classes.contains("matrix") && $0.classes.contains("turned") }
  }

  private func head(_ title: HTML, into output: inout HTML) {
    output.raw("<!doctype html>\n<html lang=\"")
    output.escaped(settings.language)
    output.raw("\" dir=\"")
    output.escaped(WritingDirection(language: settings.language).attribute)
    output.raw("\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
    output.append(contentsOf: title)
    output.raw("</title>\n")
    for author in report?.authors ?? [] { meta("author", author, into: &output) }
    if let date {
      if format == .docx { meta("date", words.dates.text(date), into: &output) }
      meta("dcterms.created", date.firstDay.description, into: &output)
      meta("dcterms.modified", date.firstDay.description, into: &output)
    }
    if let summary = report?.summary ?? (isPack ? settings.description : nil) {
      meta("description", summary, into: &output)
    }
    meta("generator", "Standpoint", into: &output)
    if format == .pdf { style(into: &output) }
    output.raw("</head>\n<body class=\"")
    output.raw(isPack ? "pack" : "single")
    output.raw("\">\n")
  }

  private func meta(_ name: String, _ value: String, into output: inout HTML) {
    output.markup("<meta name=\"\(name)\" content=\"\(value)\">\n")
  }

  /// The style sheet, and the running head with the site’s title.
  private func style(into output: inout HTML) {
    let isRightToLeft = WritingDirection(language: settings.language) == .rightToLeft
    output.raw("<style>\n")
    output.append(contentsOf: PaperStyle.withoutFiles(site.style))
    output.raw(isRightToLeft ? "\n@page { @top-right { content: " : "\n@page { @top-left { content: ")
    output.append(contentsOf: PaperStyle.string(settings.title))
    output.raw(isRightToLeft ? "; } @top-left {" : "; } @top-right {")
    output.raw(" content: string(section, last); } }\n")
    output.raw("@page cover { @top-left { content: none; } @top-right { content: none; } }\n</style>\n")
  }

  /// The title page. pandoc writes the title of a document itself.
  private func cover(into output: inout HTML) {
    output.raw("<section class=\"cover\">\n")
    if format == .pdf {
      output.raw("<p class=\"cover-title\">")
      output.escaped(settings.title)
      output.raw("</p>\n")
    }
    if let description = settings.description { line(description, style: "lead", into: &output) }
    if let day = settings.recordDay {
      line(words.text(.recordAsOf, words.dates.text(day)), style: "date", into: &output)
    } else if format == .pdf, let date {
      line(words.text(.asOf, words.dates.text(date)), style: "date", into: &output)
    }
    let graph = site.graph
    let counts = [
      words.text(.reportCount, count: graph.reports.count),
      words.text(.positionCount, count: graph.positions.count),
      words.text(.labelled, words.text(.issues), String(graph.issues.count)),
      words.text(.labelled, words.text(.parties), String(graph.parties.count)),
    ]
    line(counts.joined(separator: " · "), style: "counts", into: &output)
    if let address = settings.fullAddress("") {
      output.raw("<p class=\"address\"><a href=\"")
      output.escaped(address)
      output.raw("\">")
      output.escaped(address)
      output.raw("</a></p>\n")
    }
    if let licence = settings.licence {
      line(words.text(.labelled, words.text(.licence), licence), style: "licence", into: &output)
    }
    output.raw("</section>\n")
  }

  private func line(_ text: String, style: StaticString, into output: inout HTML) {
    output.raw("<p class=\"")
    output.raw(style)
    output.raw("\">")
    output.escaped(text)
    output.raw("</p>\n")
  }

  private func contents(_ bodies: [Body], into output: inout HTML) {
    output.raw("<section class=\"toc\">\n<h1 class=\"toc-title\">")
    words.write(.contents, into: &output)
    output.raw("</h1>\n<ul>\n")
    var number = 0
    for group in groups {
      if let key = group.title {
        output.raw("<li><span>")
        words.write(key, into: &output)
        output.raw("</span>\n<ul>\n")
      }
      for _ in group.parts {
        output.markup("<li><a href=\"#\(PaperLinks.anchor(number))\">")
        output.append(contentsOf: bodies[number].title)
        output.raw("</a></li>\n")
        number += 1
      }
      if group.title != nil { output.raw("</ul>\n</li>\n") }
    }
    output.raw("</ul>\n</section>\n")
  }

  private static func firstHeading(in nodes: [MarkupNode]) -> MarkupElement? {
    for element in nodes.lazy.compactMap(\.element) {
      if ["h1", "h2"].contains(element.name) { return element }
      if let found = firstHeading(in: element.children) { return found }
    }
    return nil
  }

  private static func withoutFirstHeading(_ nodes: [MarkupNode]) -> [MarkupNode] {
    var isFound = false
    func without(_ nodes: [MarkupNode]) -> [MarkupNode] {
      nodes.compactMap { node in
        guard !isFound, var element = node.element else { return node }
        if element.name == "h1" {
          isFound = true
          return nil
        }
        element.children = without(element.children)
        return .element(element)
      }
    }
    return without(nodes)
  }

  /// The text of nodes, escaped.
  private static func text(of nodes: [MarkupNode]) -> HTML {
    var text = HTML()
    for node in nodes {
      switch node {
      case .text: node.write(into: &text)
      case .element(let element):
        if element["epub:type"] == nil { text.append(contentsOf: self.text(of: element.children)) }
      }
    }
    return text
  }

  /// A picture of the site as a `data:` address; nil: it cannot be shown.
  private func data(_ address: String, on page: String) -> String? {
    if address.hasPrefix("data:image/") { return PaperPicture.isSafe(address) ? address : nil }
    guard let path = PaperLinks.path(address, from: settings.addresses.file(of: page)),
      let bytes = picture(PaperLinks.decoded(path))
    else { return nil }
    return PaperPicture.address(of: bytes)
  }
}
