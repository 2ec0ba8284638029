import Diagnostics
import Mustache
import Synchronization

/// The templates of a theme, each compiled when a page first uses it: most sites leave some page kinds out.
final class TemplateLibrary: Sendable {
  private struct Compiled {
    /// By name.
    var sources: [String: TemplateSource] = [:]
    var library = MustacheLibrary()
    /// The texts for which templates have marks.
    var literals: [[UInt8]] = []
  }

  /// By name, such as `report` for `report.mustache`.
  private let files: [String: SourceText]
  private let catalog: StringCatalog
  private let assets: AssetNames
  private let compiled = Mutex(Compiled())

  /// - Parameters:
  ///   - files: the templates by name; their `path` is for messages.
  ///   - assets: the names by which pages load the theme’s files.
  init(_ files: [String: SourceText], catalog: StringCatalog, assets: AssetNames) {
    self.files = files
    self.catalog = catalog
    self.assets = assets
  }

  /// All templates by name, compiled.
  var sources: [String: TemplateSource] {
    compiled.withLock { compiled in
      for name in files.keys { compile(name, &compiled) }
      return compiled.sources
    }
  }

  /// The output of a template for `values`, in which marks may stand for values; empty if there is none of this name, or if it
  /// has errors.
  func skeleton(_ values: Any, with name: String) -> PageSkeleton {
    let (library, literals) = compiled.withLock { compiled in
      compile(name, &compiled)
      return (compiled.library, compiled.literals)
    }
    return PageSkeleton(library.render(values, withTemplate: name) ?? "", literals: literals)
  }

  /// Compiles a template and those that it includes.
  private func compile(_ name: String, _ compiled: inout Compiled) {
    guard compiled.sources[name] == nil, let file = files[name] else { return }
    let source = TemplateSource(
      name: name, path: file.path, bytes: file.bytes, catalog: catalog, assets: assets,
      literalCount: compiled.literals.count)
    compiled.sources[name] = source
    compiled.literals += source.literals
    if let template = source.template { compiled.library.register(template, named: name) }
    for tag in source.tags where tag.kind == .partial || tag.kind == .parent { compile(tag.name, &compiled) }
  }
}
