import java.util.Arrays;

/** How long each of many things took, and what they cost. */
record Times(long[] micros, double seconds, double serviceMillis, double postgresMillis) {
  Times {
    Arrays.sort(micros);
  }

  double perSecond() {
    return micros.length / seconds;
  }

  double percentile(double part) {
    return micros.length == 0
        ? 0
        : micros[(int) Math.min(micros.length - 1, micros.length * part)] / 1000.0;
  }

  double serviceEach() {
    return serviceMillis / Math.max(1, micros.length);
  }

  double postgresEach() {
    return postgresMillis / Math.max(1, micros.length);
  }
}
