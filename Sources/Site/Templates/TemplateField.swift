/// One value that a template may use: its name, kind and content.
struct TemplateField: Sendable {
  /// What a template can do with a value.
  enum Kind: Sendable {
    /// Plain text, escaped where it is shown: `{{name}}`.
    case text
    /// Finished HTML: `{{{name}}}`.
    case html
    /// True or false, for sections: `{{#name}}…{{/name}}`.
    case flag
    /// Records with values of their own, for sections.
    case list([TemplateField])
  }

  let name: TemplateName
  let kind: Kind
  /// The content of the value, for authors of templates; says when it is absent.
  let summary: String

  static func text(_ name: TemplateName, _ summary: String) -> TemplateField {
    TemplateField(name: name, kind: .text, summary: summary)
  }

  static func html(_ name: TemplateName, _ summary: String) -> TemplateField {
    TemplateField(name: name, kind: .html, summary: summary)
  }

  static func flag(_ name: TemplateName, _ summary: String) -> TemplateField {
    TemplateField(name: name, kind: .flag, summary: summary)
  }

  static func list(_ name: TemplateName, _ fields: [TemplateField], _ summary: String) -> TemplateField {
    TemplateField(name: name, kind: .list(fields), summary: summary)
  }
}

/// The name of a value in templates; the definition of a page declares which of them it has.
struct TemplateName: Sendable, Hashable {
  /// As in templates: `site-title`.
  let rawValue: String
  /// Distinguishes most names without comparing their text, because each page looks up dozens of names.
  private let fingerprint: UInt

  init(_ rawValue: String) {
    self.rawValue = rawValue
    fingerprint = rawValue.utf8.reduce(5_381) { ($0 &* 33) ^ UInt($1) }
  }

  static func == (left: TemplateName, right: TemplateName) -> Bool {
    left.fingerprint == right.fingerprint && left.rawValue == right.rawValue
  }
}

/// The names that several templates use; those of a single kind of page are in its folder.
extension TemplateName {
  static let address = TemplateName("address")
  static let aliases = TemplateName("aliases")
  static let article = TemplateName("article")
  static let badges = TemplateName("badges")
  static let canonical = TemplateName("canonical")
  static let contents = TemplateName("contents")
  static let count = TemplateName("count")
  static let current = TemplateName("current")
  static let customStylesheet = TemplateName("custom-stylesheet")
  static let date = TemplateName("date")
  static let description = TemplateName("description")
  static let entries = TemplateName("entries")
  static let edit = TemplateName("edit")
  static let facets = TemplateName("facets")
  static let feed = TemplateName("feed")
  static let footerText = TemplateName("footer-text")
  static let footer = TemplateName("footer")
  static let group = TemplateName("group")
  static let groupTitle = TemplateName("group-title")
  static let header = TemplateName("header")
  static let home = TemplateName("home")
  static let issues = TemplateName("issues")
  static let kind = TemplateName("kind")
  static let label = TemplateName("label")
  static let language = TemplateName("language")
  static let licence = TemplateName("licence")
  static let links = TemplateName("links")
  static let logo = TemplateName("logo")
  static let method = TemplateName("method")
  static let outside = TemplateName("outside")
  static let list = TemplateName("list")
  static let longContents = TemplateName("long-contents")
  static let noIndex = TemplateName("no-index")
  static let recordDay = TemplateName("record-day")
  static let previewName = TemplateName("preview-name")
  static let markdownCopy = TemplateName("markdown-copy")
  static let marksChanges = TemplateName("marks-changes")
  static let matrix = TemplateName("matrix")
  static let matrixStylesheet = TemplateName("matrix-stylesheet")
  static let manifest = TemplateName("manifest")
  static let mentions = TemplateName("mentions")
  static let menu = TemplateName("menu")
  static let modified = TemplateName("modified")
  static let name = TemplateName("name")
  static let neighbours = TemplateName("neighbours")
  static let newest = TemplateName("newest")
  static let next = TemplateName("next")
  static let nextTitle = TemplateName("next-title")
  static let optionsHTML = TemplateName("options")
  static let pageTitle = TemplateName("page-title")
  static let pairs = TemplateName("pairs")
  static let parties = TemplateName("parties")
  static let opensList = TemplateName("opens-list")
  static let partiesStylesheet = TemplateName("parties-stylesheet")
  static let picture = TemplateName("picture")
  static let pictureDescription = TemplateName("picture-description")
  static let picturesStylesheet = TemplateName("pictures-stylesheet")
  static let policy = TemplateName("policy")
  static let positions = TemplateName("positions")
  static let previous = TemplateName("previous")
  static let previousTitle = TemplateName("previous-title")
  static let published = TemplateName("published")
  static let relations = TemplateName("relations")
  static let reportError = TemplateName("report-error")
  static let reports = TemplateName("reports")
  static let rightToLeft = TemplateName("right-to-left")
  static let textLanguage = TemplateName("text-language")
  static let textDirection = TemplateName("text-direction")
  static let root = TemplateName("root")
  static let search = TemplateName("search")
  static let sharingType = TemplateName("sharing-type")
  static let siteDescription = TemplateName("site-description")
  static let siteHead = TemplateName("site-head")
  static let siteFeed = TemplateName("site-feed")
  static let siteTitle = TemplateName("site-title")
  static let structuredData = TemplateName("structured-data")
  static let stylesheet = TemplateName("stylesheet")
  static let subjectFeed = TemplateName("subject-feed")
  static let summary = TemplateName("summary")
  static let tensions = TemplateName("tensions")
  static let themeColor = TemplateName("theme-color")
  static let title = TemplateName("title")
}
