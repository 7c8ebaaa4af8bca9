package dev.helpdesk.kit.operation;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Shows whether the broker answers. It never makes the service unready: requests need the database
 * only, and events wait in the outbox until the broker is back.
 */
@Readiness
@ApplicationScoped
class BrokerHealth implements AsyncHealthCheck {
  private final NetClient sockets;
  private final String servers;

  BrokerHealth(Vertx vertx, @Identifier("default-kafka-broker") Map<String, Object> broker) {
    this.sockets = vertx.createNetClient(new NetClientOptions().setConnectTimeout(1000));
    this.servers = String.valueOf(broker.get("bootstrap.servers"));
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    String[] first = servers.split(",")[0].trim().replaceFirst("^.*://", "").split(":");
    SocketAddress address =
        SocketAddress.inetSocketAddress(Integer.parseInt(first[first.length - 1]), first[0]);
    return Uni.createFrom()
        .completionStage(() -> sockets.connect(address).toCompletionStage())
        .invoke(socket -> socket.close())
        .map(socket -> report("reachable"))
        .onFailure()
        .recoverWithItem(failure -> report("unreachable; events wait in the outbox"));
  }

  private static HealthCheckResponse report(String state) {
    HealthCheckResponseBuilder report = HealthCheckResponse.named("broker").up();
    return report.withData("broker", state).build();
  }
}
