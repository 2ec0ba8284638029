/// One value that a template may use: its name, its kind, and what it holds.
struct TemplateField: Sendable {
  /// What a template may do with a value.
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
  /// What it holds, for people who write templates; says when it is absent.
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

/// Every name that a template can use; which of them a page has, its kind declares.
enum TemplateName: String, Sendable, CaseIterable {
  case address
  case after
  case agreement
  case aliases
  case apart
  case article
  case authors
  case badges
  case before
  case canonical
  case cards
  case contents
  case count
  case coverage
  case current
  case customStylesheet = "custom-stylesheet"
  case date
  case description
  case earlier
  case editions
  case facets
  case feed
  case footer
  case gaps
  case group
  case groupTitle = "group-title"
  case header
  case heading
  case home
  case hue
  case introduction
  case issues
  case kind
  case label
  case language
  case legend
  case linkedFrom = "linked-from"
  case list
  case longContents = "long-contents"
  case marksChanges = "marks-changes"
  case matrix
  case matrixStylesheet = "matrix-stylesheet"
  case members
  case memberOf = "member-of"
  case manifest
  case map
  case mentions
  case menu
  case modified
  case name
  case neighbours
  case newest
  case next
  case nextDate = "next-date"
  case nextTitle = "next-title"
  case notComparable = "not-comparable"
  case oneSided = "one-sided"
  case optionsHTML = "options"
  case pageTitle = "page-title"
  case pairs
  case parties
  case picture
  case picturesStylesheet = "pictures-stylesheet"
  case policy
  case positions
  case previous
  case previousDate = "previous-date"
  case previousTitle = "previous-title"
  case proposition
  case published
  case readingTime = "reading-time"
  case redLines = "red-lines"
  case relations
  case reports
  case representatives
  case rightToLeft = "right-to-left"
  case root
  case search
  case sharingType = "sharing-type"
  case siteDescription = "site-description"
  case siteFeed = "site-feed"
  case siteTitle = "site-title"
  case stale
  case structuredData = "structured-data"
  case stylesheet
  case subjectFeed = "subject-feed"
  case subjects
  case summary
  case tags
  case tensions
  case ties
  case timeline
  case title
  case updated
  case year
  case yearAddress = "year-address"
}
