import Graph

/// Iterates over the names in a document that are shown as links.
struct MentionCursor {
  private let names: [DocumentLinks.Name]
  private var next = 0
  /// The name whose link is open: it began in an earlier text and ends in a later one.
  private(set) var open: DocumentLinks.Name?

  init(_ names: [DocumentLinks.Name]) {
    self.names = names
  }

  /// The next name that starts in `node`, which becomes the open one; nil: there are no more in this node.
  mutating func start(in node: Int) -> DocumentLinks.Name? {
    while next < names.count, names[next].node < node { next += 1 }
    guard next < names.count, names[next].node == node else { return nil }
    open = names[next]
    next += 1
    return open
  }

  /// Whether a name touches the text at `node`.
  mutating func touches(_ node: Int) -> Bool {
    if open != nil { return true }
    while next < names.count, names[next].node < node { next += 1 }
    return next < names.count && names[next].node == node
  }

  /// Marks the link of the open name as closed.
  mutating func close() {
    open = nil
  }
}
