import Diagnostics

/// Reads the menu, `nav:`.
enum NavigationReader {
  /// A list of `Label: /address/`, or one map of them; instead of an address, another such list makes a group
  /// of entries. nil if it is empty.
  static func read(_ entry: YAMLEntry, _ fields: inout FieldReader) -> [NavigationEntry]? {
    limited(read(entry, &fields, self.entry), entry, &fields)
  }

  /// The entries without those beyond the limit, which are reported.
  private static func limited(
    _ entries: [NavigationEntry]?, _ entry: YAMLEntry, _ fields: inout FieldReader
  ) -> [NavigationEntry]? {
    var open = Limit.menuEntries.value
    let count = entries?.reduce(0) { $0 + max(1, $1.entries.count) } ?? 0
    guard let entries, count > open else { return entries }
    fields.report(
      .invalidValue, entry.keyRange,
      "“\(entry.key)” has \(count) entries; those after the first \(open) are left out",
      suggestion: Suggestion("every page has the whole menu, so name the pages that matter most"))
    return entries.compactMap { entry in
      defer { open -= max(1, entry.entries.count) }
      if open <= 0 { return nil }
      if entry.entries.count <= open { return entry }
      return NavigationEntry(
        label: entry.label, entries: Array(entry.entries.prefix(open)), opensList: entry.opensList)
    }
  }

  /// A list of `Label: address`, or one map of them, without groups. An address can also be that of a mailbox.
  static func links(_ entry: YAMLEntry, _ fields: inout FieldReader) -> [NavigationEntry] {
    limited(read(entry, &fields, link), entry, &fields) ?? []
  }

  private static func link(_ entry: YAMLEntry, _ fields: inout FieldReader) -> NavigationEntry? {
    guard case .text(let text) = entry.value.content, text.lowercased().hasPrefix("mailto:"),
      text.contains("@"),
      !text.contains(where: \.isWhitespace)
    else { return page(entry, &fields, of: "a link") }
    return NavigationEntry(label: entry.key, address: text)
  }

  private static func read(
    _ entry: YAMLEntry, _ fields: inout FieldReader,
    _ take: (YAMLEntry, inout FieldReader) -> NavigationEntry?
  ) -> [NavigationEntry]? {
    switch entry.value.content {
    case .empty: return nil
    case .map(let entries): return entries.compactMap { take($0, &fields) }
    case .list(let values):
      return values.flatMap { value -> [NavigationEntry] in
        if case .map(let entries) = value.content { return entries.compactMap { take($0, &fields) } }
        fields.wrongType(
          entry.key == "links" ? "an entry of links" : "an entry of nav", "“Label: /address/”", value)
        return []
      }
    case .text, .tooDeep:
      fields.wrongType(entry.key, "a list of “Label: /address/”", entry.value)
      return nil
    }
  }

  /// An entry of the first level: a page, or a group of pages. An empty group is left out.
  private static func entry(_ entry: YAMLEntry, _ fields: inout FieldReader) -> NavigationEntry? {
    switch entry.value.content {
    case .list, .map:
      NavigationEntry(label: entry.key, entries: read(entry, &fields, page) ?? [])
    case .empty, .text, .tooDeep: page(entry, &fields)
    }
  }

  private static func page(_ entry: YAMLEntry, _ fields: inout FieldReader) -> NavigationEntry? {
    page(entry, &fields, of: "a menu entry")
  }

  private static func page(
    _ entry: YAMLEntry, _ fields: inout FieldReader, of: String
  ) -> NavigationEntry? {
    guard let address = fields.name(entry) else { return nil }
    let text = address.text
    let isOurs = text.hasPrefix("/") && !text.hasPrefix("//")
    let isFull = text.lowercased().hasPrefix("https://") || text.lowercased().hasPrefix("http://")
    if (isOurs || isFull) && !text.unicodeScalars.contains(where: { $0.value <= 0x20 || $0 == "\\" }) {
      return NavigationEntry(label: entry.key, address: text)
    }
    fields.report(
      .invalidValue, address.range, "“\(text.excerpt)” cannot be the address of \(of)",
      suggestion: Suggestion("write an address on this site, such as /matrix/, or a full one with https://"))
    return nil
  }
}
