/// Where proposed changes are reviewed.
package enum StarterPipeline: String, Sendable, Hashable, CaseIterable {
  case github, gitlab

  /// The files by which it builds, checks and comments.
  var files: [StarterFile] {
    switch self {
    case .github: [StarterScripts.build, StarterScripts.review, StarterScripts.gitHubReview]
    case .gitlab:
      [StarterScripts.build, StarterScripts.review, StarterScripts.gitLab, StarterScripts.gitLabComment]
    }
  }

  /// What the user has to do; empty: nothing.
  package var steps: [String] {
    switch self {
    case .github: []
    case .gitlab:
      [
        "in GitLab, add a daily schedule under Build, Pipeline schedules",
        "for comments on merge requests, set the masked CI/CD variable REVIEW_TOKEN to a project access token with the scope api",
      ]
    }
  }
}
