package dev.helpdesk.local.infra;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Makes passwords that need no quoting anywhere. */
public final class RandomSecret {

  private static final int BYTES = 24;

  private RandomSecret() {}

  public static String next() {
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
