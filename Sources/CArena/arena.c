#include "CArena.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Blocks from this size on are the C library's: they can grow in place, and are given back at once. */
enum { LARGE = 32 * 1024, CHUNK = 256 * 1024 };

/* The header of each block: twice its size, plus 1 if it is large. Blocks are aligned like it, to 8 bytes, because libcmark
   has nothing wider than pointers, and its nodes are most of the memory of a parse. */
typedef struct {
  uint64_t tagged_size;
} header;

enum { ALIGNMENT = sizeof(header) };

typedef struct chunk {
  struct chunk *previous;
  size_t used;
  _Alignas(header) unsigned char bytes[CHUNK];
} chunk;

/* A large block: linked to its neighbours, so that the end of a parse finds it. */
typedef struct large {
  struct large *previous;
  struct large *next;
  header header;
} large;

static _Thread_local chunk *chunks;
static _Thread_local large *larges;
static _Thread_local unsigned depth;

static void *or_end(void *memory) {
  if (memory == NULL) abort();
  return memory;
}

static header *header_of(void *block) { return (header *)block - 1; }

static header tagged(size_t size, bool is_large) { return (header){(uint64_t)size << 1 | is_large}; }

static size_t size_of(void *block) { return (size_t)(header_of(block)->tagged_size >> 1); }

static bool is_large(void *block) { return (header_of(block)->tagged_size & 1) != 0; }

static large *large_of(void *block) { return (large *)((unsigned char *)block - sizeof(large)); }

static void link_large(large *block) {
  if (block->previous != NULL) block->previous->next = block; else larges = block;
  if (block->next != NULL) block->next->previous = block;
}

static void *new_large(size_t size) {
  if (size > SIZE_MAX / 2 - sizeof(large)) abort();
  large *block = or_end(calloc(1, sizeof(large) + size));
  *block = (large){.next = larges, .header = tagged(size, true)};
  link_large(block);
  return block + 1;
}

/* An uninitialised block. */
static void *new_small(size_t size) {
  size_t whole = sizeof(header) + ((size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1));
  if (chunks == NULL || chunks->used + whole > CHUNK) {
    chunk *fresh = or_end(malloc(sizeof(chunk)));
    fresh->previous = chunks;
    fresh->used = 0;
    chunks = fresh;
  }
  header *block = (header *)(chunks->bytes + chunks->used);
  chunks->used += whole;
  *block = tagged(size, false);
  return block + 1;
}

void standpoint_arena_enter(void) { depth += 1; }

void standpoint_arena_leave(void) {
  depth -= 1;
  if (depth > 0) return;
  while (larges != NULL) standpoint_arena_free(larges + 1);
  while (chunks != NULL && chunks->previous != NULL) {
    chunk *last = chunks;
    chunks = last->previous;
    free(last);
  }
  if (chunks != NULL) chunks->used = 0;
}

void *standpoint_arena_calloc(size_t count, size_t size) {
  if (size != 0 && count > SIZE_MAX / size) abort();
  if (count * size >= LARGE) return new_large(count * size);
  return memset(new_small(count * size), 0, count * size);
}

void *standpoint_arena_realloc(void *old, size_t size) {
  if (old == NULL) return size >= LARGE ? new_large(size) : new_small(size);
  if (is_large(old)) {
    if (size > SIZE_MAX / 2 - sizeof(large)) abort();
    large *block = or_end(realloc(large_of(old), sizeof(large) + size));
    block->header = tagged(size, true);
    link_large(block);
    return block + 1;
  }
  size_t had = size_of(old);
  if (size <= had) return old;
  void *block = size >= LARGE ? new_large(size) : new_small(size);
  return memcpy(block, old, had);
}

void standpoint_arena_free(void *old) {
  if (old == NULL || !is_large(old)) return;
  large *block = large_of(old);
  if (block->previous != NULL) block->previous->next = block->next; else larges = block->next;
  if (block->next != NULL) block->next->previous = block->previous;
  free(block);
}
