package dev.helpdesk.auth.otp;

import dev.helpdesk.contracts.otp.OtpPurpose;
import dev.helpdesk.contracts.otp.OtpRequested;
import dev.helpdesk.kit.limit.RateLimits;
import dev.helpdesk.kit.outbox.Outbox;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Sends codes and judges guesses. */
@ApplicationScoped
public class OtpService {
  private final OtpRepository otps;
  private final OtpCodes codes;
  private final OtpSettings settings;
  private final Outbox outbox;

  OtpService(OtpRepository otps, OtpCodes codes, OtpSettings settings, Outbox outbox) {
    this.otps = otps;
    this.codes = codes;
    this.settings = settings;
    this.outbox = outbox;
  }

  /** A code to register with; nobody looks whether the address has an account. */
  @WithTransaction
  Uni<Void> sendForRegistration(SendOtp command, String language) {
    return renew(command.email(), OtpPurpose.REGISTRATION)
        .chain(code -> mail(command.email(), OtpPurpose.REGISTRATION, code, language));
  }

  /** A new code, which voids the older; refused if the address has had enough for now. */
  public Uni<String> renew(String email, OtpPurpose purpose) {
    String code = codes.next();
    return otps.renew(email, purpose, codes.hash(email, purpose, code))
        .chain(renewed -> renewed ? Uni.createFrom().item(code) : refuse(email, purpose));
  }

  private Uni<String> refuse(String email, OtpPurpose purpose) {
    return otps.wait(email, purpose)
        .chain(wait -> Uni.createFrom().failure(RateLimits.tooMany(wait)));
  }

  public Uni<Void> mail(String email, OtpPurpose purpose, String code, String language) {
    Instant expiresAt = Instant.now().plus(settings.ttl());
    return outbox.add(email, new OtpRequested(email, code, purpose, language, expiresAt));
  }

  /**
   * Uses a code up if it is right. A wrong guess counts only if the caller's transaction commits,
   * so do not fail it for that. The counted row stays locked until then: guesses come one by one.
   */
  public Uni<Boolean> use(String email, OtpPurpose purpose, String code) {
    return otps.countTry(email, purpose)
        .map(hash -> isRight(hash, codes.hash(email, purpose, code)))
        .call(right -> right ? otps.consume(email, purpose) : Uni.createFrom().voidItem());
  }

  private static boolean isRight(byte @Nullable [] expected, byte[] guess) {
    return expected != null && MessageDigest.isEqual(expected, guess);
  }
}
