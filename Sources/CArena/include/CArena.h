#ifndef STANDPOINT_CARENA_H
#define STANDPOINT_CARENA_H

#include <stddef.h>

/* An arena allocator for parsing, one per thread. Small blocks are allocated from the thread's chunks and freed together
   at the end of a parse; large blocks are allocated with the C library. The three allocation functions have the
   signatures that libcmark requires. Like libcmark's own, they abort if memory runs out. */

/* Starts a parse on this thread. Parses may be nested. */
void standpoint_arena_enter(void);

/* Ends a parse. The end of the outermost parse frees all blocks of this thread. */
void standpoint_arena_leave(void);

/* A zeroed block of `count` times `size` bytes, aligned to 16. */
void *standpoint_arena_calloc(size_t count, size_t size);

/* The block `old`, resized to `size` bytes and moved if necessary; a new block if `old` is NULL. Added bytes are not zeroed. */
void *standpoint_arena_realloc(void *old, size_t size);

/* Frees a large block. Small blocks are freed at the end of the parse. */
void standpoint_arena_free(void *old);

#endif
