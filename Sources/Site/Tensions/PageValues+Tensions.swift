import Graph

extension PageValues {
  /// The list of all tensions.
  func tensions() -> TemplateValues {
    var (values, page) = shared(
      .tensions, address: "tensions", title: site.words.text(.tensions), description: nil)
    facets(&values) { _ in SearchFacets(kind: .tensions) }
    values.html(.tensions) { output in
      let newestFirst = page.site.graph.reports.reversed().flatMap { page.site.tensionsOfReport[$0.id] }
      let positions = newestFirst.map { page.site.graph.tensions[$0.index] }
        .flatMap { [$0.first, $0.second].compactMap(\.self) }
      writeLegend(positions, into: &output)
      TensionWriter(page: page).list(newestFirst, into: &output)
    }
    return values
  }

  /// Sets the tensions of an issue or a party.
  func tensions(_ tensions: ArraySlice<ID<Tension>>, of values: inout TemplateValues, _ page: PageLinks) {
    if !tensions.isEmpty { values.html(.tensions) { TensionWriter(page: page).list(tensions, into: &$0) } }
  }
}
