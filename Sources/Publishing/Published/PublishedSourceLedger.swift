import Content
import FileSystem
import Graph
import Importing
import Site
import Text
import Workspace

/// The addresses of the sources whose pages `standpoint publish` published, so that a page can still say what it was about when
/// no report cites the source any more, and stays reachable when the key of its entry changes.
///
/// Stored in the text file `.standpoint/published-sources` in the site's folder: an address on each line, sorted, and after a tab
/// the last part of the address of its page if it had an entry. A single-file site has none.
enum PublishedSourceLedger {
  /// Adds the sources with pages: those that the table of positions of a built site names and that have no entry, and those of the
  /// entries that the content has.
  static func add(_ site: BuiltSite, to folders: SiteFolders) throws(EnvironmentError) {
    let path = folders.root.appending(SourceLibrary.ledgerPath)
    let table = site.path(of: PublishedPositions.path)
    guard folders.singleFile == nil, try FileStatus.of(table, followingLinks: true) != nil else { return }
    let pages = Set(site.paths.compactMap(SourceLibrary.slug(ofPage:)))
    let known = try FileStatus.of(path, followingLinks: true) == nil ? [] : FileReader.readAll(path)
    var (addresses, entries) = SourceLibrary.ledger(known)
    var compared = Set(addresses.map(SourceAddress.compared))
    for address in Self.addresses(in: try FileReader.readAll(table)) {
      let form = SourceAddress.compared(address)
      if !compared.contains(form), SourceSlugs.candidates(for: form).contains(where: pages.contains) {
        compared.insert(form)
        addresses.append(address)
      }
    }
    var described = Set(entries.map(\.compared))
    for entry in try Self.entries(of: folders, with: pages)
    where described.insert(entry.compared).inserted {
      entries.append(entry)
    }
    let lines = addresses + entries.map { "\($0.address)\t\($0.slug)" }
    let bytes = Array(lines.sorted().map { $0 + "\n" }.joined().utf8)
    if bytes == known { return }
    try FileWriter.makeFolders(path.parent)
    try FileWriter.write(bytes, to: path)
  }

  /// The entries of the content that have an address and one of these pages.
  private static func entries(
    of folders: SiteFolders, with pages: Set<String>
  ) throws(EnvironmentError) -> [SourceLibrary.PublishedEntry] {
    let inputs = try WorkspaceInputs.read(
      folders, from: ContentFiles(onDisk: folders), switches: PageRegistry.switches)
    return inputs.settings.sources.entries.compactMap { entry in
      guard let url = entry.url, url.contains("://"), !url.contains(where: \.isWhitespace) else { return nil }
      let slug = SourceSlugs.candidates(for: entry.key).reversed().first(where: pages.contains)
      return slug.map { SourceLibrary.PublishedEntry(address: url, slug: $0) }
    }
  }

  /// The addresses in the column of sources, on their own or in the text of a footnote.
  private static func addresses(in table: [UInt8]) -> [String] {
    let rows = CSVReader.read(table).records.map(\.cells)
    guard let column = rows.first?.firstIndex(of: PositionTable.sourcesColumn) else { return [] }
    return rows.dropFirst().filter { column < $0.count }.flatMap { row in
      row[column].split(whereSeparator: \.isWhitespace).compactMap(Self.address)
    }
  }

  /// The address in a word of a footnote, without the punctuation around it; nil: the word has none.
  private static func address(_ word: Substring) -> String? {
    guard let start = word.firstRange(of: "http")?.lowerBound else { return nil }
    var address = word[start...]
    guard address.hasPrefix("http://") || address.hasPrefix("https://") else { return nil }
    while let last = address.last, ".,;:!?\"'”’»>)]".contains(last) {
      if last == ")", address.contains("(") { break }
      address.removeLast()
    }
    return String(address)
  }
}
