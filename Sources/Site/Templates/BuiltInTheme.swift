import CTheme

extension Theme {
  /// The files of the built-in theme, by path below Templates/.
  package static var builtIn: [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for file in UnsafeBufferPointer(start: standpoint_theme_files(), count: standpoint_theme_file_count()) {
      files[String(cString: file.path)] = Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
    }
    return files
  }
}
