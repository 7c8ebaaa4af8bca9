package dev.helpdesk.notification.mail;

import io.quarkus.mailer.runtime.MailerRuntimeConfig;
import io.quarkus.mailer.runtime.MailersRuntimeConfig;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.StartTLSOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.ext.mail.MailClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Connections to the SMTP server, set by quarkus.mailer.*. Quarkus's own pool waits for ever on a
 * server that takes a connection and says no more; each such connection would be lost to it.
 */
@Dependent
class SmtpPool {
  private static final String DEFAULT = "<default>";

  @Produces
  @ApplicationScoped
  @Impatient
  MailClient client(
      Vertx vertx,
      MailersRuntimeConfig mailers,
      TlsConfigurationRegistry tls,
      SmtpSettings settings) {
    MailerRuntimeConfig mailer = Objects.requireNonNull(mailers.mailers().get(DEFAULT));
    return MailClient.create(vertx, config(mailer, tls, settings));
  }

  void close(@Disposes @Impatient MailClient client) {
    client.closeAndForget();
  }

  private static MailConfig config(
      MailerRuntimeConfig mailer, TlsConfigurationRegistry tls, SmtpSettings settings) {
    MailConfig config = new MailConfig();
    config.setHostname(mailer.host());
    mailer.port().ifPresent(config::setPort);
    mailer.username().ifPresent(config::setUsername);
    mailer.password().ifPresent(config::setPassword);
    mailer.ownHostName().ifPresent(config::setOwnHostname);
    mailer.authMethods().ifPresent(config::setAuthMethods);
    config.setLogin(LoginOption.valueOf(mailer.login().toUpperCase(Locale.ROOT)));
    config.setStarttls(StartTLSOptions.valueOf(mailer.startTLS().toUpperCase(Locale.ROOT)));
    config.setKeepAlive(mailer.keepAlive());
    config.setMaxPoolSize(settings.connections());
    int patience = Math.toIntExact(settings.patience().toMillis());
    config.setConnectTimeout(patience);
    config.setIdleTimeout(patience).setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
    config.setMetricsName("mail");
    encrypt(config, mailer, tls);
    return config;
  }

  private static void encrypt(
      MailConfig config, MailerRuntimeConfig mailer, TlsConfigurationRegistry registry) {
    config.setSsl(mailer.tls().orElse(false));
    mailer.tlsConfigurationName().flatMap(registry::get).ifPresent(tls -> trust(config, tls));
  }

  private static void trust(MailConfig config, TlsConfiguration tls) {
    if (tls.getTrustStoreOptions() != null) {
      config.setTrustOptions(tls.getTrustStoreOptions());
    }
    if (tls.getKeyStoreOptions() != null) {
      config.setKeyCertOptions(tls.getKeyStoreOptions());
    }
    config.setTrustAll(tls.isTrustAll());
    tls.getHostnameVerificationAlgorithm().ifPresent(config::setHostnameVerificationAlgorithm);
  }
}
