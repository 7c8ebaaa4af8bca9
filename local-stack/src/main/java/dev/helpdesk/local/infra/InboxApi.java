package dev.helpdesk.local.infra;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** The inbox page, and the part of Mailpit's API that tests and people need. */
final class InboxApi {

  private static final int DEFAULT_LIMIT = 50;

  private final MailStore store;

  private InboxApi(MailStore store) {
    this.store = store;
  }

  static Router router(Vertx vertx, MailStore store) {
    var api = new InboxApi(store);
    var router = Router.router(vertx);
    router.route().handler(InboxApi::secure);
    router.get("/").handler(context -> asset(context, "inbox.html", "text/html"));
    router.get("/inbox.js").handler(context -> asset(context, "inbox.js", "text/javascript"));
    router.get("/inbox.css").handler(context -> asset(context, "inbox.css", "text/css"));
    router.get("/health").handler(context -> json(context, new JsonObject().put("status", "ok")));
    router.get("/api/v1/messages").handler(context -> api.list(context, ""));
    router
        .get("/api/v1/search")
        .handler(context -> api.list(context, context.request().getParam("query", "")));
    router.route(HttpMethod.DELETE, "/api/v1/*").handler(BodyHandler.create(false));
    router.delete("/api/v1/messages").handler(api::delete);
    router.delete("/api/v1/search").handler(api::deleteMatching);
    router
        .get("/api/v1/message/:id")
        .handler(api.one((c, mail) -> json(c, MailJson.message(mail))));
    router
        .get("/api/v1/message/:id/headers")
        .handler(api.one((context, mail) -> json(context, MailJson.headers(mail))));
    router.get("/api/v1/message/:id/raw").handler(api.one((context, mail) -> raw(context, mail)));
    router.get("/view/:file").handler(api::view);
    return router;
  }

  private static void secure(RoutingContext context) {
    context
        .response()
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Cache-Control", "no-store")
        .putHeader(
            "Content-Security-Policy",
            "default-src 'self'; style-src 'self'; object-src 'none'; frame-ancestors 'none'");
    context.next();
  }

  private static void asset(RoutingContext context, String name, String type) {
    context.response().putHeader("Content-Type", type + ";charset=utf-8").sendFile("inbox/" + name);
  }

  private void list(RoutingContext context, String query) {
    int start = number(context, "start", 0);
    int limit = number(context, "limit", DEFAULT_LIMIT);
    json(context, MailJson.page(store.find(MailQuery.parse(query)), start, limit, store.size()));
  }

  private void delete(RoutingContext context) {
    Set<Object> ids = new HashSet<>();
    if (context.body().length() > 0) {
      context.body().asJsonObject().getJsonArray("IDs", new JsonArray()).forEach(ids::add);
    }
    store.removeIf(mail -> ids.isEmpty() || ids.contains(mail.id()));
    context.response().end("ok");
  }

  private void deleteMatching(RoutingContext context) {
    store.removeIf(MailQuery.parse(context.request().getParam("query", "")));
    context.response().end("ok");
  }

  // The mail's own HTML: no scripts, no forms, no other origin, whoever opens it and however.
  private void view(RoutingContext context) {
    Optional<ReceivedMail> mail = store.byId(context.pathParam("file").replaceAll("\\.html$", ""));
    if (mail.isEmpty()) {
      absent(context);
      return;
    }
    context
        .response()
        .putHeader(
            "Content-Security-Policy",
            "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:")
        .putHeader("Content-Type", "text/html;charset=utf-8")
        .end("<base target=\"_blank\">" + mail.get().html());
  }

  private Handler<RoutingContext> one(BiConsumer<RoutingContext, ReceivedMail> answer) {
    return context ->
        store
            .byId(context.pathParam("id"))
            .ifPresentOrElse(mail -> answer.accept(context, mail), () -> absent(context));
  }

  private static void absent(RoutingContext context) {
    context.response().setStatusCode(404).end("Message not found");
  }

  private static void raw(RoutingContext context, ReceivedMail mail) {
    context
        .response()
        .putHeader("Content-Type", "text/plain;charset=utf-8")
        .end(Buffer.buffer(mail.raw()));
  }

  private static void json(RoutingContext context, JsonObject body) {
    context.response().putHeader("Content-Type", "application/json").end(body.encode());
  }

  private static int number(RoutingContext context, String name, int otherwise) {
    try {
      return Math.max(0, Integer.parseInt(context.request().getParam(name, "" + otherwise)));
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
