import Content

extension FileLinker {
  /// Resolves the names in the file's live views. A name that no issue or party has is reported and left out.
  mutating func readViews() {
    for view in header.views {
      let issues = view.issues.map { names in Self.unique(names.compactMap { issue($0, key: .view) }) }
      let parties = view.parties.map { names in Self.unique(names.compactMap { party($0, key: .view) }) }
      linked.views.append(
        LiveView(
          node: Int32(view.node), kind: view.kind, issues: issues, parties: parties, asOf: view.asOf))
    }
  }

  private static func unique<ID: Hashable>(_ ids: [ID]) -> [ID] {
    var seen: Set<ID> = []
    return ids.filter { seen.insert($0).inserted }
  }
}
