import Content
import Diagnostics
import Text

/// Collects the names of issues or of parties from files and tables.
struct NameRegistryBuilder {
  /// The names of one file.
  struct FileNames {
    let file: Int
    let header: FileHeader
    let aliases: [AuthoredName]
  }

  private struct Draft {
    var file: FileNames?
    /// The forms that tables use, as they are shown; duplicates are removed at the end.
    var forms: [String] = []
    /// The forms that a table uses without a dropped word.
    var plainForms: [String] = []
    /// Headings from which a word was dropped, as written, each with the remaining form.
    var shortened: [(form: String, heading: String)] = []
    /// The key from which a member without a file gets its slug.
    var key: NameKey
    var place: Place?
  }

  private struct Claim {
    let draft: Int
    let name: String
    let place: Place
  }

  private var drafts: [Draft] = []
  private var exact: [NameKey: Claim] = [:]
  private var loose: [NameKey: Claim] = [:]
  private var byForm: [Int32]
  private let words: HeaderWords?
  private let kind: String
  private var diagnostics: [Diagnostic] = []

  /// - Parameters:
  ///   - files: sorted by path.
  ///   - words: the rules for matching the names of parties; nil: issues, whose names match if their keys are
  ///     equal.
  init(_ files: [FileNames], formCount: Int, words: HeaderWords?) {
    byForm = [Int32](repeating: -1, count: formCount)
    self.words = words
    kind = words == nil ? "issue" : "party"
    for file in files { drafts.append(Draft(file: file, key: NameKey(file.header.title))) }
    for draft in drafts.indices { claim(draft, in: \.exact) { NameKey($0) } }
    if let words {
      for draft in drafts.indices { claim(draft, in: \.loose) { words.partyName($0).key } }
    }
  }

  /// Assigns the keys of its names to a file. A key that belongs to another file is reported, unless it is
  /// looser than a name.
  private mutating func claim(
    _ draft: Int, in keys: WritableKeyPath<Self, [NameKey: Claim]>, key: (String) -> NameKey
  ) {
    guard let file = drafts[draft].file else { return }
    let path = file.header.sourcePath
    var names = [(file.header.title, Place(path: path, range: file.header.titleRange))]
    names += file.aliases.map { ($0.text, Place(path: path, range: $0.range)) }
    for (name, place) in names {
      let key = key(name)
      if let owner = self[keyPath: keys][key] {
        if owner.draft != draft { report(name, at: place, claimedBy: owner) }
      } else if keys == \.exact || exact[key] == nil {
        self[keyPath: keys][key] = Claim(draft: draft, name: name, place: place)
      }
    }
  }

  private mutating func report(_ name: String, at place: Place, claimedBy owner: Claim) {
    let files = words == nil ? "issue files" : "party files"
    let same = NameKey(name) == NameKey(owner.name)
    diagnostics.append(
      Diagnostic(
        .duplicateName, at: place,
        same
          ? "two \(files) claim the name “\(name)”"
          : "“\(name)” and “\(owner.name)” are names of the same \(kind)",
        notes: [Note("also claimed here", at: owner.place)]))
  }

  /// Whether the form has been added.
  func knows(_ form: Int32) -> Bool { byForm[Int(form)] >= 0 }

  /// The member that a form names; a new member if there is none yet. Each form is added once.
  mutating func add(form number: Int32, text: String, place: Place) {
    guard byForm[Int(number)] < 0 else { return }
    let name = words?.partyName(text)
    let heading = text.singleSpaced
    let shown = name?.shown ?? heading
    let key = name?.key ?? NameKey(text)
    let claim = exact[NameKey(text)] ?? exact[NameKey(shown)] ?? loose[key] ?? exact[key]
    let draft: Int
    if let claim {
      draft = claim.draft
    } else {
      draft = drafts.count
      drafts.append(Draft(file: nil, key: key))
      loose[key] = Claim(draft: draft, name: shown, place: place)
    }
    byForm[Int(number)] = Int32(draft)
    drafts[draft].forms.append(shown)
    if NameKey(shown) == NameKey(text) {
      drafts[draft].plainForms.append(shown)
    } else {
      drafts[draft].shortened.append((shown, heading))
    }
    if drafts[draft].place == nil { drafts[draft].place = place }
  }

  /// The members in their final order: those in the list, then those whose file gives a place, then the others by name.
  ///
  /// - Parameter listed: what `order:` in site.yml names; other names in it are ignored.
  func registry(in nameOrder: NameOrder, listed: [NamedSubject]) -> NameRegistry {
    let places = places(listed)
    let unsorted = drafts.indices.map { member(drafts[$0], isPlaced: places[$0] != nil) }
    let byName = nameOrder.order(unsorted.map { NameKey($0.name) }) {
      unsorted[$0].slug < unsorted[$1].slug
    }
    let order =
      places.isEmpty
      ? byName
      : byName.enumerated().sorted { left, right in
        let (one, other) = (places[left.element], places[right.element])
        guard let one, let other, one != other else {
          return (one == nil) == (other == nil) ? left.offset < right.offset : one != nil
        }
        return one < other
      }.map(\.element)
    var rank = [Int32](repeating: 0, count: order.count)
    for (place, draft) in order.enumerated() { rank[draft] = Int32(place) }
    var byKey: [NameKey: Int32] = [:]
    for (key, claim) in loose { byKey[key] = rank[claim.draft] }
    for (form, draft) in drafts.enumerated() {
      for name in draft.forms where byKey[NameKey(name)] == nil { byKey[NameKey(name)] = rank[form] }
    }
    for (key, claim) in exact { byKey[key] = rank[claim.draft] }
    return NameRegistry(
      members: order.map { unsorted[$0] }, byKey: byKey, byForm: byForm.map { $0 < 0 ? -1 : rank[Int($0)] },
      diagnostics: diagnostics)
  }

  /// A place that an author gives: in the list of site.yml, otherwise by a number in a file.
  private enum AuthoredPlace: Comparable {
    case listed(Int)
    case numbered(Int)
  }

  /// By draft.
  private func places(_ listed: [NamedSubject]) -> [Int: AuthoredPlace] {
    var places: [Int: AuthoredPlace] = [:]
    for (index, draft) in drafts.enumerated() {
      if let number = draft.file?.header.matter.order { places[index] = .numbered(number) }
    }
    for (index, subject) in listed.enumerated().reversed() {
      if let draft = draft(of: subject) { places[draft] = .listed(index) }
    }
    return places
  }

  /// The member that a name of site.yml means; nil: none, or one of the other kind.
  private func draft(of subject: NamedSubject) -> Int? {
    let target = WikilinkTarget(subject.text)
    guard target.kind == nil || target.kind == (words == nil ? .issue : .party) else { return nil }
    let claim = exact[NameKey(target.name)] ?? loose[NameKey(target.name)]
    return claim?.draft ?? words.flatMap { loose[$0.partyName(target.name).key]?.draft }
  }

  private func member(_ draft: Draft, isPlaced: Bool) -> NameRegistry.Member {
    let name = draft.file?.header.title ?? Self.fullest(draft.forms)
    let authored = draft.file?.aliases.map(\.text) ?? []
    let names = Self.others(authored + draft.plainForms.sorted(by: Self.precedes), than: name)
    return NameRegistry.Member(
      name: name, slug: draft.file?.header.slug ?? Slug.of(draft.key.text),
      aliases: Self.others(names + Self.headings(draft, without: [name] + names), than: name),
      proseNames: [name] + names,
      file: draft.file?.file,
      place: draft.file.map { Place(path: $0.header.sourcePath, range: $0.header.titleRange) } ?? draft.place,
      isPlaced: isPlaced)
  }

  /// Headings that are not names without their last word, such as “Russian position” if no table says
  /// “Russian”.
  private static func headings(_ draft: Draft, without names: [String]) -> [String] {
    if draft.shortened.isEmpty { return [] }
    var seen = Set(names.map { NameKey($0) })
    return draft.shortened.sorted { precedes($0.heading, $1.heading) }
      .filter { seen.insert(NameKey($0.form)).inserted }.map(\.heading)
  }

  /// The longest form; if several are equally long, the first one by bytes.
  private static func fullest(_ forms: [String]) -> String {
    forms.min {
      let left = $0.unicodeScalars.count
      let right = $1.unicodeScalars.count
      return left != right ? left > right : precedes($0, $1)
    } ?? ""
  }

  /// `names` without those that have the key of `name` or of an earlier one, sorted.
  private static func others(_ names: [String], than name: String) -> [String] {
    var seen: Set<NameKey> = [NameKey(name)]
    return names.filter { seen.insert(NameKey($0)).inserted }.sorted {
      NameKey($0) != NameKey($1) ? NameKey($0) < NameKey($1) : precedes($0, $1)
    }
  }

  private static func precedes(_ left: String, _ right: String) -> Bool {
    left.precedesByBytes(right)
  }
}

extension NameRegistryBuilder {
  /// The names of the files for which `aliases` returns a list.
  static func names(in files: [Authored], aliases: (Authored) -> [AuthoredName]?) -> [FileNames] {
    files.enumerated().compactMap { index, file in
      aliases(file).map { FileNames(file: index, header: file.header, aliases: $0) }
    }
  }
}
