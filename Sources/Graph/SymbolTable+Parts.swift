import Content
import Diagnostics
import Markdown

// How the parts of a `SymbolTable` are filled from the files and rosters.

extension NameRegistryBuilder {
  /// The names of the files for which `aliases` gives a list.
  static func names(in files: [Authored], aliases: (Authored) -> [AuthoredName]?) -> [FileNames] {
    files.enumerated().compactMap { index, file in
      aliases(file).map { FileNames(file: index, header: file.header, aliases: $0) }
    }
  }
}

extension TableClassification {
  /// Gives the headings of all positions tables to the drafts, in the order of reports.
  func addHeadings(
    of reports: [Report], issues: inout NameRegistryBuilder, parties: inout NameRegistryBuilder
  ) {
    for (index, report) in reports.enumerated() {
      for (place, table) in tables[index].enumerated() {
        guard case .positions(let transposed) = table.kind else { continue }
        let range = report.header.document.nodes[report.tables[place].node].source.range
        let source = Place(path: report.header.sourcePath, range: range)
        for form in table.columns.dropFirst() where form >= 0 && mayBeParty[Int(form)] {
          if transposed { add(form, at: source, to: &issues) } else { add(form, at: source, to: &parties) }
        }
        for form in table.rows where form >= 0 && (!transposed || mayBeParty[Int(form)]) {
          if transposed { add(form, at: source, to: &parties) } else { add(form, at: source, to: &issues) }
        }
      }
    }
  }

  private func add(_ form: Int32, at place: Place, to draft: inout NameRegistryBuilder) {
    if !draft.knows(form) { draft.add(form: form, text: forms.string(Int(form)), place: place) }
  }
}

extension AddressBook {
  init(
    files: [Authored], destinations: [Destination], issues: NameRegistry, parties: NameRegistry,
    assets: [String], reserved: [String], style: AddressStyle
  ) {
    self.init(reserved: reserved, style: style)
    for (file, destination) in zip(files, destinations) {
      let header = file.header
      let place = Place(path: header.sourcePath, range: header.titleRange)
      switch destination {
      case .report: add("reports/" + header.slug, of: destination, place: place)
      case .page: add(header.slug, of: destination, place: place)
      case .home: add("", of: destination, place: place)
      case .issue, .party, .list: break
      }
    }
    for (index, member) in issues.members.enumerated() {
      add("issues/" + member.slug, of: .issue(index), place: member.place)
    }
    for (index, member) in parties.members.enumerated() {
      add("parties/" + member.slug, of: .party(index), place: member.place)
    }
    for (file, destination) in zip(files, destinations) {
      for redirect in file.header.redirects {
        add(redirect: redirect, to: destination, path: file.header.sourcePath)
      }
    }
    let folder = files.first.map { $0.header.sourcePath.dropLast($0.header.path.count) } ?? ""
    for path in assets { check(asset: path, place: Place(path: folder + path)) }
  }
}

extension NameIndex {
  init(
    files: [Authored], destinations: [Destination], withheld: [Authored], issues: NameRegistry,
    parties: NameRegistry
  ) {
    self.init()
    for (index, member) in issues.members.enumerated() { add(member, .page(.issue(index))) }
    for (index, member) in parties.members.enumerated() { add(member, .page(.party(index))) }
    for (key, member) in issues.byKey { add(key, .page(.issue(Int(member))), at: .alias) }
    for (key, member) in parties.byKey { add(key, .page(.party(Int(member))), at: .alias) }
    for (file, destination) in zip(files, destinations) { add(file, .page(destination)) }
    for (index, file) in withheld.enumerated() {
      add(file, .withheld(index))
      for alias in file.aliases { add(alias.text, .withheld(index), at: .alias) }
    }
  }

  private mutating func add(_ member: NameRegistry.Member, _ found: Found) {
    add(member.name, found, at: .name)
    add(member.slug, found, at: .file)
  }

  /// The title, the slug and the file's name, with its folders and without; never its ending.
  private mutating func add(_ file: Authored, _ found: Found) {
    let path = file.header.path
    let stem = path.hasSuffix(".md") ? String(path.dropLast(3)) : path
    add(file.header.title, found, at: .name)
    add(PathIndex.name(of: stem), found, at: .file)
    add(file.header.slug, found, at: .file)
    add(stem, found, at: .file)
  }
}

extension Authored {
  /// `aliases:` of issue and party files.
  var aliases: [AuthoredName] {
    switch self {
    case .issue(let file): file.aliases
    case .party(let file): file.aliases
    case .report, .page, .home: []
    }
  }
}
