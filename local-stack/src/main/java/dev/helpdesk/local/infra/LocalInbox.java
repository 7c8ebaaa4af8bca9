package dev.helpdesk.local.infra;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Catches all mail that the system sends and shows it, to people on a page and to tests as JSON.
 */
public final class LocalInbox implements AutoCloseable {

  private final MailStore store;
  private final SmtpCatcher smtp;
  private final Vertx vertx = Vertx.vertx();
  private final HttpServer http;

  private LocalInbox(int smtpPort, int httpPort, @Nullable Path folder) throws IOException {
    this.store = new MailStore(folder == null ? null : new MailFolder(folder));
    this.smtp = new SmtpCatcher(smtpPort, store);
    try {
      this.http =
          vertx
              .createHttpServer()
              .requestHandler(InboxApi.router(vertx, store))
              .listen(httpPort, "127.0.0.1")
              .toCompletionStage()
              .toCompletableFuture()
              .join();
    } catch (CompletionException e) {
      smtp.close();
      vertx.close();
      throw new IOException("the inbox cannot listen on port " + httpPort, e.getCause());
    }
  }

  /** On free ports, in memory only. */
  public static LocalInbox startTemporary() throws IOException {
    return new LocalInbox(0, 0, null);
  }

  /** Port 0 takes a free one; with a folder mail survives a restart. */
  public static LocalInbox start(int smtpPort, int httpPort, @Nullable Path folder)
      throws IOException {
    return new LocalInbox(smtpPort, httpPort, folder);
  }

  public int smtpPort() {
    return smtp.port();
  }

  public int httpPort() {
    return http.actualPort();
  }

  public String url() {
    return "http://127.0.0.1:" + httpPort();
  }

  /** Newest first, in Mailpit's search language: {@code to:ann@example.org subject:"a b"}. */
  public List<ReceivedMail> find(String query) {
    return store.find(MailQuery.parse(query));
  }

  public void clear() {
    store.removeIf(mail -> true);
  }

  @Override
  public void close() {
    smtp.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
