package dev.helpdesk.local.infra;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Mails in the JSON shapes of Mailpit's API, which compose uses in the same place. */
final class MailJson {

  private MailJson() {}

  static JsonObject page(List<ReceivedMail> matching, int start, int limit, int total) {
    var messages = new JsonArray();
    matching.stream().skip(start).limit(limit).map(MailJson::summary).forEach(messages::add);
    return new JsonObject()
        .put("total", total)
        .put("unread", total)
        .put("count", messages.size())
        .put("messages_count", matching.size())
        .put("messages_unread", matching.size())
        .put("start", start)
        .put("tags", new JsonArray())
        .put("messages", messages);
  }

  private static JsonObject summary(ReceivedMail mail) {
    return common(mail)
        .put("Read", false)
        .put("Created", mail.received().toString())
        .put("Attachments", mail.attachments().size())
        .put("Snippet", mail.snippet());
  }

  static JsonObject message(ReceivedMail mail) {
    String returnPath = mail.header("Return-Path");
    return common(mail)
        .put("ReturnPath", returnPath == null ? "" : returnPath.replaceAll("[<>]", ""))
        .put("Date", mail.date().toString())
        .put("Text", mail.text())
        .put("HTML", mail.html())
        .put("ListUnsubscribe", listUnsubscribe(mail))
        .put("Inline", new JsonArray())
        .put("Attachments", attachments(mail));
  }

  static JsonObject headers(ReceivedMail mail) {
    var json = new JsonObject();
    mail.headers().forEach((name, values) -> json.put(name, new JsonArray(List.copyOf(values))));
    return json;
  }

  private static JsonObject common(ReceivedMail mail) {
    return new JsonObject()
        .put("ID", mail.id())
        .put("MessageID", mail.messageId())
        .put("From", mailbox(mail.from()))
        .put("To", mailboxes(mail.to()))
        .put("Cc", mailboxes(mail.cc()))
        .put("Bcc", mailboxes(mail.bcc()))
        .put("ReplyTo", mailboxes(mail.replyTo()))
        .put("Subject", mail.subject())
        .put("Tags", new JsonArray())
        .put("Username", "")
        .put("Size", mail.raw().length);
  }

  private static JsonObject listUnsubscribe(ReceivedMail mail) {
    String header = mail.header("List-Unsubscribe");
    var links = new JsonArray();
    if (header != null) {
      for (String link : header.split(",")) {
        links.add(link.replaceAll("[<>\\s]", ""));
      }
    }
    String post = mail.header("List-Unsubscribe-Post");
    return new JsonObject()
        .put("Header", header == null ? "" : header)
        .put("HeaderPost", post == null ? "" : post)
        .put("Links", links)
        .put("Errors", "");
  }

  private static JsonArray attachments(ReceivedMail mail) {
    var json = new JsonArray();
    for (var part : mail.attachments()) {
      json.add(
          new JsonObject()
              .put("PartID", part.id())
              .put("FileName", part.fileName())
              .put("ContentType", part.contentType())
              .put("ContentID", "")
              .put("Size", part.size()));
    }
    return json;
  }

  private static JsonArray mailboxes(List<Mailbox> mailboxes) {
    var json = new JsonArray();
    mailboxes.stream().map(MailJson::mailbox).forEach(json::add);
    return json;
  }

  private static @Nullable JsonObject mailbox(@Nullable Mailbox mailbox) {
    return mailbox == null
        ? null
        : new JsonObject().put("Name", mailbox.name()).put("Address", mailbox.address());
  }
}
