/// The frames of a site's pages: templates are run once for each shape of values, not once for each page.
struct FrameSet: Sendable {
  private struct Key: Hashable {
    let kind: PageKind
    let shape: [UInt8]
  }

  /// The most frames that are kept; pages of further shapes run their template themselves.
  private static let limit = 512

  private var frames: [Key: Frame] = [:]

  /// None: each page runs its template itself.
  init() {}

  init(_ pages: [SitePlan.Page], values: PageValues, theme: Theme) {
    for page in pages where frames.count < Self.limit {
      guard let kind = page.source.kind, let values = values.values(of: page.source) else { continue }
      let key = Key(kind: kind, shape: values.shape)
      if frames[key] == nil { frames[key] = theme.frame(kind, for: values) }
    }
  }

  /// The frame for values of this shape; nil when there is none yet.
  func frame(_ kind: PageKind, for values: TemplateValues) -> Frame? {
    frames[Key(kind: kind, shape: values.shape)]
  }
}
