import Content
import Text

/// Translates the head of a note to the keys of Standpoint.
struct HeadTranslation {
  /// The kind of file that the note becomes, which decides its keys.
  let kind: FrontMatterKey.Kind
  /// The note's file name without its ending.
  let name: String
  /// The folder of a note of a Hugo site, below its content, whose aliases are addresses; nil: another program's note.
  let section: String?

  var title: String?
  var date: PartialDate?
  private(set) var updated: PartialDate?
  private(set) var isDraft = false
  /// Whether the head says `publish: true`.
  private(set) var isPublished = false
  private(set) var slug: String?
  private(set) var summary: String?
  private(set) var language: String?
  private(set) var weight: Int?
  private(set) var authors: [String] = []
  private(set) var tags: [String] = []
  private(set) var aliases: [String] = []
  private(set) var redirects: [String] = []
  /// Keys of Standpoint itself, as lines of YAML.
  private(set) var own: [String] = []
  private(set) var decisions: [String] = []

  /// When the note may be published at the earliest; nil: its head does not say.
  private var publication: PartialDate?
  private var permalinks: [String] = []
  /// The last part of the address that the head asks for, as written.
  private var ownSlug: String?
  private var datesByRank: [Int: PartialDate] = [:]

  init(kind: FrontMatterKey.Kind, name: String, section: String? = nil) {
    self.kind = kind
    self.section = section
    self.name = name
  }

  mutating func read(_ entries: [YAMLEntry]) {
    for entry in entries { read(entry) }
    date = datesByRank.min { $0.key < $1.key }?.value
    if let day = publication, let own = date, own < day {
      decisions.append("“date” is the day of publication, \(day), so that nothing is published before it")
      date = day
    }
    for link in permalinks { addRedirect(expanded(link)) }
    if let section, permalinks.isEmpty, let last = ownSlug {
      addRedirect("/" + (section.isEmpty ? "" : section + "/") + last + "/")
    }
  }

  /// The keys that decide the date, the most telling first.
  private static let dates = [
    "date", "pubdate", "publishdate", "published_at", "date created", "created", "created_at",
    "creation date",
  ]

  private mutating func read(_ entry: YAMLEntry) {
    let key = entry.key.lowercased()
    let texts = entry.value.texts
    if entry.value.content == .empty { return }
    switch key {
    case "title": title = title ?? texts.first
    case "authors", "author", "creator", "creators", "by": authors += people(entry.value)
    case "tags", "tag", "keywords", "topics", "categories", "category": addTags(entry, texts)
    case "taxonomies":
      if case .map(let inner) = entry.value.content { for entry in inner { read(entry) } }
    case "aliases", "alias":
      for text in list(texts) {
        if let section, !text.contains("://") {
          addRedirect(Self.resolved(text, in: section))
        } else {
          text.hasPrefix("/") ? addRedirect(text) : add(alias: text)
        }
      }
    case "redirects", "redirect_from": for text in texts { addRedirect(text) }
    case "draft", "published", "publish", "dg-publish", "private", "unlisted", "render":
      readDraft(entry, texts)
    case "build", "_build": readBuild(entry)
    case "slug": readSlug(texts.first ?? "")
    case "permalink", "url": permalinks += texts
    case "lang", "language", "locale": readLanguage(entry, texts)
    case "summary", "description", "excerpt": readSummary(entry, texts)
    case "weight", "nav_order", "sidebar_position": readWeight(entry, texts)
    case "updated", "lastmod", "last_modified_at", "modified", "date modified", "updated_at":
      readUpdated(entry, texts)
    case "expires", "expirydate", "unpublishdate":
      if let day = Self.day(texts.first) { keep("expires: \(day)", of: entry) } else { leaveOut(entry) }
    case _ where Self.dates.contains(key): readDate(entry, texts, key)
    default: readOther(entry)
    }
  }

  // MARK: Values

  private mutating func readDate(_ entry: YAMLEntry, _ texts: [String], _ key: String) {
    guard let day = Self.day(texts.first) else { return leaveOut(entry, "it cannot be read as a date") }
    if key == "publishdate" || key == "pubdate" { publication = day }
    let rank = Self.dates.firstIndex(of: key) ?? Self.dates.count
    if let other = datesByRank.min(by: { $0.key < $1.key }), other.value != day {
      decisions.append(
        "“\(entry.key): \(texts.first ?? "")” differs from another date, and only the one whose key ranks highest (date, pubDate, created …) is kept"
      )
    }
    datesByRank[rank] = day
  }

  /// The day in a date with or without a time, in any form that the importer reads.
  private static func day(_ text: String?) -> PartialDate? {
    guard let text = text?.trimmingWhitespace, !text.isEmpty else { return nil }
    if let date = PartialDate(text) { return date }
    let first = text.prefix { !$0.isWhitespace && $0 != "T" }
    return PartialDate(first) ?? WrittenDate.read(String(first)) ?? WrittenDate.read(String(text))
      ?? WrittenDate.first(in: String(text))
  }

  private mutating func readUpdated(_ entry: YAMLEntry, _ texts: [String]) {
    guard kind == .report, let day = Self.day(texts.first) else { return leaveOut(entry) }
    updated = max(updated ?? day, day)
  }

  /// Names of people: texts, or maps with a name.
  private mutating func people(_ value: YAMLValue) -> [String] {
    switch value.content {
    case .text(let text): return list([text]).map { YAMLFlow.name($0) }
    case .list(let values): return values.flatMap { people($0) }
    case .map(let entries):
      if let name = entries.first(where: { ["name", "title"].contains($0.key.lowercased()) }) {
        return people(name.value)
      }
      return entries.map(\.key)
    case .empty, .tooDeep: return []
    }
  }

  /// Texts, in which commas separate several.
  private func list(_ texts: [String]) -> [String] {
    guard texts.count == 1, let text = texts.first else { return texts.map(\.oneLine).filter { !$0.isEmpty } }
    return text.split(separator: ",").map { String($0.trimmingWhitespace).oneLine }.filter { !$0.isEmpty }
  }

  private mutating func addTags(_ entry: YAMLEntry, _ texts: [String]) {
    guard kind == .report else { return leaveOut(entry) }
    for tag in list(texts) {
      let tag = tag.hasPrefix("#") ? String(tag.dropFirst()) : tag
      if !tag.isEmpty, !tags.contains(tag) { tags.append(tag) }
    }
    if !["tags", "tag"].contains(entry.key.lowercased()) {
      decisions.append("“\(entry.key)” is added to “tags”")
    }
  }

  private mutating func readDraft(_ entry: YAMLEntry, _ texts: [String]) {
    let text = (texts.first ?? "").lowercased()
    if entry.key.lowercased() == "publish", ["true", "yes"].contains(text) { isPublished = true }
    if entry.key.lowercased() == "draft" {
      // Anything but a clear “no” keeps a draft private.
      isDraft = isDraft || !["false", "no", "off", "0"].contains(text)
    } else if ForeignKeys.isWithholding(entry.key, text) {
      isDraft = true
      decisions.append("“\(entry.key): \(text)” makes it a draft")
    }
  }

  /// `build: {render: never}` of Hugo.
  private mutating func readBuild(_ entry: YAMLEntry) {
    guard case .map(let inner) = entry.value.content,
      let render = inner.first(where: { $0.key.lowercased() == "render" })?.value.texts.first,
      ["never", "false", "link"].contains(render.lowercased())
    else { return leaveOut(entry) }
    isDraft = true
    decisions.append("“\(entry.key): {render: \(render)}” makes it a draft")
  }

  private mutating func readSlug(_ text: String) {
    let last = text.split(separator: "/").last.map(String.init) ?? text
    if last.isEmpty { return }
    slug = Slug.of(last)
    ownSlug = last
    if slug != text { decisions.append("“slug: \(text)” becomes “\(slug ?? "")”") }
  }

  private mutating func readLanguage(_ entry: YAMLEntry, _ texts: [String]) {
    guard FrontMatterKey.isKey("language", of: kind), let text = texts.first else { return leaveOut(entry) }
    language = text.replacing("_", with: "-")
  }

  private mutating func readSummary(_ entry: YAMLEntry, _ texts: [String]) {
    guard let text = texts.first?.oneLine, !text.isEmpty else { return }
    if summary == nil || entry.key.lowercased() == "summary" {
      summary = text
    } else if summary != text {
      leaveOut(entry, "the summary is already set")
    }
  }

  private mutating func readWeight(_ entry: YAMLEntry, _ texts: [String]) {
    guard FrontMatterKey.isKey("weight", of: kind), let number = texts.first.flatMap({ Int($0) }) else {
      return leaveOut(entry)
    }
    weight = number
  }

  /// A key of Standpoint is kept as it is; any other is listed.
  private mutating func readOther(_ entry: YAMLEntry) {
    if FrontMatterKey.isKey(entry.key, of: kind) {
      own.append("\(entry.key): \(YAMLFlow.text(entry.value))")
    } else {
      leaveOut(entry)
    }
  }

  private mutating func keep(_ line: String, of entry: YAMLEntry) { own.append(line) }

  private mutating func leaveOut(_ entry: YAMLEntry, _ why: String = "Standpoint has no such key") {
    let value = YAMLFlow.text(entry.value)
    let shown = value.count > 60 ? value.prefix(59) + "…" : value
    decisions.append("“\(entry.key): \(shown)” is left out: \(why)")
  }

  // MARK: Addresses

  /// The address that a relative one means in a folder of Hugo, such as `../old/` in `posts`.
  private static func resolved(_ address: String, in section: String) -> String {
    if address.hasPrefix("/") { return address }
    var parts = section.split(separator: "/").map(String.init)
    for part in address.split(separator: "/") where part != "." {
      if part != ".." { parts.append(String(part)) } else { _ = parts.popLast() }
    }
    return "/" + parts.joined(separator: "/") + (address.hasSuffix("/") ? "/" : "")
  }

  mutating func add(alias: String) {
    if !alias.isEmpty, !aliases.contains(alias), NameKey(alias) != NameKey(title ?? "") {
      aliases.append(alias)
    }
  }

  mutating func set(slug: String, replacing: Bool) { if replacing || self.slug == nil { self.slug = slug } }

  mutating func makeDraft() { isDraft = true }

  private mutating func addRedirect(_ address: String) {
    var path = address
    if let scheme = path.firstRange(of: "://") {
      let rest = path[scheme.upperBound...]
      path = rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? "/"
    }
    if !path.hasPrefix("/") { path = "/" + path }
    path = String(path.prefix { $0 != "?" && $0 != "#" })
    if path.contains(":") || path.contains("//") || path == "/" {
      return decisions.append("the address “\(address)” is left out: it is not the path of a single page")
    }
    if !redirects.contains(path) { redirects.append(path) }
  }

  /// The address that Jekyll or Hugo makes of a pattern such as `/:year/:month/:title/`.
  private func expanded(_ pattern: String) -> String {
    guard pattern.contains(":"), !pattern.contains("://") else { return pattern }
    let day = date ?? PartialDate(startOf: name)
    let stem = PartialDate(startOf: name) == nil ? name : String(name.dropFirst(11))
    var values = ["title": slug ?? Slug.of(stem), "slug": slug ?? Slug.of(stem), "filename": stem]
    values["categories"] = tags.first.map { Slug.of($0) }
    if let day {
      values["year"] = String(day.year)
      values["month"] = day.month.map { $0 < 10 ? "0\($0)" : "\($0)" }
      values["day"] = day.day.map { $0 < 10 ? "0\($0)" : "\($0)" }
    }
    return pattern.split(separator: "/", omittingEmptySubsequences: false).map { part in
      part.hasPrefix(":") ? values[String(part.dropFirst())] ?? String(part) : String(part)
    }.joined(separator: "/")
  }

  // MARK: The new head

  /// The front matter with both its `---` lines, ending with a line end; empty if it says nothing.
  var text: String {
    var lines: [String] = []
    if let title { lines.append("title: " + YAMLScalar.text(title.oneLine, isInList: false)) }
    if let date { lines.append("date: \(date)") }
    if let updated { lines.append("updated: \(updated)") }
    if isDraft { lines.append("draft: true") }
    if let language { lines.append("language: " + YAMLScalar.text(language)) }
    if let summary { lines.append("summary: " + YAMLScalar.text(summary, isInList: false)) }
    lines += Self.line("authors", authors) + Self.line("tags", tags)
    if let slug { lines.append("slug: \(slug)") }
    if let weight { lines.append("weight: \(weight)") }
    lines += Self.line("aliases", aliases) + Self.line("redirects", redirects) + own
    return lines.isEmpty ? "" : "---\n" + lines.joined(separator: "\n") + "\n---\n"
  }

  private static func line(_ key: String, _ values: [String]) -> [String] {
    values.isEmpty ? [] : ["\(key): [" + values.map { YAMLScalar.text($0) }.joined(separator: ", ") + "]"]
  }
}

/// Writes a value of YAML on one line; wikilinks, as Obsidian writes them in properties, become the names in them.
enum YAMLFlow {
  static func text(_ value: YAMLValue) -> String {
    if case .list(let outer) = value.content, outer.count == 1, case .list(let inner) = outer[0].content {
      // `[[Name]]` without quotation marks is a list in a list.
      return inner.count == 1 ? text(inner[0]) : text(outer[0])
    }
    return switch value.content {
    case .empty: "null"
    case .tooDeep: "…"
    case .text(let text): Self.scalar(text)
    case .list(let values): "[" + values.map { self.text($0) }.joined(separator: ", ") + "]"
    case .map(let entries):
      "{" + entries.map { "\(YAMLScalar.text($0.key)): \(text($0.value))" }.joined(separator: ", ") + "}"
    }
  }

  /// The name in a text that is a wikilink; any other text as it is.
  static func name(_ text: String) -> String {
    let trimmed = text.trimmingWhitespace
    guard trimmed.hasPrefix("[["), trimmed.hasSuffix("]]"), trimmed.utf8.count > 4 else { return text }
    let inner = trimmed.dropFirst(2).dropLast(2)
    guard !inner.contains("[") else { return text }
    let target = inner.prefix { $0 != "|" && $0 != "#" }
    return String(target.split(separator: "/").last ?? target)
  }

  /// Numbers, dates and flags stay what they are.
  private static func scalar(_ written: String) -> String {
    let text = name(written)
    let isPlain =
      ["true", "false"].contains(text) || Int(text) != nil || PartialDate(text[...]) != nil
    return isPlain ? text : YAMLScalar.text(text)
  }
}

extension String {
  /// Without line ends and white space around it.
  fileprivate var oneLine: String {
    split(whereSeparator: \.isNewline).map { String($0.trimmingWhitespace) }.joined(separator: " ")
      .trimmingWhitespace.description
  }
}
