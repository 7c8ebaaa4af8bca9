package dev.helpdesk.notification.mail;

import io.vertx.ext.mail.MailConfig;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.ext.mail.MailClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Mail to a server of a test, from inside or outside of the service. */
public final class TestMail {
  private TestMail() {}

  /** Speaks with a server on this machine that may be rude. */
  public static SmtpClient smtp(Vertx vertx, int port, Duration patience) {
    MailConfig config =
        new MailConfig()
            .setHostname("127.0.0.1")
            .setPort(port)
            .setMaxPoolSize(32)
            .setIdleTimeout((int) patience.toMillis())
            .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
    return new SmtpClient(
        MailClient.create(vertx, config), new Settings(patience), "Helpdesk <helpdesk@localhost>");
  }

  /** Puts a ticket's note into the barest of words; works without templates. */
  public static ComposeMail bareWords() {
    return new Bare();
  }

  private record Settings(Duration patience) implements SmtpSettings {
    @Override
    public int connections() {
      return 32;
    }
  }

  private static final class Bare extends ComposeMail {
    @SuppressWarnings("NullAway")
    Bare() {
      super(null, null, null);
    }

    @Override
    public Mail compose(Envelope envelope, List<MailContent> contents) {
      StringBuilder text = new StringBuilder();
      contents.forEach(content -> text.append(content).append('\n'));
      Map<String, String> headers = Map.of("Message-ID", envelope.messageId());
      return new Mail("test", text.toString(), "<p>test</p>", headers);
    }
  }
}
