import CTheme
import Diagnostics

/// The templates and assets that pages are made with: the built-in theme, single files replaced by the site's own.
public struct Theme: Sendable {
  /// The files of the built-in theme, by path below Templates/.
  public static var builtIn: [String: [UInt8]] { [:] }

  /// Faults of the site's own templates.
  public let diagnostics: [Diagnostic]

  /// - Parameter overrides: the site's own `Templates/`; `path` as messages print it, keyed by the path below Templates/.
  public init(overrides: [String: SourceText] = [:]) {
    diagnostics = []
  }
}
