import Graph

/// The pictures on the pages of issues.
extension PageValues {
  func pictures(of issue: Issue, in values: inout TemplateValues, _ page: PageLinks) {
    guard graph.settings.pageKinds[.pictures], let reports = site.reportsOnIssues else { return }
    let neighbours = Neighbours(of: issue, in: site, reports)
    let timeline = graph.settings.pageKinds[.history] ? Timeline(of: issue.id, in: graph) : nil
    if neighbours.all.isEmpty, timeline == nil { return }
    picturesStylesheet(in: &values, page)
    if !neighbours.all.isEmpty {
      values.html(.neighbours) {
        NeighbourhoodWriter(page: page, issue: issue, neighbours: neighbours).write(into: &$0)
      }
    }
    if let timeline {
      values.html(.timeline) {
        TimelineWriter(page: page, issue: issue, timeline: timeline).write(into: &$0)
      }
    }
  }

  /// The page of the map; only asked for when there is one.
  func map() -> TemplateValues {
    var (values, page) = shared(.map, address: "map", title: site.words.text(.mapOfIssues), description: nil)
    guard let map = mapOfIssues else { return values }
    picturesStylesheet(in: &values, page)
    if let layout = map.layout {
      values.html(.map) { MapWriter(page: page, map: map, layout: layout).write(into: &$0) }
    }
    values.html(.ties) { TieListWriter(page: page, map: map.map).write(into: &$0) }
    return values
  }

  func picturesStylesheet(in values: inout TemplateValues, _ page: PageLinks) {
    values.text(.picturesStylesheet, page.root + assets["assets/pictures.css"])
  }
}
