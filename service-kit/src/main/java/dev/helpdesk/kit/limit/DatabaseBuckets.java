package dev.helpdesk.kit.limit;

import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Bucket4j's state in the table rate_limit, changed by compare-and-swap. */
final class DatabaseBuckets extends AbstractCompareAndSwapBasedProxyManager<String> {
  private static final String READ = "SELECT state FROM rate_limit WHERE key = $1";
  private static final String INSERT =
      "INSERT INTO rate_limit (key, state) VALUES ($1, $2) ON CONFLICT DO NOTHING";
  private static final String SWAP =
      "UPDATE rate_limit SET state = $2, changed_at = now() WHERE key = $1 AND state = $3";
  private static final String REMOVE = "DELETE FROM rate_limit WHERE key = $1";

  private final Pool pool;

  DatabaseBuckets(Pool pool) {
    super(ClientSideConfig.getDefault().withMaxRetries(50));
    this.pool = pool;
  }

  @Override
  protected AsyncCompareAndSwapOperation beginAsyncCompareAndSwapOperation(String key) {
    return new Operation(key);
  }

  @Override
  protected CompareAndSwapOperation beginCompareAndSwapOperation(String key) {
    throw new UnsupportedOperationException("Nothing here may block");
  }

  @Override
  protected CompletableFuture<Void> removeAsync(String key) {
    return pool.preparedQuery(REMOVE)
        .execute(Tuple.of(key))
        .replaceWithVoid()
        .subscribeAsCompletionStage();
  }

  @Override
  public void removeProxy(String key) {
    throw new UnsupportedOperationException("Nothing here may block");
  }

  @Override
  public boolean isAsyncModeSupported() {
    return true;
  }

  private final class Operation implements AsyncCompareAndSwapOperation {
    private final String key;

    Operation(String key) {
      this.key = key;
    }

    @Override
    public CompletableFuture<Optional<byte[]>> getStateData(Optional<Long> timeout) {
      return pool.preparedQuery(READ)
          .execute(Tuple.of(key))
          .map(Operation::state)
          .subscribeAsCompletionStage();
    }

    @Override
    public CompletableFuture<Boolean> compareAndSwap(
        byte @Nullable [] old, byte[] fresh, RemoteBucketState state, Optional<Long> timeout) {
      Tuple values = Tuple.of(key, Buffer.buffer(fresh));
      if (old != null) {
        values.addBuffer(io.vertx.mutiny.core.buffer.Buffer.buffer(old));
      }
      return pool.preparedQuery(old == null ? INSERT : SWAP)
          .execute(values)
          .map(result -> result.rowCount() == 1)
          .subscribeAsCompletionStage();
    }

    private static Optional<byte[]> state(RowSet<Row> rows) {
      return rows.rowCount() == 0
          ? Optional.empty()
          : Optional.of(rows.iterator().next().getBuffer(0).getBytes());
    }
  }
}
