package dev.helpdesk.auth.otp;

import dev.helpdesk.contracts.otp.OtpPurpose;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table otp. Every rule about counts is one statement, so that no race beats it. */
@ApplicationScoped
class OtpRepository {
  private static final String RECENT =
      "ARRAY(SELECT t FROM unnest(otp.sent_at) AS t WHERE t > now() - interval '1 day' ORDER BY t)";
  private static final String RENEW =
      "INSERT INTO otp (email, purpose, hash, tries, expires_at, sent_at) VALUES"
          + " (:email, :purpose, :hash, 0, now() + make_interval(secs => :ttl), ARRAY[now()])"
          + " ON CONFLICT (email, purpose) DO UPDATE SET hash = excluded.hash, tries = 0,"
          + " expires_at = excluded.expires_at, sent_at = "
          + RECENT
          + " || now() WHERE otp.sent_at[cardinality(otp.sent_at)]"
          + " <= now() - make_interval(secs => :gap) AND cardinality("
          + RECENT
          + ") < :perDay";
  private static final String WAIT =
      "SELECT CAST(ceil(extract(epoch FROM greatest("
          + "otp.sent_at[cardinality(otp.sent_at)] + make_interval(secs => :gap),"
          + " (SELECT r[cardinality(r) - :perDay + 1] + interval '1 day' FROM (SELECT "
          + RECENT
          + " AS r) AS recent)) - now())) AS integer)"
          + " FROM otp WHERE email = :email AND purpose = :purpose";
  private static final String TRY =
      "UPDATE otp SET tries = tries + 1 WHERE email = :email AND purpose = :purpose"
          + " AND hash IS NOT NULL AND tries < :tries AND expires_at > now() RETURNING hash";
  private static final String CONSUME =
      "UPDATE otp SET hash = NULL WHERE email = :email AND purpose = :purpose";

  private final OtpSettings settings;

  OtpRepository(OtpSettings settings) {
    this.settings = settings;
  }

  /** Puts a new code in place of the older; false if the address has had enough for now. */
  Uni<Boolean> renew(String email, OtpPurpose purpose, byte[] hash) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(RENEW)
                    .setParameter("email", email)
                    .setParameter("purpose", purpose.name())
                    .setParameter("hash", hash)
                    .setParameter("ttl", seconds(settings.ttl()))
                    .setParameter("gap", seconds(settings.sendInterval()))
                    .setParameter("perDay", settings.sendsPerDay())
                    .executeUpdate())
        .map(rows -> rows == 1);
  }

  /** Until when no code is sent to the address. */
  Uni<Duration> wait(String email, OtpPurpose purpose) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(WAIT, Integer.class)
                    .setParameter("email", email)
                    .setParameter("purpose", purpose.name())
                    .setParameter("gap", seconds(settings.sendInterval()))
                    .setParameter("perDay", settings.sendsPerDay())
                    .getSingleResult())
        .map(Duration::ofSeconds);
  }

  /** Counts a try and gives the hash to compare with; null where there is nothing to guess. */
  Uni<byte @Nullable []> countTry(String email, OtpPurpose purpose) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(TRY, byte[].class)
                    .setParameter("email", email)
                    .setParameter("purpose", purpose.name())
                    .setParameter("tries", settings.tries())
                    .getResultList())
        .map(OtpRepository::first);
  }

  Uni<Void> consume(String email, OtpPurpose purpose) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(CONSUME)
                    .setParameter("email", email)
                    .setParameter("purpose", purpose.name())
                    .executeUpdate())
        .replaceWithVoid();
  }

  private static byte @Nullable [] first(List<byte[]> hashes) {
    return hashes.isEmpty() ? null : hashes.get(0);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
