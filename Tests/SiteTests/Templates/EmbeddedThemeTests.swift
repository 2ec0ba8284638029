import Foundation
import Testing

@testable import Site

@Suite("The embedded theme") struct EmbeddedThemeTests {
  @Test("the list of embedded files matches the folder Templates") func list() throws {
    let file = Package.root.appending(path: "Sources/CTheme/theme.c")
    let paths = try BuiltSite.read(Package.root.appending(path: "Templates")).keys.sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    let expected = Self.source(paths)
    if ProcessInfo.processInfo.environment["STANDPOINT_RECORD"] == "1" {
      try Data(expected.utf8).write(to: file)
      Testing.Issue.record(
        "Sources/CTheme/theme.c was recorded: look at the changes, then run the tests again without STANDPOINT_RECORD"
      )
      return
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == expected)
  }

  private static func source(_ paths: [String]) -> String {
    let arrays = paths.map { path in
      "static const unsigned char \(name(path))[] = {\n#embed \"../../Templates/\(path)\"\n};\n"
    }
    let rows = paths.map { "  {\"\($0)\", \(name($0)), sizeof \(name($0))},\n" }
    return """
      #include "CTheme.h"

      /* One array per file, then the table of them. A test compares this file with the folder, and updates it. */
      \(arrays.joined())
      static const struct standpoint_theme_file files[] = {
      \(rows.joined())};

      const struct standpoint_theme_file *standpoint_theme_files(void) { return files; }

      size_t standpoint_theme_file_count(void) { return sizeof files / sizeof files[0]; }

      """
  }

  private static func name(_ path: String) -> String {
    String(path.map { $0.isLetter || $0.isNumber ? $0 : "_" })
  }
}
