package dev.helpdesk.test;

import io.restassured.RestAssured;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** An empty database on the server of the test run, apart from the service under test. */
public record FreshDatabase(int port, String name, String user, String password) {
  public static FreshDatabase create() {
    String[] answer =
        RestAssured.given()
            .baseUri(System.getProperty("helpdesk.test.control"))
            .post("/database/fresh")
            .then()
            .statusCode(200)
            .extract()
            .asString()
            .split("\n", 4);
    return new FreshDatabase(Integer.parseInt(answer[0]), answer[1], answer[2], answer[3]);
  }

  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
  }

  public String reactiveUrl() {
    return "postgresql://127.0.0.1:" + port + "/" + name;
  }

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl(), user, password);
  }
}
