package dev.helpdesk.ticketing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.helpdesk.kit.outbox.EventJson;
import dev.helpdesk.test.Broker;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Fresh spaces and tickets with valid defaults. */
public final class Desk {
  private Desk() {}

  /** The key of a new internal space. */
  public static String space(Someone owner) {
    return space(owner, "internal");
  }

  public static String space(Someone owner, String visibility) {
    Response answer =
        owner.post(
            "/spaces", Map.of("name", "Space " + UUID.randomUUID(), "visibility", visibility));
    answer.then().statusCode(201);
    return answer.path("spaceKey");
  }

  public static void member(Someone owner, String space, Someone who, String role) {
    owner
        .put("/spaces/" + space + "/members/" + who.id(), Map.of("role", role))
        .then()
        .statusCode(200);
  }

  /** The key of a new ticket. */
  public static String ticket(Someone who, String space) {
    return ticket(who, space, Map.of());
  }

  public static String ticket(Someone who, String space, Map<String, ?> fields) {
    Response answer = file(who, space, fields);
    answer.then().log().ifValidationFails().statusCode(201);
    return answer.path("ticketId");
  }

  public static Response file(Someone who, String space, Map<String, ?> fields) {
    Map<String, Object> body = new HashMap<>(Map.of("title", "It hurts", "description", "A lot"));
    body.putAll(fields);
    return who.post("/spaces/" + space + "/tickets", body);
  }

  /** A ticket that is taken along the workflow by somebody who may. */
  public static void move(Someone who, String ticket, String... statuses) {
    for (String status : statuses) {
      who.patch("/tickets/" + ticket + "/status", Map.of("status", status)).then().statusCode(200);
    }
  }

  /** The data of the events of a key, as soon as there are so many. */
  public static List<JsonNode> events(String key, int count) {
    return Broker.await("helpdesk.tickets", count, record -> key.equals(record.key())).stream()
        .map(record -> read(record.value()))
        .toList();
  }

  private static JsonNode read(String text) {
    try {
      return EventJson.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
