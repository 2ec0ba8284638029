import Diagnostics
import Markdown

/// One file of the content folder, read: front matter typed, Markdown parsed, tables and directives found.
package indirect enum Authored: Sendable {
  case report(Report)
  case issue(IssueFile)
  case party(PartyFile)
  case page(PageFile)
  case home(PageFile)

  /// What all of them have.
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

/// What every authored file has, whatever it is; it never changes, and is shared rather than copied when passed on.
package final class FileHeader: Sendable {
  /// Path below the content folder.
  package let path: String
  /// Path as messages print it.
  package let sourcePath: String
  /// `title:`, else the first H1, else the file's name.
  package let title: String
  /// Where the title stands; empty at the file's start when it is the file's name.
  package let titleRange: Range<Int>
  /// The node of the H1 that serves as the title and is not shown again; nil if none does.
  package let titleNode: Int?
  /// How many levels headings move down in the article: 1 when the document has an H1 besides its title, else 0.
  package let headingShift: Int
  /// Last part of the address: `slug:`, else from the file's name; lower-case, NFC.
  package let slug: String
  /// `redirects:`, as written.
  package let redirects: [AuthoredName]
  /// Why the file is left out of the site; nil: it is not.
  package let withheld: Withholding?
  /// `draft: true` in a build that includes drafts.
  package let isDraft: Bool
  /// The Markdown below the front matter.
  package let document: Document
  /// The ` ```standpoint ` blocks of the document, in order; those with problems are left out.
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
  /// Its date lies after the build's day.
  case future(PartialDate)
  /// Its `expires:` day has come.
  case expired(PartialDate)
}
