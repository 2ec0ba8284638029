#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The shell scripts that run other programs, so that they end when this process does, even if it is killed.
///
/// Arguments: the most address space in KiB, the most CPU time in seconds (both may be `unlimited`), this process, its descriptor
/// `leash`, the program and its arguments.
enum ProgramGuard {
  /// The descriptor of the reading end of a pipe whose writing end only this process has: the pipe ends with the process. -1 if
  /// there is no pipe.
  static let leash: Int32 = {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return -1 }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return ends[0]
  }()

  /// The script for programs that end in this way; nil: they are run without one.
  static func script(_ ending: ExternalProgram.Ending) -> String? {
    switch ending {
    case .killed: start + watch(then: "kill -s KILL -- \"-$$\"") + finish
    case .told: start + tell + watch(then: "end") + finish
    case .none: nil
    }
  }

  private static let start = """
    ulimit -v "$1" 2>/dev/null
    ulimit -S -t "$2" 2>/dev/null
    parent=$3 leash=/proc/$3/fd/$4
    shift 4
    exec 3<&0
    "$@" <&3 3<&- &
    program=$!
    exec 3<&- </dev/null

    """

  /// The program, which is in the group of the terminal, is told to end, and killed after some seconds.
  private static let tell = """
    end() {
      kill -s TERM "$program"
      for _ in 1 2 3 4 5; do sleep 1; done
      kill -s KILL "$program"
    }
    trap 'end >/dev/null 2>&1 &' TERM

    """

  /// Waits in the background until the parent ends. Where descriptors of other processes cannot be opened, it looks every
  /// second.
  private static func watch(then action: String) -> String {
    """
    (
      trap - TERM
      if [ -r "$leash" ]; then
        read -r _ <"$leash"
      else
        while kill -0 "$parent"; do sleep 1; done
      fi
      \(action)
    ) >/dev/null 2>&1 &
    watch=$!

    """
  }

  /// A signal interrupts `wait` before the program has ended.
  private static let finish = """
    while :; do
      wait "$program"
      status=$?
      kill -0 "$program" 2>/dev/null || break
    done
    kill "$watch" 2>/dev/null
    exit "$status"
    """
}
