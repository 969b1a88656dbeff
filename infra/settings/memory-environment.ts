/**
 * Settings of glibc's allocator for the digest function, which it takes only from the environment. Buffers live outside V8's heap; one arena
 * for all threads keeps less of what is freed of them. A mapping of its own for each buffer (`MALLOC_MMAP_THRESHOLD_=16384`) would
 * give all of it back at once, but an unchanged day would take a sixth more processor time.
 */
export const MEMORY_ENVIRONMENT = { MALLOC_ARENA_MAX: "1" } as const;
