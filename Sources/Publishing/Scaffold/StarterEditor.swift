/// The settings of a new site for Visual Studio Code.
enum StarterEditor {
  static var files: [StarterFile] {
    [StarterFile(".vscode/settings.json", settings), StarterFile(".vscode/tasks.json", tasks)]
  }

  /// The schema of site.yml, for editors that read YAML by schemas.
  private static let settings = """
    {
      "yaml.schemas": {
        ".schemas/site.json": "Content/site.yml"
      }
    }

    """

  /// A task that checks the site, and how to read what it prints.
  private static let tasks = #"""
    {
      "version": "2.0.0",
      "tasks": [
        {
          "label": "standpoint check",
          "type": "shell",
          "command": "standpoint check --quiet",
          "group": {"kind": "build", "isDefault": true},
          "problemMatcher": {
            "owner": "standpoint",
            "fileLocation": ["relative", "${workspaceFolder}"],
            "pattern": {
              "regexp": "^(.+?):(\\d+):(\\d+): (error|warning|note): (.*)$",
              "file": 1,
              "line": 2,
              "column": 3,
              "severity": 4,
              "message": 5
            }
          }
        }
      ]
    }

    """#
}
