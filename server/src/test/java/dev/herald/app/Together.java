package dev.herald.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Asks many times at once. */
final class Together {

    private Together() {}

    /** The replies in the order of their numbers, 0 to {@code times} - 1. */
    static List<TestHerald.Reply> ask(int times, IntFunction<TestHerald.Reply> ask) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asks = IntStream.range(0, times)
                    .<Callable<TestHerald.Reply>>mapToObj(i -> () -> ask.apply(i))
                    .toList();
            var replies = new ArrayList<TestHerald.Reply>();
            for (var reply : threads.invokeAll(asks)) {
                replies.add(reply.get());
            }
            return replies;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    static long made(List<TestHerald.Reply> replies) {
        return replies.stream().filter(reply -> reply.status() == 201).count();
    }
}
