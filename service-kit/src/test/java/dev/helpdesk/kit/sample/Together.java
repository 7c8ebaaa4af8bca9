package dev.helpdesk.kit.sample;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** The same call by many at one moment. */
public final class Together {
  private Together() {}

  public static <T> List<T> call(int callers, Callable<T> call) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    CountDownLatch ready = new CountDownLatch(callers);
    try {
      List<Future<T>> answers =
          IntStream.range(0, callers)
              .mapToObj(i -> threads.submit(() -> after(ready, call)))
              .toList();
      return answers.stream().map(Together::result).toList();
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> T after(CountDownLatch ready, Callable<T> call) throws Exception {
    ready.countDown();
    ready.await();
    return call.call();
  }

  private static <T> T result(Future<T> answer) {
    try {
      return answer.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
