#define _GNU_SOURCE
#include "CSyscalls.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int standpoint_open_unnamed(const char *folder) {
#if defined(O_TMPFILE)
  /* Without /proc, the file could not get a name later. */
  if (access("/proc/self/fd", F_OK) != 0) return -ENOTSUP;
  int descriptor = open(folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
  return descriptor >= 0 ? descriptor : -errno;
#else
  (void)folder;
  return -ENOTSUP;
#endif
}

int standpoint_name_unnamed(int descriptor, const char *path) {
#if defined(O_TMPFILE)
  char own[32];
  snprintf(own, sizeof own, "/proc/self/fd/%d", descriptor);
  return linkat(AT_FDCWD, own, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0 ? 0 : errno;
#else
  (void)descriptor;
  (void)path;
  return ENOTSUP;
#endif
}

int standpoint_move_new(const char *path, const char *target) {
#if defined(__APPLE__)
  return renamex_np(path, target, RENAME_EXCL) == 0 ? 0 : errno;
#else
  return renameat2(AT_FDCWD, path, AT_FDCWD, target, RENAME_NOREPLACE) == 0 ? 0 : errno;
#endif
}

int standpoint_synchronize(int descriptor, int whole) {
#if defined(__APPLE__)
  if (whole) sync();
  return fsync(descriptor) == 0 ? 0 : errno;
#else
  return (whole ? syncfs(descriptor) : fsync(descriptor)) == 0 ? 0 : errno;
#endif
}
