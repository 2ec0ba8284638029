#ifndef STANDPOINT_CSYSCALLS_H
#define STANDPOINT_CSYSCALLS_H

/* Exchanges two paths of one file system in one step (renameat2 with RENAME_EXCHANGE).
   Returns 0, or the errno of the failure. */
int standpoint_exchange(const char *first, const char *second);

#endif
