#ifndef STANDPOINT_CSYSCALLS_H
#define STANDPOINT_CSYSCALLS_H

/* Exchanges two paths of one file system in one step (renameat2 with RENAME_EXCHANGE).
   Returns 0, or the errno of the failure. */
int standpoint_exchange(const char *first, const char *second);

/* Opens a new file in a folder for writing, which has no name (O_TMPFILE).
   Returns its descriptor, or the negative errno of the failure. */
int standpoint_open_unnamed(const char *folder);

/* Gives a file that has no name one that does not exist yet.
   Returns 0, or the errno of the failure. */
int standpoint_name_unnamed(int descriptor, const char *path);

/* Moves a file within a file system, unless something is at the new path (renameat2 with RENAME_NOREPLACE).
   Returns 0, or the errno of the failure: EEXIST, or EINVAL if the file system cannot do this. */
int standpoint_move_new(const char *path, const char *target);

/* Waits until an open folder, or with `whole` all of its file system, is on the disk.
   Returns 0, or the errno of the failure. */
int standpoint_synchronize(int descriptor, int whole);

#endif
