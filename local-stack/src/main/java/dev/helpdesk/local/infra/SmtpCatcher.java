package dev.helpdesk.local.infra;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An SMTP server that takes mail for everybody and puts it into the store. */
final class SmtpCatcher implements AutoCloseable {

  private final GreenMail greenMail;
  private final MailStore store;
  private WeakReference<@Nullable MimeMessage> last = new WeakReference<>(null);

  SmtpCatcher(int port, MailStore store) {
    this.store = store;
    this.greenMail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    greenMail.getUserManager().setAuthRequired(false);
    greenMail.getUserManager().setMessageDeliveryHandler((mail, recipient) -> keep(mail));
    greenMail.start();
  }

  int port() {
    return greenMail.getSmtp().getPort();
  }

  /** GreenMail delivers once per recipient and answers 250 after that; the store keeps one copy. */
  private synchronized GreenMailUser keep(MovingMessage mail) throws MessagingException {
    MimeMessage message = mail.getMessage();
    if (last.get() != message) {
      try {
        var raw = new ByteArrayOutputStream();
        message.writeTo(raw);
        store.add(raw.toByteArray(), recipients(mail));
      } catch (IOException e) {
        throw new MessagingException("cannot keep the mail", e);
      }
      last = new WeakReference<>(message);
    }
    return NOBODY;
  }

  private static Set<String> recipients(MovingMessage mail) {
    return mail.getToAddresses().stream().map(MailAddress::getEmail).collect(Collectors.toSet());
  }

  // GreenMail's own mailboxes would keep every mail for ever.
  private static final GreenMailUser NOBODY =
      (GreenMailUser)
          Proxy.newProxyInstance(
              SmtpCatcher.class.getClassLoader(),
              new Class<?>[] {GreenMailUser.class},
              (proxy, method, arguments) -> method.getReturnType() == String.class ? "" : null);

  @Override
  public void close() {
    greenMail.stop();
  }
}
