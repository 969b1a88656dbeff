/**
 * Settings of glibc's allocator for the digest function, which it takes only from the environment. Buffers live outside V8's heap; one arena
 * for all threads keeps less of what is freed of them, and buffers from half a megabyte have mappings of their own, which go back to the
 * system at once. By itself glibc stops giving such mappings once a large buffer was freed ("dynamic mmap threshold", mallopt(3)), and what
 * was taken for pieces of the snapshot stays. A mapping for each smaller buffer would give all of it back, too, but an unchanged day
 * would take more processor time: a tenth from 128 kB, a sixth from 16 kB.
 */
export const MEMORY_ENVIRONMENT = { MALLOC_ARENA_MAX: "1", MALLOC_MMAP_THRESHOLD_: "524288" } as const;
