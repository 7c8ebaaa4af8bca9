package dev.helpdesk.local.infra;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalInboxTest {

  static final HttpClient HTTP = HttpClient.newHttpClient();
  static LocalInbox inbox;

  @BeforeAll
  static void start() throws IOException {
    inbox = LocalInbox.startTemporary();
  }

  @AfterAll
  static void stop() {
    inbox.close();
  }

  @BeforeEach
  void empty() {
    inbox.clear();
  }

  @Test
  void showsAMailInMailpitsShape() throws Exception {
    send(inbox, aMail("[SA-1] Grüße", "ann@example.org"));
    JsonObject mail = json("/api/v1/message/latest");
    assertThat(mail.getString("Subject")).isEqualTo("[SA-1] Grüße");
    assertThat(mail.getString("Text")).startsWith("Dear Ann");
    assertThat(mail.getString("HTML")).isEqualTo("<p>Dear Ann</p>");
    assertThat(mail.getString("MessageID")).isEqualTo("sa-1@helpdesk");
    assertThat(mail.getJsonObject("From"))
        .isEqualTo(new JsonObject().put("Name", "Desk").put("Address", "desk@example.org"));
    assertThat(mail.getJsonArray("To").getJsonObject(0).getString("Address"))
        .isEqualTo("ann@example.org");
    assertThat(json("/api/v1/message/" + mail.getString("ID") + "/headers").getJsonArray("X-Two"))
        .containsExactly("one", "two");
    assertThat(get("/api/v1/message/" + mail.getString("ID") + "/raw").body())
        .contains("Message-ID: <sa-1@helpdesk>");
  }

  @ParameterizedTest
  @CsvSource({
    "to:ann@example.org, 1",
    "to:ANN@EXAMPLE.ORG, 1",
    "to:bob@example.org, 1",
    "to:nobody@example.org, 0",
    "from:desk@example.org, 2",
    "subject:printer, 1",
    "'subject:\"printer on fire\"', 1",
    "'subject:\"fire printer\"', 0",
    "'to:\"ann@example.org\" printer', 1",
    "'-to:ann@example.org from:desk', 1",
    "fire, 1",
    "'', 2"
  })
  void findsMailsByMailpitsSearchLanguage(String query, int found) throws Exception {
    send(inbox, aMail("The printer on fire", "ann@example.org"));
    send(inbox, aMail("Welcome", "bob@example.org"));
    var page = json("/api/v1/search?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    assertThat(page.getJsonArray("messages")).hasSize(found);
    assertThat(page.getInteger("messages_count")).isEqualTo(found);
    assertThat(page.getInteger("total")).isEqualTo(2);
  }

  @Test
  void listsNewestFirstInPages() throws Exception {
    for (int i = 1; i <= 3; i++) {
      send(inbox, aMail("Mail " + i, "ann@example.org"));
    }
    var messages = json("/api/v1/messages?start=1&limit=1").getJsonArray("messages");
    assertThat(messages).hasSize(1);
    assertThat(messages.getJsonObject(0).getString("Subject")).isEqualTo("Mail 2");
  }

  @Test
  void keepsOneMailWithSeveralRecipientsOnce() throws Exception {
    var mail = aMail("Both", "ann@example.org");
    mail.addRecipients(RecipientType.BCC, "hidden@example.org");
    send(inbox, mail);
    assertThat(inbox.find("")).hasSize(1);
    assertThat(inbox.find("to:hidden@example.org")).hasSize(1);
  }

  @Test
  void forgetsAllMailOnDelete() throws Exception {
    send(inbox, aMail("Gone", "ann@example.org"));
    var request = HttpRequest.newBuilder(URI.create(inbox.url() + "/api/v1/messages"));
    HTTP.send(request.DELETE().build(), HttpResponse.BodyHandlers.ofString());
    assertThat(json("/api/v1/messages").getInteger("total")).isZero();
    assertThat(get("/api/v1/message/latest").statusCode()).isEqualTo(404);
  }

  @Test
  void keepsMailThroughARestart(@TempDir Path folder) throws Exception {
    try (var before = LocalInbox.start(0, 0, folder)) {
      send(before, aMail("First", "ann@example.org"));
      send(before, aMail("Second", "ann@example.org"));
    }
    try (var after = LocalInbox.start(0, 0, folder)) {
      assertThat(after.find("to:ann@example.org"))
          .extracting(ReceivedMail::subject)
          .containsExactly("Second", "First");
    }
  }

  @Test
  void showsForeignHtmlOnlyInASandbox() throws Exception {
    send(inbox, aMail("Html", "ann@example.org"));
    var view = get("/view/latest.html");
    assertThat(view.body()).contains("<p>Dear Ann</p>");
    assertThat(view.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("sandbox")
        .contains("default-src 'none'");
    assertThat(get("/").body()).contains("/inbox.js");
  }

  private static MimeMessage aMail(String subject, String to) throws MessagingException {
    var mail =
        new MimeMessage(Session.getInstance(new Properties())) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<sa-1@helpdesk>");
          }
        };
    mail.setFrom("Desk <desk@example.org>");
    mail.setRecipient(RecipientType.TO, new InternetAddress(to));
    mail.setSubject(subject, "UTF-8");
    mail.addHeader("X-Two", "one");
    mail.addHeader("X-Two", "two");
    mail.setContent(alternatives());
    return mail;
  }

  private static MimeMultipart alternatives() throws MessagingException {
    var text = new MimeBodyPart();
    text.setText("Dear Ann", "UTF-8");
    var html = new MimeBodyPart();
    html.setText("<p>Dear Ann</p>", "UTF-8", "html");
    return new MimeMultipart("alternative", text, html);
  }

  private static void send(LocalInbox inbox, MimeMessage mail) throws MessagingException {
    mail.saveChanges();
    var settings = new Properties();
    settings.put("mail.smtp.host", "127.0.0.1");
    settings.put("mail.smtp.port", Integer.toString(inbox.smtpPort()));
    try (Transport transport = Session.getInstance(settings).getTransport("smtp")) {
      transport.connect();
      transport.sendMessage(mail, mail.getAllRecipients());
    }
  }

  private static JsonObject json(String path) throws Exception {
    return new JsonObject(get(path).body());
  }

  private static HttpResponse<String> get(String path) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(inbox.url() + path)).build();
    return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
