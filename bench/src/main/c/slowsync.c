/*
 * Makes syncs of a log take as long as on a slower disk: loaded before libc into PostgreSQL (LD_PRELOAD), which must
 * have wal_sync_method fdatasync or fsync. The real sync is made too, and the rest of the time is slept. What is not a
 * log is left alone, so that checkpoints take what they take.
 *
 * HERALD_BENCH_SYNC names a file with the microseconds that a sync shall take at least; it is read at each sync, so that
 * a benchmark can change it while the database runs.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

typedef int (*sync_function)(int);

/* PostgreSQL's write-ahead log, and the log of LogBench, whose syncs have to take as long. */
static int is_log(int fd) {
    char link[64];
    char path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) {
        return 0;
    }
    path[length] = 0;
    return strstr(path, "/pg_wal/") != NULL || strstr(path, "/bench_log") != NULL;
}

static long wanted_micros(void) {
    const char *name = getenv("HERALD_BENCH_SYNC");
    char text[32];
    int fd = name == NULL ? -1 : open(name, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        return 0;
    }
    ssize_t length = read(fd, text, sizeof text - 1);
    close(fd);
    text[length < 0 ? 0 : length] = 0;
    return atol(text);
}

static int slowed(sync_function real, int fd) {
    struct timespec until;
    clock_gettime(CLOCK_MONOTONIC, &until);
    int result = real(fd);
    int error = errno;
    if (is_log(fd)) {
        long micros = wanted_micros();
        until.tv_sec += micros / 1000000;
        until.tv_nsec += micros % 1000000 * 1000;
        if (until.tv_nsec >= 1000000000) {
            until.tv_sec++;
            until.tv_nsec -= 1000000000;
        }
        while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, NULL) == EINTR) {
        }
    }
    errno = error;
    return result;
}

int fdatasync(int fd) {
    static sync_function real;
    if (real == NULL) {
        real = (sync_function) dlsym(RTLD_NEXT, "fdatasync");
    }
    return slowed(real, fd);
}

int fsync(int fd) {
    static sync_function real;
    if (real == NULL) {
        real = (sync_function) dlsym(RTLD_NEXT, "fsync");
    }
    return slowed(real, fd);
}
