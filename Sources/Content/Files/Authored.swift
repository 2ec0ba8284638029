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

  /// The front matter as written.
  package var matter: FrontMatter {
    switch self {
    case .report(let report): report.matter
    case .issue(let file): file.matter
    case .party(let file): file.matter
    case .page(let file), .home(let file): file.matter
    }
  }
}

/// The part that every authored file has, whatever its kind. Immutable, and passed by reference.
package final class FileHeader: Sendable {
  /// The path below the content folder.
  package let path: String
  /// The path as messages print it.
  package let sourcePath: String
  /// `title:`, otherwise the first H1, otherwise the file name.
  package let title: String
  /// The range of the title; empty at the start of the file if the title is the file name.
  package let titleRange: Range<Int>
  /// The node of the H1 that is used as the title and therefore not shown in the article; nil if there is
  /// none.
  package let titleNode: Int?
  /// The number of levels by which headings move down in the article: 1 if the document has an H1 besides its
  /// title, otherwise 0.
  package let headingShift: Int
  /// The last part of the address: `slug:`, otherwise derived from the file name; lower case, NFC.
  package let slug: String
  /// `redirects:`, as written.
  package let redirects: [AuthoredName]
  /// Why the file is left out of the site; nil: it is part of the site.
  package let withheld: Withholding?
  /// `draft: true` in a build that includes drafts.
  package let isDraft: Bool
  /// The Markdown below the front matter.
  package let document: Document
  /// The ` ```standpoint ` blocks of the document, in order, without those that have errors.
  package let views: [AuthoredView]

  package init(
    path: String, sourcePath: String, title: String, titleRange: Range<Int>, titleNode: Int?,
    headingShift: Int,
    slug: String, redirects: [AuthoredName], withheld: Withholding?, isDraft: Bool = false,
    document: Document, views: [AuthoredView] = []
  ) {
    self.path = path
    self.sourcePath = sourcePath
    self.title = title
    self.titleRange = titleRange
    self.titleNode = titleNode
    self.headingShift = headingShift
    self.slug = slug
    self.redirects = redirects
    self.withheld = withheld
    self.isDraft = isDraft
    self.document = document
    self.views = views
  }
}

/// Why a page is left out of a build.
package enum Withholding: Sendable, Hashable {
  case draft
  /// Its date is after the date of the build.
  case future(PartialDate)
  /// Its `expires:` date has passed.
  case expired(PartialDate)
}
