import Diagnostics
import FileSystem
import Site

/// Lays out the map of issues with Graphviz, once for each map.
struct MapPlacing {
  private let cache: LayoutCache?
  private let program: ExternalProgram

  init(_ options: BuildOptions) {
    cache = options.layoutCache.map { LayoutCache(folder: $0) }
    program = Programs.graphviz(options.mapProgram)
  }

  /// The map with its layout; if Graphviz fails, the map without a layout and a diagnostic with the reason.
  func place(_ map: MapOfIssues?) async -> (MapOfIssues?, [Diagnostic]) {
    guard let map else { return (nil, []) }
    let request = map.request
    if let kept = cache?.answer(to: request), let placed = map.laidOut(kept) { return (placed, []) }
    do throws(EnvironmentError) {
      let answer = try await ask(request)
      guard let placed = map.laidOut(answer) else {
        throw EnvironmentError("\(program.name) did not place every issue")
      }
      cache?.keep(answer, of: request)
      return (placed, [])
    } catch {
      return (map, [Self.note(error)])
    }
  }

  private func ask(_ request: [UInt8]) async throws(EnvironmentError) -> [UInt8] {
    try await TemporaryDirectory.with { (scratch) async throws(EnvironmentError) in
      let name = "map.gv"
      try FileWriter.write(request, to: scratch.appending(name))
      return try await program.run(["-Tplain", name], in: scratch)
    }
  }

  private static func note(_ error: EnvironmentError) -> Diagnostic {
    Diagnostic(
      .mapNotDrawn, at: nil, "cannot draw the map of issues, so it is only a list: \(error.message)",
      suggestion: Suggestion(
        (error.advice.map { $0 + ", or " } ?? "")
          + "turn the map off: “page-kinds: {map: false}” in site.yml"))
  }
}
