package dev.helpdesk.kit.web;

import io.smallrye.common.net.CidrAddress;
import io.smallrye.common.net.Inet;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Addresses and ranges of addresses, as an operator writes them: 10.0.0.7, 10.0.0.0/8, fd00::/8.
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
          "helpdesk.trusted-proxies: '" + written + "' is neither an address nor a range of them");
    }
    return range;
  }

  private static @Nullable CidrAddress single(@Nullable InetAddress address) {
    return address == null
        ? null
        : CidrAddress.create(address, address.getAddress().length * Byte.SIZE);
  }
}
