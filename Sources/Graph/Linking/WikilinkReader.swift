import Content
import Diagnostics
import Markdown

extension FileLinker {
  /// The result of reading a wikilink.
  enum Reading {
    case target(LinkTarget)
    case pending(PendingLink.Request)
    /// Reported; shown as text.
    case nothing
  }

  /// Resolves the wikilink at a node.
  ///
  /// - Returns: the subjects that it names, if it leads to an issue, a party or a position.
  mutating func wikilink(_ node: Int) -> [MentionSubject] {
    let target = WikilinkTarget(document.string(document.nodes[node].text))
    let isSilent = isInTensionTitle(node)
    isMuted = isSilent
    var reading = read(target, at: range(of: node))
    let isEmbed = document.nodes[node].flag
    let isBlock = isEmbed && node < aloneUntil
    if isEmbed { reading = checkEmbed(reading, of: target, isBlock: isBlock, at: range(of: node)) }
    if isBlock { linked.embeds.append(Int32(node)) }
    isMuted = false
    switch reading {
    case .target(let target):
      linked.targets.append(DocumentLinks.Entry(node: Int32(node), target: target))
      return target.subjects
    case .pending(let request):
      linked.pending.append(
        PendingLink(
          node: Int32(node), request: request, range: range(of: node), isSilent: isSilent,
          isEmbed: isEmbed && !isBlock))
      // The positions of a tension are shown as the tension, not as mentions.
      if !isSilent, case .position(let issue, let party) = request {
        return [.issue(ID(issue)), .party(ID(party))]
      }
      return []
    case .nothing:
      return []
    }
  }

  /// Reads the target of a wikilink; problems are reported at `range`.
  mutating func read(_ link: WikilinkTarget, at range: Range<Int>) -> Reading {
    if link.name.isEmpty, link.kind == nil, let fragment = link.fragment, !fragment.isEmpty {
      return .pending(.anchor(destination, Self.withoutCaret(fragment)))
    }
    switch NameResolver(site: site).resolve(link.name, kind: link.kind) {
    case .page(let page): return read(link, page: page, at: range)
    case .withheld(let file):
      reportWithheld(file, at: range)
      return .target(.withheld)
    case .ambiguous(let found):
      reportAmbiguous(link.name, found, at: range)
    case .nothing:
      if link.kind == nil, let path = asset(link.name) {
        return .target(.asset(path: path, suffix: suffix(of: link)))
      }
      if link.kind == nil, let page = note(atPath: link.name) {
        if case .withheld(let file) = page {
          reportWithheld(file, at: range)
          return .target(.withheld)
        }
        if case .file(let file) = page { return read(link, page: site.shared.destinations[file], at: range) }
      }
      if let reason = site.shared.settings.unpublished.reason(ofNote: link.name) {
        reportLeftOut(link.name, reason, at: range)
        return .target(.withheld)
      }
      reportUnknown(link.name, kind: link.kind, at: range)
    }
    return .nothing
  }

  private mutating func read(_ link: WikilinkTarget, page: Destination, at range: Range<Int>) -> Reading {
    guard let fragment = link.fragment, !fragment.isEmpty else {
      return .target(page.target(anchor: nil, address: site.address(of: page)))
    }
    if isPlace(fragment, of: page) { return .pending(.anchor(page, Self.withoutCaret(fragment))) }
    switch page {
    case .issue(let issue):
      switch NameResolver(site: site).resolve(fragment, kind: .party) {
      case .page(.party(let party)): return .pending(.position(issue: issue, party: party))
      case .withheld(let file):
        reportWithheld(file, at: range)
        return .target(.withheld)
      case .ambiguous(let found): reportAmbiguous(fragment, found, at: range)
      default: reportUnknown(fragment, kind: .party, at: range)
      }
      return .nothing
    case .party(let party):
      reportPartyWithFragment(party, fragment, at: range)
      return .nothing
    case .report, .page, .home, .list:
      return .pending(.anchor(page, Self.withoutCaret(fragment)))
    }
  }

  /// The identifier of a block without the `^` of Obsidian.
  private static func withoutCaret(_ fragment: String) -> String {
    fragment.hasPrefix("^") ? String(fragment.dropFirst()) : fragment
  }

  /// Whether a fragment names a block or a heading in the file of an issue or party, rather than a position.
  private func isPlace(_ fragment: String, of page: Destination) -> Bool {
    switch page {
    case .issue, .party: break
    default: return false
    }
    if fragment.hasPrefix("^") { return true }
    guard let file = site.file(of: page) else { return false }
    if case .issue = page {
      // Positions come first.
      guard case .nothing = NameResolver(site: site).resolve(fragment, kind: .party) else { return false }
    }
    let document = site.files[file].header.document
    let key = NameKey(fragment)
    return document.children(of: 0).contains {
      document.nodes[$0].kind == .heading && NameKey(document.plainText(of: $0)) == key
    }
  }

  private mutating func reportPartyWithFragment(_ party: Int, _ fragment: String, at range: Range<Int>) {
    let name = site.parties.members[party].name
    var suggestion: Suggestion?
    if case .page(.issue(let issue)) = NameResolver(site: site).resolve(fragment, kind: .issue) {
      suggestion = Suggestion("write [[\(site.issues.members[issue].name)#\(name)]]")
    }
    report(
      .unknownPosition, at: range, "“\(name)” is a party; link to a position as [[Issue#Party]]",
      suggestion: suggestion)
  }

  /// The suffix that a fragment such as `#page=3` in a wikilink adds to a file's address.
  private func suffix(of link: WikilinkTarget) -> String {
    link.fragment.map { $0.isEmpty ? "" : "#" + $0 } ?? ""
  }

  /// The copied file that a wikilink such as `[[map.png]]` means.
  private func asset(_ name: String) -> String? {
    if let path = PathIndex.resolve(name, from: folders), case .asset(let found)? = site.shared.paths[path] {
      return found
    }
    if case .asset(let found)? = site.shared.paths[name] { return found }
    return site.shared.paths.asset(named: name)
  }

  /// The note that a path in a wikilink means: with its ending, from the folder of the file, or by the end of its path.
  private func note(atPath name: String) -> PathIndex.Found? {
    let path = name.hasSuffix(".md") ? name : name + ".md"
    if let near = PathIndex.resolve(path, from: folders), let found = site.shared.paths[near] { return found }
    if let found = site.shared.paths[path] { return found }
    return site.shared.paths.note(endingWith: path)
  }

  /// Whether the wikilink is on the marker line of a tension. There, it is read and checked as a position of
  /// the tension.
  private func isInTensionTitle(_ node: Int) -> Bool {
    var low = 0
    var high = tensionTitles.count
    while low < high {
      let middle = (low + high) / 2
      if tensionTitles[middle].upperBound <= node { low = middle + 1 } else { high = middle }
    }
    return low < tensionTitles.count && tensionTitles[low].contains(node)
  }

  /// Reads the positions of the report's tensions.
  mutating func readTensions() {
    for tension in report?.tensions ?? [] {
      let sides = tension.positions.prefix(2).map { ($0, side($0)) }
      guard let first = sides.first?.1 else { continue }
      let second = sides.count > 1 ? sides[1].1 : nil
      if sides.count > 1, second == nil { continue }
      linked.tensions.append(PendingTension(node: tension.node, first: first, second: second))
    }
  }

  private mutating func side(_ name: AuthoredName) -> PendingTension.Side? {
    switch read(WikilinkTarget(name.text), at: name.range) {
    case .pending(let request): return PendingTension.Side(request: request, range: name.range)
    case .target(.withheld), .nothing: return nil
    case .target:
      report(
        .unknownPosition, at: name.range, "“\(name.text)” is not a position; a tension must link to one",
        suggestion: Suggestion("write [[Issue#Party]]"))
      return nil
    }
  }

  mutating func mention(_ subject: MentionSubject, node: Int, start: Int, end: Int) {
    linked.mentions.append(
      Mention(
        id: ID(linked.mentions.count), report: ID(index), node: node, start: start, end: end, subject: subject
      ))
  }
}

extension LinkTarget {
  /// The issue or party that a link leads to; empty for other targets.
  var subjects: [MentionSubject] {
    switch self {
    case .issue(let id): [.issue(id)]
    case .party(let id): [.party(id)]
    default: []
    }
  }
}

extension FileLinker {
  /// An embed shows the card of a position, an image or, alone in its paragraph, a note. Anything else gives a diagnostic and
  /// remains a link.
  mutating func checkEmbed(
    _ reading: Reading, of target: WikilinkTarget, isBlock: Bool, at range: Range<Int>
  ) -> Reading {
    guard case .target(let found) = reading else { return reading }
    if isBlock, found.isNote { return reading }
    switch found {
    case .position, .positions, .withheld: return reading
    case .asset(let path, _) where SitePath.isImage(path): return reading
    case .asset:
      add(
        .noPositionToEmbed(
          "“\(target.name)” is not an image; only notes, positions and images can be embedded with “!”",
          fix: "remove the “!” to make it a link", at: Place(path: header.sourcePath, range: range)))
    case .issue: reportEmbed("“\(target.name)” is an issue", at: range)
    case .party: reportEmbed("“\(target.name)” is a party", at: range)
    case .report: reportEmbed("“\(target.name)” is a report", at: range)
    case .page, .anchor: reportEmbed("“\(target.name)” is a page", at: range)
    }
    return reading
  }

  private mutating func reportEmbed(_ what: String, at range: Range<Int>) {
    add(.noteInsideLine(what, at: Place(path: header.sourcePath, range: range)))
  }
}

extension Diagnostic {
  /// - Parameter what: what the embed leads to instead, as a sentence.
  static func noteInsideLine(_ what: String, at place: Place) -> Diagnostic {
    noPositionToEmbed(
      "\(what); inside a line or a table, only positions and images can be embedded with “!”",
      fix: "give the embed a paragraph of its own, or remove the “!” to make it a link", at: place)
  }

  static func noPositionToEmbed(_ message: String, fix: String, at place: Place) -> Diagnostic {
    Diagnostic(.noPositionToEmbed, at: place, message, suggestion: Suggestion(fix))
  }
}
