package dev.helpdesk.kit.web;

import io.smallrye.common.net.CidrAddress;
import io.smallrye.common.net.Inet;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Addresses and ranges of addresses, as an operator writes them: 10.0.0.7, 10.0.0.0/8, fd00::/8,
 * ::1/128.
 */
record Networks(List<CidrAddress> ranges) {
  static Networks of(List<String> written) {
    return new Networks(written.stream().map(String::trim).map(Networks::range).toList());
  }

  boolean contain(String address) {
    InetAddress parsed = Inet.parseInetAddress(address);
    return parsed != null && ranges.stream().anyMatch(range -> range.matches(parsed));
  }

  private static CidrAddress range(String written) {
    CidrAddress range =
        written.contains("/")
            ? Inet.parseCidrAddress(written)
            : single(Inet.parseInetAddress(written));
    if (range == null) {
      throw new IllegalArgumentException(
          "helpdesk.trusted-proxies: '"
              + written
              + "' is neither an IPv4 address nor a range; a single IPv6 address ends in /128");
    }
    return range;
  }

  /**
   * Not of IPv6: Quarkus, which reads the same setting, splits at the last colon and would ask DNS
   * for the rest at each request.
   */
  private static @Nullable CidrAddress single(@Nullable InetAddress address) {
    return !(address instanceof Inet4Address)
        ? null
        : CidrAddress.create(address, address.getAddress().length * Byte.SIZE);
  }
}
