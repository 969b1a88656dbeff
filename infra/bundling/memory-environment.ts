/**
 * Settings of glibc's allocator for the digest function. Buffers live outside V8's heap, and glibc keeps what is freed of them: among
 * the entries that wait until a part is full lie the holes of texts and pages long gone, and what a day with changes took while
 * scanning stays resident while its edition is made. One arena for all threads, and buffers from 32 KiB on (pages, blocks, texts) with a
 * mapping of their own, which goes back at once. Both take effect only from the environment.
 */
export const MEMORY_ENVIRONMENT = {
  MALLOC_ARENA_MAX: "1",
  MALLOC_MMAP_THRESHOLD_: "32768",
} as const;
