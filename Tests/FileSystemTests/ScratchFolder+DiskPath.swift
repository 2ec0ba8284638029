import FileSystem
import TestSupport

extension ScratchFolder {
  var path: DiskPath { DiskPath(root) }

  func disk(_ relative: String) -> DiskPath { path.appending(relative) }
}

/// The error that `work` throws.
func fault(_ work: () throws -> Void) -> EnvironmentError? { failure(EnvironmentError.self, work) }
