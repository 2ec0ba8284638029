/// A kind of page, or a part of pages, that `page-kinds` in site.yml can switch off.
///
/// The target that creates the pages declares them: see `PageRegistry` in Site.
package struct PageSwitch: Sendable, Hashable {
  /// The key below `page-kinds`.
  package let key: String
  /// What it switches, as a clause without a full stop.
  package let summary: String
  /// The addresses that no other page can have while the switch is on: below the site's root, without leading
  /// and trailing slashes.
  package let addresses: [String]
  /// Those of `addresses` that an authored page can still have: its text appears above what is generated.
  package let sharedAddresses: [String]

  package init(
    _ key: String, _ summary: String, addresses: [String] = [], sharedAddresses: [String] = []
  ) {
    self.key = key
    self.summary = summary
    self.addresses = addresses
    self.sharedAddresses = sharedAddresses
  }
}

/// The state of `page-kinds` in site.yml; everything is on by default.
package struct PageSwitches: Sendable, Hashable {
  /// All switches, in the order in which they are listed to authors.
  package let all: [PageSwitch]
  private var off: Set<String> = []

  /// - Parameter all: the switches of the site; empty if no pages are created.
  package init(_ all: [PageSwitch] = []) { self.all = all }

  /// Whether a switch is on.
  package subscript(_ aSwitch: PageSwitch) -> Bool {
    get { off.isEmpty || !off.contains(aSwitch.key) }
    set { if newValue { off.remove(aSwitch.key) } else { off.insert(aSwitch.key) } }
  }

  /// The addresses of generated pages, without those of kinds that are switched off.
  package var reservedAddresses: [String] { all.flatMap { self[$0] ? $0.addresses : [] } }

  /// The addresses of generated pages that show the text of an authored page with the same address.
  package var sharedAddresses: [String] { all.flatMap { self[$0] ? $0.sharedAddresses : [] } }
}
