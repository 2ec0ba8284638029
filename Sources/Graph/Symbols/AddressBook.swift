import Content
import Diagnostics

/// All addresses of the site, each used only once.
struct AddressBook: Sendable {
  private struct Owner: Sendable {
    let destination: Destination
    let place: Place?
  }

  /// Addresses that a file of the site uses, so that no page can have them.
  private static let files = ["404", "assets", "index"]

  private let style: AddressStyle
  private var owners: [String: Owner] = [:]
  /// Addresses of generated pages that show the text of an authored page with the same address.
  private let shared: Set<String>
  /// Addresses that redirect to a page (`redirects:`).
  private var redirects: [String: Owner] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameters:
  ///   - reserved: the addresses of generated pages.
  ///   - shared: those of them that an authored page can have, too.
  init(reserved: [String], shared: [String] = [], style: AddressStyle = .pretty) {
    self.style = style
    self.shared = Set(shared)
    for address in reserved + Self.files {
      owners[address] = Owner(destination: .list(address), place: nil)
    }
    owners[""] = Owner(destination: .home, place: nil)
  }

  /// Assigns `address` to a page. If another page has it, or differs only in case, this is reported and
  /// nothing changes.
  mutating func add(_ address: String, of destination: Destination, place: Place?) {
    let key = address.lowercased()
    guard let owner = owners[key] else {
      owners[key] = Owner(destination: destination, place: place)
      return
    }
    if owner.place == nil, destination == .home || destination.isPage && shared.contains(key) {
      owners[key] = Owner(destination: destination, place: place)
      return
    }
    report("two pages have the address “\(Self.shown(address))”", owner, at: place)
  }

  /// Assigns an old address to a page.
  mutating func add(redirect: AuthoredName, to destination: Destination, path: String) {
    let key = AddressStyle.bare(redirect.text).lowercased()
    let place = Place(path: path, range: redirect.range)
    if let owner = owner(ofPlace: key) {
      let own = owner.destination == destination
      report(
        own
          ? "“\(redirect.text)” redirects a page to itself"
          : "“\(redirect.text)” is the address of another page, so it cannot redirect", owner, at: place)
    } else if let owner = redirects[key] {
      report("two pages redirect from the address “\(redirect.text)”", owner, at: place)
    } else {
      redirects[key] = Owner(destination: destination, place: place)
    }
  }

  /// Assigns the address that a page had in a published state, unless something else has it now.
  mutating func add(former address: String, of destination: Destination) {
    let key = address.lowercased()
    guard owner(ofPlace: key) == nil, redirects[key] == nil else { return }
    redirects[key] = Owner(destination: destination, place: nil)
  }

  /// The page whose file has the place of a redirect from `key`.
  private func owner(ofPlace key: String) -> Owner? {
    if style == .pretty || key.isEmpty { return owners[key] }
    return key.hasSuffix(".html") ? owners[String(key.dropLast(5))] : nil
  }

  /// Reports a file that would be copied to the place of a page.
  mutating func check(asset path: String, place: Place) {
    let key = path.lowercased()
    let folder = key.hasSuffix("/index.html") ? String(key.dropLast("/index.html".count)) : key
    let file = key == "index.html" || key == "404.html"
    if let owner = owners[file ? "" : folder] {
      report("the file “\(path)” has the same address as a page", owner, at: place)
    }
  }

  private mutating func report(_ message: String, _ owner: Owner, at place: Place?) {
    var note = Note("Standpoint generates a page with this address")
    if let other = owner.place {
      note = Note("the other page", at: other)
    } else if owner.destination == .home {
      note = Note("it is the home page’s address")
    }
    diagnostics.append(Diagnostic(.duplicateAddress, at: place, message, notes: [note]))
  }

  /// The target of a site-absolute address; nil: none.
  func destination(of address: String) -> Destination? {
    let key = AddressStyle.bare(address).lowercased()
    let bare = key.hasSuffix(".html") ? owners[String(key.dropLast(5))] : nil
    guard let owner = owners[key] ?? redirects[key] ?? bare else { return nil }
    if case .list("404") = owner.destination { return nil }
    if case .list("assets") = owner.destination { return nil }
    if case .list("index") = owner.destination { return .home }
    return owner.destination
  }

  private static func shown(_ address: String) -> String { address.isEmpty ? "/" : "/\(address)/" }

}

extension Destination {
  fileprivate var isPage: Bool { if case .page = self { true } else { false } }
}

extension AddressBook {
  init(
    _ files: SiteFiles, destinations: [Destination], issues: NameRegistry, parties: NameRegistry,
    reserved: [String], shared: [String], style: AddressStyle
  ) {
    self.init(reserved: reserved, shared: shared, style: style)
    for (file, destination) in zip(files.authored, destinations) {
      let header = file.header
      let place = Place(path: header.sourcePath, range: header.titleRange)
      switch destination {
      case .report: add("reports/" + header.slug, of: destination, place: place)
      case .page: add(header.slug, of: destination, place: place)
      case .home: add("", of: destination, place: place)
      case .issue, .party, .list: break
      }
    }
    for (index, member) in issues.members.enumerated() {
      add("issues/" + member.slug, of: .issue(index), place: member.place)
    }
    for (index, member) in parties.members.enumerated() {
      add("parties/" + member.slug, of: .party(index), place: member.place)
    }
    for (file, destination) in zip(files.authored, destinations) {
      for redirect in file.header.matter.redirects.pages {
        add(redirect: redirect, to: destination, path: file.header.sourcePath)
      }
    }
    let folder = files.authored.first.map { $0.header.sourcePath.dropLast($0.header.path.count) } ?? ""
    for path in files.assets { check(asset: path, place: Place(path: folder + path)) }
  }
}
