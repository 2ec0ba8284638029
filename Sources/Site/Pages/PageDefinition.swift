import Content

/// What all pages of one kind have in common. Each kind declares its own in its folder, and `PageRegistry` lists them.
struct PageDefinition: Sendable {
  /// The kind's name: `{{kind}}` in templates, and the template's name without `.mustache`.
  let key: String
  /// What messages call the pages, as part of a sentence: `report pages`.
  let title: String
  /// Everything that the template may use: what all pages have, then the kind's own fields.
  let fields: [TemplateField]
  /// The picture for previews when an address is shared.
  let picture: SharingPicture
  /// The type of the page in Open Graph (ogp.me).
  let sharingType: String
  /// Search engines may list the pages.
  let isInSitemap: Bool
  /// The key in `page-kinds` that switches the kind off; nil: every site has it.
  let pageSwitch: PageSwitch?
  /// The address that the site keeps for the kind, below its root and without slashes around it; nil: its addresses
  /// come from the author's files.
  let address: String?
  /// What the menu calls the page at `address`; nil: it is never in a menu unless `nav:` lists it.
  let menuLabel: StringKey?

  init(
    _ key: String, _ title: String, fields: [TemplateField] = [], picture: SharingPicture = .site,
    sharingType: String = "website", isInSitemap: Bool = true, switch pageSwitch: PageSwitch? = nil,
    address: String? = nil, menuLabel: StringKey? = nil
  ) {
    self.key = key
    self.title = title
    self.fields = SharedFields.all + fields
    self.picture = picture
    self.sharingType = sharingType
    self.isInSitemap = isInSitemap
    self.pageSwitch = pageSwitch
    self.address = address
    self.menuLabel = menuLabel
  }

  /// The template that the pages are made with.
  var template: TemplateDefinition { TemplateDefinition(name: key, title: title, fields: fields) }
}

/// A picture for previews, 1200 by 630 pixels, as a path below the site's root.
enum SharingPicture: String, Sendable, CaseIterable {
  case site = "assets/picture-site.png"
  case report = "assets/picture-report.png"
  case issue = "assets/picture-issue.png"
  case party = "assets/picture-party.png"
  case matrix = "assets/picture-matrix.png"
  case options = "assets/picture-options.png"
  case changes = "assets/picture-changes.png"
}
