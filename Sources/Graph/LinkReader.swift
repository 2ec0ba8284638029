import Content
import Diagnostics
import Markdown

extension FileLinker {
  /// Resolves the link or image at a node, if it leads into the site.
  mutating func link(_ node: Int) {
    let text = document.nodes[node].text
    guard !LinkAddress.leadsAway(document.text[text.range]) else { return }
    let address = LinkAddress(document.string(text))
    let range = range(of: node)
    switch read(address, at: range) {
    case .target(let target): linked.targets.append(DocumentLinks.Entry(node: Int32(node), target: target))
    case .pending(let request):
      linked.pending.append(PendingLink(node: Int32(node), request: request, range: range, isSilent: false))
    case .nothing: break
    }
  }

  private mutating func read(_ link: LinkAddress, at range: Range<Int>) -> Reading {
    if link.path.isEmpty {
      return link.fragment.isEmpty ? .nothing : .pending(.anchor(destination, link.fragment))
    }
    if link.path.hasPrefix("/"), let page = site.destination(ofAddress: link.path) {
      return reading(page, link.fragment)
    }
    guard let path = PathIndex.resolve(link.path, from: folders) else {
      report(.brokenLink, at: range, "“\(link.path)” leads out of the content folder")
      return .nothing
    }
    switch site.paths[path] {
    case .file(let file): return reading(site.destinations[file], link.fragment)
    case .asset(let path): return .target(.asset(path: path, suffix: link.suffix))
    case .withheld(let file):
      reportWithheld(file, at: range)
      return .target(.withheld)
    case nil: break
    }
    if let page = site.destination(ofFolder: path) { return reading(page, link.fragment) }
    reportBroken(link, path: path, at: range)
    return .nothing
  }

  private func reading(_ page: Destination, _ fragment: String) -> Reading {
    // Whether there is anything to list, only the whole graph knows.
    if fragment.isEmpty, case .list = page { return .pending(.anchor(page, fragment)) }
    return fragment.isEmpty
      ? .target(page.target(anchor: nil, address: site.address(of: page)))
      : .pending(.anchor(page, fragment))
  }

  private mutating func reportBroken(_ link: LinkAddress, path: String, at range: Range<Int>) {
    if link.path.hasPrefix("/") {
      let near = nearest(link.path, in: [site.near.addresses])
      report(
        .brokenLink, at: range, "the site has no page “\(link.path)”", suggestion: .didYouMean(near))
      return
    }
    let near = site.paths[path + ".md"] == nil ? nearest(path, in: [site.near.paths]) : path + ".md"
    report(
      .brokenLink, at: range, "there is no file “\(path)”",
      suggestion: .didYouMean(near.map { PathIndex.relative($0, from: folders) }))
  }
}

extension SiteDirectory {
  /// The page at a site-absolute address; nil: none.
  func destination(ofAddress address: String) -> Destination? {
    guard let page = addresses.destination(of: address) else { return nil }
    if case .list(let list) = page, !hasList(list) { return nil }
    return page
  }

  /// The page that a folder below Content, or its `index.md`, stands for.
  func destination(ofFolder path: String) -> Destination? {
    var parts = path.split(separator: "/")
    if parts.last == "index.md" { parts.removeLast() }
    guard let folder = parts.first else { return .home }
    let lists = ["reports", "issues", "parties"]
    guard parts.count == 1, lists.contains(String(folder)), settings.pageKinds.lists else { return nil }
    return .list(String(folder))
  }

  private func hasList(_ address: String) -> Bool {
    switch address {
    case "matrix": settings.pageKinds.matrix
    case "coverage": settings.pageKinds.coverage
    case "options": settings.pageKinds.options
    case "tensions": settings.pageKinds.tensions
    default: settings.pageKinds.lists
    }
  }
}
