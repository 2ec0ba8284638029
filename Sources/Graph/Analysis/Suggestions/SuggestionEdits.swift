import Content
import Diagnostics
import Markdown
import Text

/// The changes to files that accepted suggestions lead to: aliases, `acts-for:` and `related:`.
package struct SuggestionEdits: Sendable, Hashable {
  /// The changes to one file.
  package struct FileEdit: Sendable, Hashable {
    /// Relative to the content folder.
    package let path: String
    /// The file does not exist yet; it is created with `title`, at the current address of the name.
    package let isNew: Bool
    package let title: String
    package internal(set) var changes: [FrontMatterEdit.Change]
  }

  /// By path.
  package private(set) var edits: [FileEdit] = []
  /// Suggestions that cannot be applied automatically, each as a sentence.
  package private(set) var refusals: [String] = []

  package init(_ suggestions: [NameSuggestion], in graph: IssueGraph) {
    var targets: [MentionSubject: MentionSubject] = [:]
    for suggestion in suggestions where suggestion.kind.isMerge {
      guard let from = suggestion.from else { continue }
      let to = suggestion.to
      if graph.file(of: from) != nil {
        refusals.append(
          "“\(graph.name(of: from))” has its own file; move its content to the file of “\(graph.name(of: to))” by hand"
        )
      } else if let known = targets[from], known != to {
        refusals.append(
          "“\(graph.name(of: from))” cannot be both “\(graph.name(of: known))” and “\(graph.name(of: to))”: choose with --only"
        )
      } else {
        targets[from] = to
      }
    }
    for suggestion in suggestions {
      let to = Self.end(of: suggestion.to, targets)
      if let prose = suggestion.prose { add(.add([prose.name], to: "aliases"), to: to, graph) }
      guard let name = suggestion.from else { continue }
      let from = Self.end(of: name, targets)
      switch suggestion.kind {
      case .mergeIssues, .mergeParties:
        guard targets[name] == suggestion.to else { continue }
        add(.add([graph.name(of: name)], to: "aliases"), to: to, graph)
      case .actsFor where from != to: add(.set("acts-for", to: graph.name(of: to)), to: from, graph)
      case .related where from != to: add(.add([graph.name(of: to)], to: "related"), to: from, graph)
      case .actsFor, .related, .proseName: continue
      }
    }
    edits.sortByBytes(of: \.path)
  }

  /// The last member of a chain of merges. Merges always lead to a better name, so the chain ends.
  private static func end(
    of subject: MentionSubject, _ targets: [MentionSubject: MentionSubject]
  ) -> MentionSubject {
    var subject = subject
    var steps = 0
    while let next = targets[subject], steps <= targets.count {
      subject = next
      steps += 1
    }
    return subject
  }

  private mutating func add(_ change: FrontMatterEdit.Change, to subject: MentionSubject, _ graph: IssueGraph)
  {
    let file = graph.file(of: subject)
    let path = file ?? graph.address(of: subject) + ".md"
    guard let index = edits.firstIndex(where: { $0.path == path }) else {
      edits.append(
        FileEdit(path: path, isNew: file == nil, title: graph.name(of: subject), changes: [change]))
      return
    }
    edits[index].take(change)
  }
}

extension SuggestionEdits.FileEdit {
  /// Adds a change; names for the same list are combined.
  fileprivate mutating func take(_ change: FrontMatterEdit.Change) {
    if case .add(let names, let key) = change {
      for index in changes.indices {
        if case .add(let known, let other) = changes[index], other == key {
          changes[index] = .add(known + names.filter { !known.contains($0) }, to: key)
          return
        }
      }
    }
    changes.append(change)
  }
}

extension IssueGraph {
  /// The name of an issue or party.
  package func name(of subject: MentionSubject) -> String {
    switch subject {
    case .issue(let id): issues[id.index].name
    case .party(let id): parties[id.index].name
    }
  }

  /// The path of its file below the content folder; nil if it has none.
  package func file(of subject: MentionSubject) -> String? {
    switch subject {
    case .issue(let id): issues[id.index].file?.header.path
    case .party(let id): parties[id.index].file?.header.path
    }
  }

  package func address(of subject: MentionSubject) -> String {
    switch subject {
    case .issue(let id): issues[id.index].address
    case .party(let id): parties[id.index].address
    }
  }

  /// All names of an issue or party.
  package func names(of subject: MentionSubject) -> [String] {
    switch subject {
    case .issue(let id): [issues[id.index].name] + issues[id.index].aliases
    case .party(let id): [parties[id.index].name] + parties[id.index].aliases
    }
  }
}

extension IssueGraph {
  /// The suggestions about two names, in either order, whatever their score; may be empty.
  package func suggestions(between one: String, and other: String, among all: [NameSuggestion])
    -> [NameSuggestion]
  {
    let keys = (NameKey(one), NameKey(other))
    return all.filter { suggestion in
      let names = suggestion.prose.map { [$0.name] } ?? suggestion.from.map { self.names(of: $0) } ?? []
      let from = names.map { NameKey($0) }
      let to = self.names(of: suggestion.to).map { NameKey($0) }
      return from.contains(keys.0) && to.contains(keys.1) || from.contains(keys.1) && to.contains(keys.0)
    }
  }

  /// The suggestion that two names mean the same, with the highest score, because an author says so.
  ///
  /// nil: neither is the name of an issue or a party, one is an issue and the other a party, both are names of
  /// one, or one of them does not occur in any report.
  package func chosenSuggestion(_ one: String, _ other: String) -> NameSuggestion? {
    switch (subjects(named: one), subjects(named: other)) {
    case (let first, let second) where !first.isEmpty && !second.isEmpty:
      for left in first {
        for right in second where left != right {
          if let chosen = chosen(left, right) { return chosen }
        }
      }
      return nil
    case (let known, _) where !known.isEmpty: return chosen(other, for: known[0])
    case (_, let known) where !known.isEmpty: return chosen(one, for: known[0])
    default: return nil
    }
  }

  private func chosen(_ one: MentionSubject, _ other: MentionSubject) -> NameSuggestion? {
    let members: MemberNames
    switch (one, other) {
    case (.issue, .issue): members = .issues(of: self, states: StateTable())
    case (.party, .party): members = .parties(of: self, states: StateTable())
    default: return nil
    }
    let (from, to) = members.precedes(one.index, other.index) ? (other, one) : (one, other)
    return NameSuggestion(
      kind: members.isParty ? .mergeParties : .mergeIssues, from: from, to: to, percent: 100,
      evidence: [.chosen])
  }

  private func chosen(_ name: String, for subject: MentionSubject) -> NameSuggestion? {
    let key = NameKey(name).text
    var places: [Place] = []
    for entry in reports {
      let header = entry.report.header
      for node in header.document.nodes where node.kind == .text {
        if NameKey(utf8: header.document.text[node.text.range]).text.contains(key) {
          places.append(Place(path: header.sourcePath, range: node.source.range))
        }
      }
    }
    if places.isEmpty { return nil }
    let use = ProseNames.Use(
      name: name, count: places.count, places: Array(places.prefix(IssueGraph.shownPlaces)))
    return NameSuggestion(
      kind: .proseName, from: nil, to: subject, percent: 100, evidence: [.chosen], prose: use)
  }

  private func subjects(named name: String) -> [MentionSubject] {
    let key = NameKey(name)
    let all = parties.map { MentionSubject.party($0.id) } + issues.map { MentionSubject.issue($0.id) }
    return all.filter { names(of: $0).contains { NameKey($0) == key } }
  }
}
