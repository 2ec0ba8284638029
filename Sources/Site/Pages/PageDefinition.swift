import Content

/// The properties of one kind of page. Each kind declares its own in its folder, and `PageRegistry` lists
/// them.
struct PageDefinition: Sendable {
  /// The name of the kind: `{{kind}}` in templates, and the name of the template without `.mustache`.
  let key: String
  /// The name of the pages in messages, as part of a sentence: `report pages`.
  let title: String
  /// Everything that the template may use: the values of all pages, then the kind's own fields.
  let fields: [TemplateField]
  /// The interface texts that the code of the kind writes and no other kind does.
  let texts: [StringKey]
  /// The picture for previews when an address is shared.
  let picture: SharingPicture
  /// The type of the page in Open Graph (ogp.me).
  let sharingType: String
  /// Whether search engines may list the pages.
  let isInSitemap: Bool
  /// Whether the search index has the pages: see `PageDraft.facets`.
  let isSearched: Bool
  /// The key in `page-kinds` that switches the kind off; nil: every site has it.
  let pageSwitch: PageSwitch?
  /// The address that is reserved for the kind, below the site's root and without leading and trailing
  /// slashes; nil: its addresses come from the author's files.
  let address: String?
  /// Where the menu has the page at `address`; nil: it is only in the menu if `nav:` lists it.
  let menu: MenuPlace?
  /// Whether an authored page can have `address`, too: the generated page then has its title, and its text stands
  /// above what is generated.
  let takesAuthoredText: Bool

  init(
    _ key: String, _ title: String, fields: [TemplateField] = [], texts: [StringKey] = [],
    picture: SharingPicture = .site,
    sharingType: String = "website", isInSitemap: Bool = true, isSearched: Bool = false,
    switch pageSwitch: PageSwitch? = nil,
    address: String? = nil, menu: MenuPlace? = nil, takesAuthoredText: Bool = false
  ) {
    self.key = key
    self.title = title
    self.fields = SharedFields.all + fields + (takesAuthoredText ? SharedFields.authoredText : [])
    self.texts = texts
    self.picture = picture
    self.sharingType = sharingType
    self.isInSitemap = isInSitemap
    self.isSearched = isSearched
    self.pageSwitch = pageSwitch
    self.address = address
    self.menu = menu
    self.takesAuthoredText = takesAuthoredText
  }

  /// The template of the pages.
  var template: TemplateDefinition { TemplateDefinition(name: key, title: title, fields: fields) }
}

/// The place of a list in the menu of a site without `nav:`.
struct MenuPlace: Sendable {
  /// A group of entries.
  enum Group: Sendable, CaseIterable {
    /// Parties beside each other.
    case comparing
    /// What is new on the record, and what was corrected.
    case changes
    /// What does not belong to the other entries. It opens a list.
    case more

    /// The label of the group.
    var label: StringKey {
      switch self {
      case .comparing: .compare
      case .changes: .whatChanged
      case .more: .morePages
      }
    }
  }

  let label: StringKey
  /// The group of the entry; nil: it is on the first level.
  let group: Group?

  init(_ label: StringKey, in group: Group? = nil) {
    self.label = label
    self.group = group
  }
}

/// A picture for previews that a site’s own theme may have, 1200 by 630 pixels, as a path below the site's root.
enum SharingPicture: String, Sendable, CaseIterable {
  case site = "assets/picture-site.png"
  case report = "assets/picture-report.png"
  case issue = "assets/picture-issue.png"
  case party = "assets/picture-party.png"
  case matrix = "assets/picture-matrix.png"
  case options = "assets/picture-options.png"
  case changes = "assets/picture-changes.png"
}
