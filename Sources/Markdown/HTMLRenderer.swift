/// Document in, HTML out, as CommonMark and GitHub write it.
///
/// A caller that wants some nodes written otherwise (links resolved, headings with anchors, tables as
/// comparisons) gives a rule, which is asked at each node.
public struct HTMLRenderer {
  /// What a rule has done with a node.
  public enum Answer {
    /// Nothing: write the node as usual.
    case standard
    /// Everything, its children included.
    case done
    /// Its opening; the children follow as usual, then these bytes.
    case opened(closing: [UInt8])
  }

  /// Asked at each node before it is written: the renderer (append to `output`) and the node's index.
  public typealias Rule = (_ renderer: inout HTMLRenderer, _ index: Int) -> Answer

  public let document: Document
  /// Raw HTML is passed through; else only the short list of harmless tags is, and the rest is escaped.
  public let trustsHTML: Bool
  /// Links with any scheme are passed through; else only http, https, mailto, tel and relative ones.
  public let trustsLinks: Bool
  /// The HTML so far.
  public var output: [UInt8] = []

  public init(_ document: Document, trustsHTML: Bool = false, trustsLinks: Bool = false) {
    self.document = document
    self.trustsHTML = trustsHTML
    self.trustsLinks = trustsLinks
  }

  /// Writes the subtree of `index` (0: the whole document, footnotes last).
  public mutating func render(_ index: Int, rule: Rule? = nil) {}

  /// Writes the children of `index`, not the node itself.
  public mutating func renderChildren(of index: Int, rule: Rule? = nil) {}
}
