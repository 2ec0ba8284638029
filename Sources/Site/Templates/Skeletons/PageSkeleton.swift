import Synchronization

/// A page without its values: the literal bytes of its template, and the places of the values between them.
struct PageSkeleton: Sendable {
  /// All literal bytes, in order.
  private let html: HTML
  /// The end of each run of literal bytes, and the number of the value that follows it; -1 after the last
  /// one.
  private let pieces: [(end: Int, leaf: Int)]

  /// Splits the output of the template engine at the placeholders.
  ///
  /// - Parameter literals: the texts for which it has marks; see `TemplateLiterals`.
  init(_ rendered: String, literals: [[UInt8]] = []) {
    var bytes: [UInt8] = []
    var pieces: [(end: Int, leaf: Int)] = []
    var number: Int?
    for byte in rendered.utf8 {
      switch (byte, number) {
      case (Placeholder.delimiter, nil): number = 0
      case (Placeholder.delimiter, let leaf?):
        if leaf < TemplateLiterals.firstNumber {
          pieces.append((bytes.count, leaf))
        } else {
          bytes += literals[leaf - TemplateLiterals.firstNumber]
        }
        number = nil
      case (_, let leaf?): number = leaf * 10 + Int(byte &- UInt8(ascii: "0"))
      case (_, nil): bytes.append(byte)
      }
    }
    pieces.append((bytes.count, -1))
    html = HTML(trusted: bytes)
    self.pieces = pieces
  }

  /// The page with its values.
  /// - Parameter capacity: the expected size of the values, in bytes.
  func filled(with values: TemplateValues, reserving capacity: Int = 65_536) -> HTML {
    let leaves = values.leaves
    var output = HTML()
    output.reserveCapacity(html.count + capacity)
    var start = 0
    for (end, leaf) in pieces {
      output.append(html, start..<end)
      start = end
      guard leaves.indices.contains(leaf) else { continue }
      switch leaves[leaf] {
      case .text(let text): output.escaped(text)
      case .html(let write): write(&output)
      case .absent, .flag, .list: break
      }
    }
    return output
  }
}

/// The skeletons of a site’s pages, so that templates are rendered once per shape of values, not once per
/// page.
///
/// A skeleton depends only on the template and the shape, so the order of pages makes no difference.
final class SkeletonCache: Sendable {
  private struct Key: Hashable {
    let template: String
    let shape: [UInt8]
  }

  /// The largest number of skeletons that are kept; pages of further shapes render their own.
  private static let limit = 512

  private let theme: Theme
  private let skeletons = Mutex<[Key: PageSkeleton]>([:])

  init(_ theme: Theme) {
    self.theme = theme
  }

  /// The skeleton for values of this shape.
  func skeleton(_ template: String, for values: TemplateValues) -> PageSkeleton {
    let key = Key(template: template, shape: values.shape)
    if let known = skeletons.withLock({ $0[key] }) { return known }
    let skeleton = theme.skeleton(template, for: values)
    skeletons.withLock { if $0.count < Self.limit { $0[key] = skeleton } }
    return skeleton
  }
}
