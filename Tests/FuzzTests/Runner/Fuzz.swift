import Foundation

/// What libFuzzer calls with each input. The environment variable `STANDPOINT_FUZZ` names the target.
@_cdecl("LLVMFuzzerTestOneInput")
public func runOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  guard let target else { fatalError("STANDPOINT_FUZZ names no target") }
  let bytes = Array(UnsafeBufferPointer(start: data, count: size))
  let done = DispatchSemaphore(value: 0)
  Task.detached {
    if let fault = await target.fault(bytes) { fatalError("\(target.name): \(fault)") }
    done.signal()
  }
  done.wait()
  return 0
}

private let target = FuzzTarget.named(ProcessInfo.processInfo.environment["STANDPOINT_FUZZ"] ?? "")
