import Diagnostics
import Markdown

/// One parsed file of the content folder: typed front matter, parsed Markdown, tables and directives.
package indirect enum Authored: Sendable {
  case report(Report)
  case issue(IssueFile)
  case party(PartyFile)
  case page(PageFile)
  case home(PageFile)

  /// The part that all kinds of file have.
  package var header: FileHeader {
    switch self {
    case .report(let report): report.header
    case .issue(let file): file.header
    case .party(let file): file.header
    case .page(let file), .home(let file): file.header
    }
  }
}

/// The part that every authored file has, whatever its kind. Immutable, and passed by reference.
package final class FileHeader: Sendable {
  /// The path below the content folder.
  package let path: String
  /// The path as messages print it.
  package let sourcePath: String
  /// The front matter as written.
  package let matter: FrontMatter
  /// `title:`, otherwise the first H1, otherwise the file name.
  package let title: String
  /// The range of the title; empty at the start of the file if the title is the file name.
  package let titleRange: Range<Int>
  /// The node of the H1 that is used as the title and therefore not shown in the article; nil if there is
  /// none.
  package let titleNode: Int?
  /// The last part of the address: `slug:`, otherwise derived from the file name; lower case, NFC.
  package let slug: String
  /// Why the file is left out of the site; nil: it is part of the site.
  package let withheld: Withholding?
  /// The Markdown below the front matter.
  package let document: Document
  /// The ` ```standpoint ` blocks of the document, in order, without those that have errors.
  package let views: [AuthoredView]

  init(
    _ file: InputFile, _ matter: FrontMatter, title: DocumentTitle, slug: String, withheld: Withholding?,
    document: Document, views: [AuthoredView]
  ) {
    path = file.path
    sourcePath = file.source.path
    self.matter = matter
    self.title = title.name.text
    titleRange = title.name.range
    titleNode = title.node
    self.slug = slug
    self.withheld = withheld
    self.document = document
    self.views = views
  }

  /// The same file, left out of the site.
  fileprivate init(_ other: FileHeader, withheld: Withholding) {
    path = other.path
    sourcePath = other.sourcePath
    matter = other.matter
    title = other.title
    titleRange = other.titleRange
    titleNode = other.titleNode
    slug = other.slug
    self.withheld = withheld
    document = other.document
    views = other.views
  }

  /// `draft: true` in a build that includes drafts.
  package var isDraft: Bool { matter.isDraft && withheld != .draft }
}

extension FileHeader {
  /// The same file, left out of the site for a reason.
  package func withheld(for reason: Withholding) -> FileHeader { FileHeader(self, withheld: reason) }
}

/// The title of a file, and the heading that gives it.
struct DocumentTitle {
  let name: AuthoredName
  /// The heading that is used as the title; nil if there is none.
  let node: Int?
}

/// An authored file of one kind. The values of its front matter are members, by the names of their properties.
@dynamicMemberLookup
package protocol AuthoredFile: Sendable {
  var header: FileHeader { get }
}

extension AuthoredFile {
  /// A value of the front matter, by the name of its property. What is done for each position or each report of a site reads
  /// `header.matter`: key paths are followed when the program runs, which takes some 2,000 instructions.
  @inlinable @inline(__always)
  package subscript<Value>(dynamicMember property: KeyPath<FrontMatter, Value>) -> Value {
    header.matter[keyPath: property]
  }
}

/// Why a page is left out of a build.
package enum Withholding: Sendable, Hashable {
  case draft
  /// Its date is after the date of the build.
  case future(PartialDate)
  /// Its `expires:` date has passed.
  case expired(PartialDate)
  /// Its date begins after the day whose record the site shows (`--as-of`).
  case later(PartialDate)
  /// It has no date, so nothing tells whether the record of that day had it.
  case undated

  /// The reason in the words of messages, such as `expired on 2025-03-02`.
  package var reason: String {
    switch self {
    case .draft: "a draft"
    case .future(let date): "dated \(date), which is in the future"
    case .expired(let date): "expired on \(date)"
    case .later(let date): "dated \(date), which is after the day of the record"
    case .undated: "without a date"
    }
  }
}
