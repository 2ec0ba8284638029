import Content
import Graph

extension IssueGraph {
  /// The place of a position's cell below the site's root: `reports/march-plan/#sanctions--russia`.
  func cellAddress(of id: ID<Position>) -> String {
    reports[positions[id.index].report.index].address + settings.addresses.ending + "#" + anchor(of: id)
  }

  /// The place of an option's row below the site's root.
  func rowAddress(of option: Option) -> String {
    reports[option.report.index].address + settings.addresses.ending + "#" + option.anchor
  }

  /// The way from the site's root to the page at `address`, which is not the home page.
  func way(to address: String) -> String { address + settings.addresses.ending }
}
