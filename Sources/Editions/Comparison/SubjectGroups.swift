import Content

/// Finds the groups of a matching: subjects that are connected by a slug or, if there is none, by a name. Subjects of files that
/// exchanged their names are connected by their names.
struct SubjectGroups {
  /// Indices into the lists of both editions, ascending.
  struct Group {
    var before: [Int] = []
    var after: [Int] = []
  }

  /// By the smallest slug of each group.
  private(set) var groups: [Group] = []
  /// The parent of each subject in a disjoint-set forest; subjects of the later edition follow those of the
  /// earlier one.
  private var parents: [Int]

  /// - Parameters:
  ///   - before: by slug, like `after`.
  ///   - joins: whether a subject whose slug is gone may become part of one that stays; otherwise only of a
  ///     new one.
  ///   - swapped: the slugs of `after` by those of `before`, for subjects that are connected by these alone.
  init(_ before: [Subject], _ after: [Subject], joins: Bool, swapped: [String: String] = [:]) {
    parents = Array(0..<before.count + after.count)
    let slugsBefore = Self.places(before)
    let slugsAfter = Self.places(after)
    for (index, subject) in before.enumerated() {
      if let same = slugsAfter[swapped[subject.slug] ?? subject.slug] { join(index, before.count + same) }
    }
    if joins { joinShifted(before, after, slugsAfter, swapped) }
    let marksBefore = Self.marks(before)
    let marksAfter = Self.marks(after)
    for (index, subject) in before.enumerated() where slugsAfter[subject.slug] == nil {
      for same in subject.marks.flatMap({ marksAfter[$0] ?? [] })
      where joins || slugsBefore[after[same].slug] == nil {
        join(index, before.count + same)
      }
    }
    for (index, subject) in after.enumerated() where joins && slugsBefore[subject.slug] == nil {
      for same in subject.marks.flatMap({ marksBefore[$0] ?? [] }) { join(same, before.count + index) }
    }
    groups = gather(before, after)
  }

  /// Joins subjects that stay at their addresses although the name of one went to the file of another: then only the words of
  /// their cells tell which is which.
  private mutating func joinShifted(
    _ before: [Subject], _ after: [Subject], _ slugsAfter: [String: Int], _ swapped: [String: String]
  ) {
    let renamed = before.indices.filter { index in
      swapped[before[index].slug] == nil
        && slugsAfter[before[index].slug].map { after[$0].name != before[index].name } ?? false
    }
    if renamed.isEmpty { return }
    let names = Dictionary(after.enumerated().map { (NameKey($1.name), $0) }) { first, _ in first }
    for index in renamed {
      if let other = names[NameKey(before[index].name)] { join(index, before.count + other) }
    }
  }

  private static func places(_ subjects: [Subject]) -> [String: Int] {
    Dictionary(subjects.enumerated().map { ($1.slug, $0) }) { first, _ in first }
  }

  private static func marks(_ subjects: [Subject]) -> [String: [Int]] {
    var places: [String: [Int]] = [:]
    for (index, subject) in subjects.enumerated() {
      for mark in subject.marks { places[mark, default: []].append(index) }
    }
    return places
  }

  private mutating func root(_ index: Int) -> Int {
    var index = index
    while parents[index] != index {
      parents[index] = parents[parents[index]]
      index = parents[index]
    }
    return index
  }

  private mutating func join(_ left: Int, _ right: Int) {
    let first = root(left)
    let second = root(right)
    parents[max(first, second)] = min(first, second)
  }

  private mutating func gather(_ before: [Subject], _ after: [Subject]) -> [Group] {
    var groups = [Group](repeating: Group(), count: parents.count)
    for index in before.indices { groups[root(index)].before.append(index) }
    for index in after.indices { groups[root(before.count + index)].after.append(index) }
    func slug(_ group: Group) -> String {
      let slugs = group.before.map { before[$0].slug } + group.after.map { after[$0].slug }
      return slugs.min() ?? ""
    }
    return groups.filter { !$0.before.isEmpty || !$0.after.isEmpty }.map { (slug($0), $0) }
      .sorted { $0.0 < $1.0 }.map(\.1)
  }
}
