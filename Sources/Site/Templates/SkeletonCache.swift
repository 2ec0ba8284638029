import Synchronization

/// The frames of a site's pages: templates are run once for each shape of values, not once for each page.
///
/// It only remembers: a frame depends on nothing but template and shape, so which page comes first makes no difference.
final class SkeletonCache: Sendable {
  private struct Key: Hashable {
    let template: String
    let shape: [UInt8]
  }

  /// The most frames that are kept; pages of further shapes run their template themselves.
  private static let limit = 512

  private let theme: Theme
  private let frames = Mutex<[Key: PageSkeleton]>([:])

  init(_ theme: Theme) {
    self.theme = theme
  }

  /// The frame for values of this shape.
  func frame(_ template: String, for values: TemplateValues) -> PageSkeleton {
    let key = Key(template: template, shape: values.shape)
    if let known = frames.withLock({ $0[key] }) { return known }
    let frame = theme.frame(template, for: values)
    frames.withLock { if $0.count < Self.limit { $0[key] = frame } }
    return frame
  }
}
