import Content
import Graph

/// The table of issues by parties, or the list of its parts if it is too large for one page.
struct MatrixPage: SitePage {
  static let definition = PageDefinition(
    "matrix", "the matrix",
    fields: [
      .text(.list, "The path to the whole matrix."),
      .html(.matrix, "The table of issues by parties; absent on the first page of a matrix that is split."),
      .html(.contents, "Links to the parts of the matrix; absent if it is not split."),
      .text(.group, "The group or letter that this part shows; absent if it is not split."),
      .text(.coverage, "The path to the coverage page; absent without one."),
    ] + FrameCode.fields, picture: .matrix, switch: .matrix, address: "matrix",
    menu: MenuPlace(.matrix, in: .comparing))

  static func pages(of site: SiteLayout) -> [any SitePage] {
    if site.graph.positions.isEmpty { return [] }
    return [MatrixPage()] + site.matrix.parts.map { MatrixPartPage(part: $0) as any SitePage }
  }

  func address(in site: SiteLayout) -> String { Self.address }

  func values(_ site: PageRenderer) -> TemplateValues {
    let matrix = site.layout.matrix
    var draft = site.draft(Self.definition, address: Self.address, title: site.words.text(.whoStandsWhere))
    let page = draft.page
    if site.site.coverage != nil { draft.text(.coverage, page.path(to: CoveragePage.address)) }
    if !matrix.parts.isEmpty {
      draft.html(.contents) { Self.write(matrix.parts, on: page, into: &$0) }
    } else if !matrix.issues.isEmpty {
      draft.useMatrixStylesheet()
      draft.html(.matrix) {
        MatrixWriter(page: page, issues: matrix.issues, record: site.site.record).write(into: &$0)
      }
      draft.frameCode(of: self, in: site)
    }
    return draft.values
  }

  private static func write(_ parts: [MatrixParts.Part], on page: PageLinks, into output: inout HTML) {
    output.raw("<ul>\n")
    for part in parts {
      output.raw("<li><a href=\"")
      if page.site.settings.addresses == .pretty {
        output.escaped(part.slug)
        output.raw("/")
      } else {
        page.page(part.address, into: &output)
      }
      output.raw("\">")
      output.escaped(part.title(page.site.words))
      output.raw("</a></li>\n")
    }
    output.raw("</ul>\n")
  }
}

/// One part of a matrix that is too large for one page.
struct MatrixPartPage: SitePage {
  static var definition: PageDefinition { MatrixPage.definition }

  let part: MatrixParts.Part

  static func pages(of site: SiteLayout) -> [any SitePage] { [] }

  func address(in site: SiteLayout) -> String { part.address }

  func title(_ site: PageRenderer) -> String {
    site.words.text(.labelled, site.words.text(.whoStandsWhere), part.title(site.words))
  }

  func values(_ site: PageRenderer) -> TemplateValues {
    var draft = site.draft(Self.definition, address: part.address, title: title(site))
    let page = draft.page
    draft.text(.group, part.title(site.words))
    draft.text(.list, page.path(to: MatrixPage.address))
    draft.useMatrixStylesheet()
    draft.html(.matrix) {
      MatrixWriter(page: page, issues: part.issues, record: site.site.record, showsGroups: false).write(
        into: &$0)
    }
    draft.frameCode(of: self, in: site)
    return draft.values
  }
}

extension MatrixParts.Part {
  /// The group or letter, with the number of the page if it is not the first.
  func title(_ words: LocalizedStrings) -> String {
    let group = title ?? words.text(.otherIssues)
    return number == 1 ? group : group + words.text(.comma) + words.text(.pageNumber, String(number))
  }

  /// The address of the part's page below the site's root.
  var address: String { MatrixPage.address + "/" + slug }
}

extension PageSwitch {
  static let matrix = PageSwitch("matrix", "the matrix")
}

extension TemplateName {
  static let coverage = TemplateName("coverage")
}
