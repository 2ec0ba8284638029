import Content
import Diagnostics
import Markdown
import Text

extension ReportImporter {
  /// Imports a Markdown file: translates its head, and keeps its text.
  ///
  /// Throws if its head cannot be read.
  package func note(from source: SourceText, as choice: NoteChoice = NoteChoice()) throws(NoteProblem)
    -> ImportedNote
  {
    let head = try NoteHead(source)
    var translation = HeadTranslation(kind: choice.kind, name: options.name, section: choice.hugoSection)
    translation.read(head.entries)
    for alias in choice.aliases { translation.add(alias: alias) }
    if let slug = choice.slug { translation.set(slug: slug, replacing: choice.replacesSlug) }
    if choice.isDraft || choice.needsPublish && !translation.isPublished { translation.makeDraft() }
    if let title = options.title { translation.title = title }
    if let date = options.date { translation.date = date }
    let bytes = source.bytes[head.body...]
    let text = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
    var body = NoteBody(text)
    let translated = body.translated()
    let offset = source.bytes[..<head.body].count { $0 == 10 }
    var decisions = translation.decisions.map { ImportDecision(line: nil, $0) }
    if let form = head.form, form != "YAML" {
      decisions.insert(ImportDecision(line: nil, "the front matter is translated from \(form)"), at: 0)
    }
    decisions += body.decisions.map { ImportDecision(line: $0.line + offset + 1, $0.message) }
    let new = translation.text
    let gap = new.isEmpty || translated.isEmpty || translated.hasPrefix("\n") ? "" : "\n"
    return ImportedNote(
      head: new + gap, body: translated, title: translation.title, slug: translation.slug,
      isDraft: translation.isDraft,
      decisions: decisions)
  }
}

extension ReportImporter {
  /// Imports a single Markdown file as a report.
  ///
  /// Throws if its head cannot be read.
  ///
  /// - Parameter keepsName: whether the report has the file's name, which links may use; otherwise the name comes from the title.
  package func report(fromNote source: SourceText, keepsName: Bool) throws(NoteProblem) -> ImportedReport {
    let note = try note(from: source)
    let title = note.title ?? options.name
    let files = note.links.map(\.path).filter { path in
      path.split(separator: "/").last?.contains(".") == true && !path.lowercased().hasSuffix(".md")
    }
    var decisions = note.decisions
    if note.isDraft { decisions.append(ImportDecision(line: nil, "stays a draft")) }
    return ImportedReport(
      text: note.text, title: title, slug: keepsName ? options.name : Slug.of(title), decisions: decisions,
      diagnostics: [], images: files)
  }
}

/// What the folder of a note decides about it.
package struct NoteChoice: Sendable, Hashable {
  /// The kind of file that it becomes.
  package var kind: FrontMatterKey.Kind = .report
  /// Further names, such as that of its file before.
  package var aliases: [String] = []
  /// The slug, unless the note has one; nil: from its file name.
  package var slug: String?
  /// Whether the note is a draft unless its head says `publish: true`.
  package var needsPublish = false
  /// Whether `slug` takes the place of the note's own.
  package var replacesSlug = false
  /// The folder of a note of a Hugo site, below its content; nil: the note is of another program.
  package var hugoSection: String?
  /// Whether it is a draft by its folder.
  package var isDraft = false

  package init() {}
}

/// A Markdown file that was imported.
package struct ImportedNote: Sendable, Hashable {
  /// The front matter, ending with a line end or empty.
  package let head: String
  /// The Markdown below it.
  package var body: String
  /// The title in the head; nil if it has none.
  package let title: String?
  /// The slug in the head; nil if it has none.
  package let slug: String?
  package let isDraft: Bool
  package let decisions: [ImportDecision]

  package var text: String { head + body }

  /// What it links to and shows inside the site, each once, in order of appearance.
  package var links: [NoteLink] {
    let parser = MarkdownParser(profile: .site)
    let document = parser.parse(SourceText(path: "", text: body)).document
    var seen: Set<NoteLink> = []
    return document.nodes.compactMap { node in
      let text = document.string(node.text)
      let link: NoteLink? =
        switch node.kind {
        case .link, .image: NoteLink(destination: text, range: node.source.range)
        case .wikilink: NoteLink(name: text, range: node.source.range)
        default: nil
        }
      return link.flatMap { seen.insert($0).inserted ? $0 : nil }
    }
  }

  /// The same note with other destinations of its links.
  ///
  /// - Parameter changes: for each link, what to write instead of `written`.
  package func changing(_ changes: [NoteLink: String]) -> ImportedNote {
    if changes.isEmpty { return self }
    var bytes = Array(body.utf8)
    for (link, new) in changes.sorted(by: { $0.key.range.lowerBound > $1.key.range.lowerBound }) {
      let range = link.range.clamped(to: 0..<bytes.count)
      let old = Array(link.written.utf8)
      let places = range.dropLast(max(0, old.count - 1)).filter { bytes[$0...].starts(with: old) }
      guard let start = places.last else { continue }
      bytes.replaceSubrange(start..<start + old.count, with: Array(new.utf8))
    }
    var note = self
    note.body = String(decoding: bytes, as: UTF8.self)
    return note
  }
}

/// A link, an image, a wikilink or an embed in a note.
package struct NoteLink: Sendable, Hashable {
  /// The destination as written, without `#…` and `?…`.
  package let written: String
  /// The same, percent-decoded: a path, or the name in a wikilink.
  package let path: String
  package let isWikilink: Bool
  /// The link in the body, in bytes.
  let range: Range<Int>

  /// A link or image; nil if it leads out of the site, or to a place on its own page.
  init?(destination: String, range: Range<Int>) {
    let written = String(destination.prefix { $0 != "#" && $0 != "?" })
    let scheme = written.prefix { $0 != ":" && $0 != "/" }
    guard !written.isEmpty, !written.hasPrefix("//"),
      scheme.endIndex == written.endIndex || written[scheme.endIndex] == "/"
    else { return nil }
    self.written = written
    path = PercentEncoding.decoded(written)
    isWikilink = false
    self.range = range
  }

  init?(name: String, range: Range<Int>) {
    let written = String(name.prefix { $0 != "#" })
    guard !written.allSatisfy(\.isWhitespace) else { return nil }
    self.written = written
    path = String(written.trimmingWhitespace)
    isWikilink = true
    self.range = range
  }
}
