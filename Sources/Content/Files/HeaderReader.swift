import Diagnostics
import Markdown

/// Determines what every file has: title, address, and whether it is withheld.
struct HeaderReader {
  let file: InputFile
  let matter: FrontMatter
  let document: Document
  let reader: ContentReader

  func header(_ diagnostics: inout [Diagnostic]) -> FileHeader {
    let (views, viewDiagnostics) = ViewReader.views(
      in: document, path: file.source.path, source: file.source.bytes,
      limit: reader.settings.limits[.liveBlocks])
    diagnostics += viewDiagnostics
    return FileHeader(
      file, matter, title: title, slug: slug, withheld: withheld(&diagnostics), document: document,
      views: views)
  }

  private var title: DocumentTitle {
    if let title = matter.title { return DocumentTitle(name: title, node: nil) }
    if let heading = firstHeading {
      let range = document.nodes[heading].source.range
      return DocumentTitle(name: AuthoredName(document.plainText(of: heading), range: range), node: heading)
    }
    let name = file.role == .home ? reader.settings.title : file.nameAsTitle
    return DocumentTitle(name: AuthoredName(name, range: 0..<0), node: nil)
  }

  /// The first H1 with text that is not inside a container; nil if there is none.
  private var firstHeading: Int? {
    document.children(of: 0).first { index in
      let node = document.nodes[index]
      return node.kind == .heading && node.detail == 1 && !document.plainText(of: index).isBlank
    }
  }

  private var slug: String {
    if file.role == .home { return "" }
    let own = matter.slug?.text
    guard file.role == .page, file.path.prefix(6).lowercased() != "pages/" else {
      return own ?? Slug.of(file.baseName)
    }
    // A page outside `pages/` has the address of its path, and the index page of a folder has that of the
    // folder.
    let parts = file.path.split(separator: "/")
    let folders = parts.dropLast().map { Slug.of(String($0)) }
    let opensFolder = !folders.isEmpty && ["readme.md", "index.md"].contains(parts.last?.lowercased())
    let last = own ?? (opensFolder ? nil : Slug.of(file.baseName))
    return (folders + [last].compactMap { $0 }).joined(separator: "/")
  }

  private func withheld(_ diagnostics: inout [Diagnostic]) -> Withholding? {
    let date = FileDate.of(file, matter).date
    if date == nil { reportImpossibleDay(&diagnostics) }
    if matter.isDraft && !reader.includesDrafts { return .draft }
    if let expires = matter.expires, expires <= reader.today { return .expired(expires) }
    if let date, date > reader.today { return .future(date) }
    return nil
  }

  /// Reports a file name that starts with a day that does not exist, because it gives no date.
  private func reportImpossibleDay(_ diagnostics: inout [Diagnostic]) {
    let start = file.baseName.utf8.prefix(10)
    guard file.role == .report, start.count == 10 else { return }
    let isShaped = zip(start, "0000-00-00".utf8).allSatisfy { byte, model in
      model == UInt8(ascii: "-") ? byte == model : byte >= 0x30 && byte <= 0x39
    }
    guard isShaped, PartialDate(startOf: file.baseName) == nil else { return }
    diagnostics.append(
      Diagnostic(
        .invalidDate, at: Place(path: file.source.path),
        "the file name starts with “\(file.baseName.prefix(10))”, which is not a valid date",
        suggestion: Suggestion("rename the file, or give the date with “date:”")))
  }
}
