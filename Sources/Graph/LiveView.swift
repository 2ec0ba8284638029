import Content

/// A live view of the graph in a text: what a ` ```standpoint ` block chooses, its names resolved.
package struct LiveView: Sendable, Hashable {
  /// The code block's node in the document.
  package let node: Int32
  package let kind: AuthoredView.Kind
  /// In the author's order, each once; nil: all.
  package let issues: [ID<Issue>]?
  /// In the author's order, each once; nil: all.
  package let parties: [ID<Party>]?
  /// Later and undated positions are left out; nil: none is.
  package let asOf: PartialDate?

  package init(
    node: Int32, kind: AuthoredView.Kind, issues: [ID<Issue>]?, parties: [ID<Party>]?, asOf: PartialDate?
  ) {
    self.node = node
    self.kind = kind
    self.issues = issues
    self.parties = parties
    self.asOf = asOf
  }
}

extension FileLinker {
  /// Resolves the names in the file's live views. A name that is nobody's is reported and left out.
  mutating func readViews() {
    for view in header.views {
      let issues = view.issues.map { members($0, of: site.issues, kind: .issue) }
      let parties = view.parties.map { members($0, of: site.parties, kind: .party) }
      linked.views.append(
        LiveView(
          node: Int32(view.node), kind: view.kind, issues: issues.map { $0.map { ID($0) } },
          parties: parties.map { $0.map { ID($0) } }, asOf: view.asOf))
    }
  }

  private mutating func members(
    _ names: [AuthoredName], of roster: NameRegistry, kind: WikilinkTarget.Kind
  ) -> [Int] {
    var members: [Int] = []
    for name in names {
      if let member = member(name, of: roster, kind: kind), !members.contains(member) {
        members.append(member)
      }
    }
    return members
  }
}
