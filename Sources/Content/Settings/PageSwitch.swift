/// A kind of page, or a part of pages, that `page-kinds` in site.yml switches off.
///
/// Which ones there are, the room that makes the pages says: see `PageRegistry` in Site.
package struct PageSwitch: Sendable, Hashable {
  /// The key below `page-kinds`.
  package let key: String
  /// What it switches, as a clause without a full stop.
  package let summary: String
  /// The addresses that no other page may have while the switch is on: below the site's root, without slashes around them.
  package let addresses: [String]

  package init(_ key: String, _ summary: String, addresses: [String] = []) {
    self.key = key
    self.summary = summary
    self.addresses = addresses
  }
}

/// What `page-kinds` in site.yml switches on and off; everything is on by default.
package struct PageSwitches: Sendable, Hashable {
  /// All switches, in the order in which they are listed to authors.
  package let all: [PageSwitch]
  private var off: Set<String> = []

  /// - Parameter all: the switches of the site; empty where no pages are made.
  package init(_ all: [PageSwitch] = []) { self.all = all }

  /// Whether a switch is on.
  package subscript(_ aSwitch: PageSwitch) -> Bool {
    get { off.isEmpty || !off.contains(aSwitch.key) }
    set { if newValue { off.remove(aSwitch.key) } else { off.insert(aSwitch.key) } }
  }

  /// The addresses of the pages that the site makes by itself, but for those of kinds that are switched off.
  package var reservedAddresses: [String] { all.flatMap { self[$0] ? $0.addresses : [] } }
}
