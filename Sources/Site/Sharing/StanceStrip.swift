import Content
import Graph

/// What a picture of links shows of an issue or a party: a column for each stance, with the names in it.
struct StanceStrip: Sendable, Equatable {
  struct Column: Sendable, Equatable {
    let stance: Stance
    let names: [String]
  }

  /// From the strongest opposition to the strongest support. The mixed stance, which is not on the scale, is in the middle, and is
  /// left out where nobody holds it.
  let columns: [Column]

  private static let order: [Stance] = [.redLine, .opposes, .neutral, .mixed, .supports, .champions]

  /// nil: nothing has a stance.
  private init?(_ names: [Stance: [String]]) {
    if names.isEmpty { return nil }
    columns = Self.order.compactMap { stance in
      let names = names[stance] ?? []
      return names.isEmpty && stance == .mixed ? nil : Column(stance: stance, names: names)
    }
  }

  /// The parties by their stances on an issue; nil: none has one now.
  init?(of issue: ID<Issue>, in graph: IssueGraph) {
    var names: [Stance: [String]] = [:]
    for held in graph.heldStances(on: issue) {
      for stance in Self.stances(held, on: issue, in: graph) {
        names[stance, default: []].append(graph.parties[held.party.index].name)
      }
    }
    self.init(names)
  }

  /// The issues by the stances of a party; nil: it has none now.
  init?(of party: ID<Party>, in graph: IssueGraph) {
    var names: [Stance: [String]] = [:]
    for issue in graph.issues {
      guard let held = graph.heldStances(of: party, on: issue.id) else { continue }
      for stance in Self.stances(held, on: issue.id, in: graph) {
        names[stance, default: []].append(issue.name)
      }
    }
    self.init(names)
  }

  /// The current stances that answer the present question of an issue, each once.
  private static func stances(
    _ held: HeldStances, on issue: ID<Issue>, in graph: IssueGraph
  ) -> Set<Stance> {
    guard held.heldUntil == nil else { return [] }
    return Set(held.all.filter { graph.answersPresentQuestion($0, on: issue) }.compactMap(\.stance))
  }
}
