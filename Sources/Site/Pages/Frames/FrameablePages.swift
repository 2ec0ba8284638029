import Graph

extension MatrixPage: FrameablePage {
  /// The parts of a split matrix have pages of their own.
  func isFrameable(in site: SiteLayout) -> Bool {
    site.matrix.parts.isEmpty && !site.matrix.issues.isEmpty
  }

  func title(_ site: PageRenderer) -> String { site.words.text(.whoStandsWhere) }

  func framedPositions(in graph: IssueGraph) -> [ID<Position>] { graph.positions.map(\.id) }

  func setFramed(_ draft: inout PageDraft, _ site: PageRenderer) {
    let page = draft.page
    let issues = site.layout.matrix.issues
    draft.html(.matrix) {
      MatrixWriter(page: page, issues: issues, record: site.site.record).write(into: &$0)
    }
  }
}

extension MatrixPartPage: FrameablePage {
  func framedPositions(in graph: IssueGraph) -> [ID<Position>] {
    part.issues.flatMap { graph.positionsOfIssue[$0] }
  }

  func setFramed(_ draft: inout PageDraft, _ site: PageRenderer) {
    let page = draft.page
    draft.html(.matrix) {
      MatrixWriter(page: page, issues: part.issues, record: site.site.record, showsGroups: false)
        .write(into: &$0)
    }
  }
}

extension IssuePage: FrameablePage {
  func isFrameable(in site: SiteLayout) -> Bool { !site.graph.positionsOfIssue[id].isEmpty }

  func title(_ site: PageRenderer) -> String { site.graph.issues[id.index].name }

  func framedPositions(in graph: IssueGraph) -> [ID<Position>] { Array(graph.positionsOfIssue[id]) }

  func setFramed(_ draft: inout PageDraft, _ site: PageRenderer) {
    draft.text(.proposition, site.graph.issues[id.index].file?.proposition)
    standings(site, &draft)
  }
}

extension PairPage: FrameablePage {
  func framedPositions(in graph: IssueGraph) -> [ID<Position>] {
    [pair.first, pair.second].flatMap { graph.positionsOfParty[$0] }
  }

  func setFramed(_ draft: inout PageDraft, _ site: PageRenderer) {
    compare(PairComparison(pair, in: site.graph), site, &draft)
  }
}
