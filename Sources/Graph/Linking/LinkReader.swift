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
      return reading(page, link, at: range)
    }
    guard let path = PathIndex.resolve(link.path, from: folders) else {
      report(.brokenLink, at: range, "“\(link.path)” points outside the content folder")
      return .nothing
    }
    switch site.shared.paths[path] {
    case .file(let file): return reading(site.shared.destinations[file], link, at: range)
    case .asset(let path): return .target(.asset(path: path, suffix: link.suffix))
    case .withheld(let file):
      reportWithheld(file, at: range)
      return .target(.withheld)
    case nil: break
    }
    if let reason = site.shared.settings.unpublished.reason(ofPath: path) {
      reportLeftOut(link.path, reason, at: range)
      return .target(.withheld)
    }
    if let page = site.destination(ofFolder: path) { return reading(page, link, at: range) }
    let diagnostic = brokenLink(link, path: path, at: range)
    guard path.hasSuffix(".md") else { return open(link, path: path, diagnostic) }
    add(diagnostic)
    return .target(.withheld)
  }

  private mutating func reading(_ page: Destination, _ link: LinkAddress, at range: Range<Int>) -> Reading {
    if case .list(let address) = page {
      let place = Place(path: header.sourcePath, range: range)
      let diagnostic = Diagnostic(
        .brokenLink, at: place, "the page “/\(address)/” does not exist because it would be empty")
      return open(link, path: address, diagnostic)
    }
    return link.fragment.isEmpty
      ? .target(page.target(anchor: nil, address: site.address(of: page)))
      : .pending(.anchor(page, link.fragment))
  }

  /// Treats a link as one to a page that Standpoint generates, to be checked against the plan of the site.
  private mutating func open(_ link: LinkAddress, path: String, _ diagnostic: Diagnostic) -> Reading {
    let open = OpenLink(path: path, anchor: link.fragment, diagnostic: diagnostic)
    linked.openLinks.append(open)
    return .target(open.target(suffix: link.suffix))
  }

  /// The diagnostic for a link that leads nowhere.
  private mutating func brokenLink(_ link: LinkAddress, path: String, at range: Range<Int>) -> Diagnostic {
    let place = Place(path: header.sourcePath, range: range)
    // The plan of the site gives the better suggestion for an address of the site.
    if link.path.hasPrefix("/") {
      return Diagnostic(.brokenLink, at: place, "the site has no page “\(link.path)”")
    }
    let near =
      site.shared.paths[path + ".md"] == nil
      ? nearest(path, in: .paths) : path + ".md"
    return Diagnostic(
      .brokenLink, at: place, "the file “\(path)” does not exist",
      suggestion: .didYouMean(near.map { PathIndex.relative($0, from: folders) }, for: link.path))
  }
}

extension SymbolTable {
  /// The page at a site-absolute address; nil: none.
  func destination(ofAddress address: String) -> Destination? {
    shared.addresses.destination(of: address)
  }

  /// The page of a folder below Content, or of its `index.md`.
  func destination(ofFolder path: String) -> Destination? {
    var parts = path.split(separator: "/")
    if parts.last == "index.md" { parts.removeLast() }
    guard let folder = parts.first else { return .home }
    for name in ["index.md", "README.md"] where shared.settings.documents == .pages {
      if case .file(let file)? = shared.paths[(parts + [Substring(name)]).joined(separator: "/")] {
        return shared.destinations[file]
      }
    }
    guard parts.count == 1, ["reports", "issues", "parties"].contains(folder),
      shared.settings.pageKinds.reservedAddresses.contains(String(folder))
    else { return nil }
    return .list(String(folder))
  }
}
